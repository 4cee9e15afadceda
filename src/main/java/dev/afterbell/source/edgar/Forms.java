package dev.afterbell.source.edgar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which forms matter after a release, from {@code forms.csv}.
 *
 * @param kind what the form is
 * @param results when it carries results
 * @param transcript when it can carry the transcript of a call
 */
record Forms(FollowUp.Kind kind, When results, When transcript) {

  private static final Map<String, Forms> TABLE = table("forms.csv");

  /**
   * Always, never, or with one of some items.
   *
   * @param always whatever the items
   * @param items item numbers
   */
  record When(boolean always, Set<String> items) {

    boolean holds(ListedFiling filing) {
      return always || filing.items().stream().anyMatch(items::contains);
    }

    private static When parse(String text) {
      return switch (text) {
        case "always" -> new When(true, Set.of());
        case "never" -> new When(false, Set.of());
        default -> new When(false, Set.of(text.split("\\+")));
      };
    }
  }

  /** The line of a filing's form, amendments included; empty for forms that do not matter. */
  static Optional<Forms> of(ListedFiling filing) {
    return Optional.ofNullable(TABLE.get(filing.baseForm()));
  }

  private static Map<String, Forms> table(String name) {
    Map<String, Forms> table = new HashMap<>();
    for (String line : lines(name)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(",", -1);
      if (parts.length != 4 || table.put(parts[0], of(parts)) != null) {
        throw new IllegalStateException(name + " has a line that is wrong: " + line);
      }
    }
    return Map.copyOf(table);
  }

  private static Forms of(String[] parts) {
    FollowUp.Kind kind = FollowUp.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new Forms(kind, When.parse(parts[2]), When.parse(parts[3]));
  }

  private static List<String> lines(String name) {
    try (InputStream in = Forms.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

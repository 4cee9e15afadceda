package dev.afterbell.source.edgar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which forms matter after a release, from {@code forms.csv}.
 *
 * @param results when it carries results
 */
record Forms(When results) {

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
      if (parts.length != 2 || table.put(parts[0], new Forms(When.parse(parts[1]))) != null) {
        throw new IllegalStateException(name + " has a line that is wrong: " + line);
      }
    }
    return Map.copyOf(table);
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

package dev.afterbell.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Severity and text of every flag, read from {@code flags.csv}: a head line, then {@code
 * code,severity,text} for each {@link FlagCode} once. A text may have slots such as {@code
 * {metric}}.
 */
public final class FlagCatalogue {

  private static final String HEAD = "code,severity,text";
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)\\}");

  /** The catalogue of this build. */
  public static final FlagCatalogue SHIPPED = load();

  private final Map<FlagCode, Entry> entries;

  private FlagCatalogue(Map<FlagCode, Entry> entries) {
    this.entries = entries;
  }

  private record Entry(Severity severity, String text, Set<String> slots) {}

  /**
   * Reads a catalogue.
   *
   * @param lines of the file, in order
   * @throws IllegalArgumentException naming the line that is malformed, the code that is unknown,
   *     repeated or missing
   */
  static FlagCatalogue parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw new IllegalArgumentException("flags.csv begins with " + HEAD);
    }
    Map<FlagCode, Entry> entries = new EnumMap<>(FlagCode.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", 3);
      if (fields.length != 3 || fields[2].isBlank()) {
        throw new IllegalArgumentException("flags.csv: not " + HEAD + ": " + line);
      }
      FlagCode code = FlagCode.valueOf(fields[0]);
      Entry entry = new Entry(Severity.valueOf(fields[1]), fields[2], slots(fields[2]));
      if (entries.put(code, entry) != null) {
        throw new IllegalArgumentException("flags.csv names a code twice: " + code);
      }
    }
    for (FlagCode code : FlagCode.values()) {
      if (!entries.containsKey(code)) {
        throw new IllegalArgumentException("flags.csv lacks " + code);
      }
    }
    return new FlagCatalogue(entries);
  }

  /** What a flag of {@code code} does. */
  public Severity severity(FlagCode code) {
    return entry(code).severity();
  }

  /** The sentence of {@code code}, slots open. */
  public String text(FlagCode code) {
    return entry(code).text();
  }

  /**
   * A flag whose text has no slots.
   *
   * @param detail the finding, one line
   * @param lookedFor what was sought, where and how it ended; at least one search
   */
  public Flag flag(FlagCode code, String detail, List<LookedFor> lookedFor) {
    return flag(code, Map.of(), detail, lookedFor);
  }

  /**
   * A flag.
   *
   * @param slots a value for each slot of the text and no other
   * @throws IllegalArgumentException if the slots are not those of the text, or if it is not said
   *     what was looked for
   */
  public Flag flag(
      FlagCode code, Map<String, String> slots, String detail, List<LookedFor> lookedFor) {
    Entry entry = entry(code);
    if (!entry.slots().equals(slots.keySet())) {
      throw new IllegalArgumentException(code + " has the slots " + entry.slots());
    }
    if (lookedFor.isEmpty()) {
      throw new IllegalArgumentException(code + " does not say what was looked for");
    }
    String text = SLOT.matcher(entry.text()).replaceAll(m -> quoted(slots, m));
    return new Flag(code, entry.severity(), text, detail, lookedFor);
  }

  private static String quoted(Map<String, String> slots, MatchResult slot) {
    return Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), ""));
  }

  private Entry entry(FlagCode code) {
    return Optional.ofNullable(entries.get(code)).orElseThrow();
  }

  private static Set<String> slots(String text) {
    Set<String> slots = new TreeSet<>();
    SLOT.matcher(text).results().forEach(m -> slots.add(m.group(1)));
    return slots;
  }

  private static FlagCatalogue load() {
    return parse(lines("flags.csv"));
  }

  /** Lines of a resource of this package. */
  static List<String> lines(String name) {
    try (InputStream in = FlagCatalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The causes that issuers name for a change, and how each is worded. The table is {@code
 * themes.csv}.
 */
public final class Themes {

  private static final Map<String, Theme> TABLE = load();

  private static final List<Cue> CUES =
      TABLE.values().stream().map(t -> new Cue(t, NeededWords.of(t.cue()))).toList();

  /** A theme and the words without which a text does not name it. */
  private record Cue(Theme theme, NeededWords needed) {}

  private Themes() {}

  /**
   * One cause.
   *
   * @param key its name in {@link DocumentEvent.Driver}
   * @param cue how texts name it
   * @param noun how a sentence names it, e.g. {@code AI}, {@code freight}
   * @param burden how it stands before "burden", e.g. {@code server}
   * @param group the family of costs it belongs to, e.g. {@code infrastructure}
   * @param cost whether it can be a cost
   */
  public record Theme(
      String key, Pattern cue, String noun, String burden, String group, boolean cost) {}

  /**
   * A theme by its key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Theme theme(String key) {
    Theme theme = TABLE.get(key);
    if (theme == null) {
      throw new IllegalArgumentException("No such theme: " + key);
    }
    return theme;
  }

  /** Keys of all themes. */
  public static Set<String> keys() {
    return TABLE.keySet();
  }

  /**
   * Keys of the themes that {@code text} names, in the order of its words.
   *
   * @param words those of {@code text} or of more
   */
  static List<String> in(CharSequence text, WordSet words) {
    List<Place> places = new ArrayList<>();
    for (Cue cue : CUES) {
      if (cue.needed().in(words)) {
        Matcher m = cue.theme().cue().matcher(text);
        if (m.find()) {
          places.add(new Place(cue.theme().key(), m.start()));
        }
      }
    }
    places.sort(Comparator.comparingInt(Place::start));
    return places.stream().map(Place::key).toList();
  }

  private record Place(String key, int start) {}

  private static Map<String, Theme> load() {
    Map<String, Theme> table = new LinkedHashMap<>();
    for (RuleTable.Row row : RuleTable.rows("themes.csv", 6)) {
      Theme theme =
          new Theme(
              row.text(0),
              row.pattern(1),
              row.text(2),
              row.text(3),
              row.text(4),
              row.either(5, "true", "false"));
      if (table.put(theme.key(), theme) != null) {
        throw new IllegalStateException("themes.csv: two rows for " + theme.key());
      }
    }
    return table;
  }
}

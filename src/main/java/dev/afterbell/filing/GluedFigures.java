package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts figures that were set one after the other without a space, "3,8703,25414,16214,238", into as
 * many as the columns are. Figures of a thousand or more carry their separators in such tables, so
 * that most rows can be cut in one way only; a row that can be cut in two ways is not cut.
 */
final class GluedFigures {

  /** Longest run of figures looked at, in characters. */
  private static final int CHARS_MAX = 240;

  private static final String GROUPED = "[1-9][0-9]{0,2}(?:,[0-9]{3})+";
  private static final String SMALL = "(?:0|[1-9][0-9]{0,2})?\\.[0-9]{1,2}|0|[1-9][0-9]{0,2}";
  private static final Pattern FIGURE =
      Pattern.compile(
          "[$\u20AC\u00A3\\s]*(?:(\\((?:"
              + GROUPED
              + "(?:\\.[0-9]{1,2})?|"
              + SMALL
              + ")\\s?\\))|([-\u2013\u2014](?![0-9])))%?\\s*");
  private static final Pattern GROUPED_HERE = Pattern.compile(GROUPED);

  /** What may touch the decimals before it: another figure with decimals. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{0,3}\\.[0-9]");

  private static final Pattern BEFORE = Pattern.compile("[$\u20AC\u00A3\\s]*");
  private static final Pattern AFTER = Pattern.compile("%?\\s*");

  /**
   * Where a figure stands.
   *
   * @param from its first character
   * @param to after its last
   */
  record Place(int from, int to) {}

  private final String text;
  private final int columns;

  /** Places from which so many figures are known not to fill the rest. */
  private final boolean[][] dead;

  private GluedFigures(String text, int columns) {
    this.text = text;
    this.columns = columns;
    this.dead = new boolean[columns + 1][text.length() + 1];
  }

  /** The places of exactly so many figures that fill the text; none if there is not one way. */
  static Optional<List<Place>> cut(String text, int columns) {
    if (text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    GluedFigures figures = new GluedFigures(text, columns);
    List<List<Place>> ways = new ArrayList<>();
    figures.follow(0, List.of(), ways);
    return ways.size() == 1 ? Optional.of(ways.get(0)) : Optional.empty();
  }

  private void follow(int from, List<Place> done, List<List<Place>> ways) {
    if (ways.size() > 1 || dead[done.size()][from]) {
      return;
    }
    int found = ways.size();
    if (done.size() == columns) {
      if (text.substring(from).isBlank()) {
        ways.add(done);
      }
      return;
    }
    Matcher before = BEFORE.matcher(text).region(from, text.length());
    int start = before.lookingAt() ? before.end() : from;
    for (int end : ends(start)) {
      List<Place> more = new ArrayList<>(done);
      more.add(new Place(start, end));
      Matcher after = AFTER.matcher(text).region(end, text.length());
      follow(after.lookingAt() ? after.end() : end, more, ways);
    }
    dead[done.size()][from] = ways.size() == found;
  }

  /** Where a figure that begins here can end. */
  private List<Integer> ends(int start) {
    List<Integer> ends = new ArrayList<>();
    Matcher whole = FIGURE.matcher(text).region(start, text.length());
    if (whole.lookingAt()) {
      ends.add(whole.group(1) != null ? whole.end(1) : whole.end(2));
      return ends;
    }
    Matcher grouped = GROUPED_HERE.matcher(text).region(start, text.length());
    if (grouped.lookingAt()) {
      // "4,1105,218" could be 4,110 and 5,218 only: a group has three digits, and no comma is lost.
      addSmall(start, grouped.end(), ends);
      int first = start + text.substring(start, grouped.end()).indexOf(',') + 4;
      for (int end = first; end < grouped.end(); end += 4) {
        ends.add(end);
      }
    }
    int digits = start;
    while (digits < text.length() && digits - start < 3 && isDigit(digits)) {
      digits++;
      boolean separator = digits < text.length() && text.charAt(digits) == ',';
      boolean zero = text.charAt(start) == '0' && digits - start > 1;
      if (!separator && !zero) {
        addSmall(start, digits, ends);
      }
    }
    if (digits == start && start < text.length() && text.charAt(start) == '.') {
      addSmall(start, start, ends);
    }
    return ends;
  }

  /** A figure of up to three digits, and the same with the decimals after it. */
  private void addSmall(int start, int end, List<Integer> ends) {
    if (end < text.length() && text.charAt(end) == '.') {
      for (int to = end + 2; to <= end + 3 && to <= text.length() && isDigit(to - 1); to++) {
        if (!isDigit(to) || DECIMAL.matcher(text).region(to, text.length()).lookingAt()) {
          ends.add(to);
        }
      }
    } else if (end > start) {
      ends.add(end);
    }
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}

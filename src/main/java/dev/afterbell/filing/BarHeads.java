package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heads over the columns of a table that bars divide. Each line of heads stands over all
 * columns, as many under each; where that does not come out, a head stands over those below it up
 * to where their times begin anew: "June 30, | March 31," over "2026 | 2025 | 2026" is June of two
 * years and March of one.
 *
 * @param lines what stands over the columns, from the top
 */
record BarHeads(List<Level> lines) {

  /** Words of a span of time over columns. */
  static final Pattern TIME =
      Pattern.compile("(?i)\\b(?:ended|ending|months|weeks|quarters?|half|years?)\\b");

  private static final Pattern HEAD =
      Pattern.compile(
          "(?i)\\b(?:(?:19|20)[0-9]{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february"
              + "|march|april|june|july|august|september|october|november|december|ended|months"
              + "|weeks|quarters?|years?)\\b");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  private static final Pattern DAY =
      Pattern.compile(
          "(?i)\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? ?([0-9]{1,2})?");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private static final int DAYS = 31;

  /** Columns of figures in a table; no release has so many, and each is compared with all. */
  private static final int COLUMNS_MAX = 64;

  /**
   * One line of heads.
   *
   * @param label where the words over the labels stand among the heads: 1 if they do, or 0
   * @param widths columns under each head that follows
   */
  record Level(int label, List<Integer> widths) {}

  /**
   * Places lines of heads.
   *
   * @param said the words of each line, from the top
   * @param open whether nothing stands over the labels in each
   * @param columns columns of the table, at least one
   * @return empty where there are more than 64 columns, or the heads do not divide, or do not tell
   *     all columns of a time apart
   */
  static Optional<BarHeads> of(List<List<String>> said, List<Boolean> open, int columns) {
    if (columns > COLUMNS_MAX) {
      return Optional.empty();
    }
    List<Level> levels = new ArrayList<>();
    List<String> below = List.of();
    List<Integer> widthsBelow = List.of();
    for (int i = said.size() - 1; i >= 0; i--) {
      int label = labelled(said.get(i), open.get(i), columns) ? 1 : 0;
      List<String> over = said.get(i).subList(label, said.get(i).size());
      List<Integer> widths = widths(over.size(), columns, below, widthsBelow);
      if (widths.isEmpty() && !over.isEmpty()) {
        return Optional.empty();
      }
      levels.add(0, new Level(label, widths));
      if (!over.isEmpty()) {
        below = over;
        widthsBelow = widths;
      }
    }
    BarHeads heads = new BarHeads(levels);
    return heads.tellApart(said, columns) ? Optional.of(heads) : Optional.empty();
  }

  /** Whether the first words of a line stand over the labels. */
  private static boolean labelled(List<String> said, boolean open, int columns) {
    int heads = said.size();
    boolean fits = heads > 1 && columns % heads != 0 && columns % (heads - 1) == 0;
    return !open && (heads == 1 || isOfLabels(said.get(0)) || (fits && !isHead(said.get(0))));
  }

  /** "($ in millions, except per share amounts)" stands over the labels. */
  private static boolean isOfLabels(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    boolean units = lower.startsWith("(") || lower.startsWith("in ") || lower.startsWith("dollars");
    return units && !TIME.matcher(lower).find();
  }

  private static boolean isHead(String words) {
    return HEAD.matcher(words).find();
  }

  /** Columns under each of so many heads; none where that cannot be told. */
  private static List<Integer> widths(
      int heads, int columns, List<String> below, List<Integer> widthsBelow) {
    List<Integer> widths = new ArrayList<>();
    if (heads > 0 && columns % heads == 0) {
      for (int i = 0; i < heads; i++) {
        widths.add(columns / heads);
      }
      return widths;
    }
    for (int i = 0; i < below.size(); i++) {
      boolean anew =
          i == 0 || time(below.get(i)) < 0 || time(below.get(i)) >= time(below.get(i - 1));
      if (anew) {
        widths.add(widthsBelow.get(i));
      } else {
        widths.set(widths.size() - 1, widths.get(widths.size() - 1) + widthsBelow.get(i));
      }
    }
    return widths.size() == heads ? widths : List.of();
  }

  /** A number that is larger for a later year, or day of a year; −1 for other words. */
  private static int time(String words) {
    if (YEAR.matcher(words).matches()) {
      return Integer.parseInt(words);
    }
    Matcher day = DAY.matcher(words);
    if (!day.find()) {
      return -1;
    }
    int month = MONTHS.indexOf(day.group(1).toLowerCase(Locale.ROOT)) / 3;
    return month * DAYS + (day.group(2) == null ? 0 : Integer.parseInt(day.group(2)));
  }

  /** Whether no two columns of a time have the same heads; several may be of changes. */
  private boolean tellApart(List<List<String>> said, int columns) {
    Set<List<String>> seen = new HashSet<>();
    for (int column = 0; column < columns; column++) {
      List<String> heads = new ArrayList<>();
      boolean time = false;
      for (int i = 0; i < lines.size(); i++) {
        Level level = lines.get(i);
        int at = 0;
        int end = 0;
        for (int k = 0; k < level.widths().size() && end <= column; k++) {
          end += level.widths().get(k);
          at = k;
        }
        if (!level.widths().isEmpty()) {
          String head = said.get(i).get(level.label() + at);
          heads.add(head);
          time = level.widths().size() == columns && isHead(head);
        }
      }
      if (time && !seen.add(heads)) {
        return false;
      }
    }
    return true;
  }
}

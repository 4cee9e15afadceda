package dev.afterbell.filing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one paragraph would be as a cell of a table.
 *
 * @param kind its kind
 */
record StackedCell(Kind kind) {

  /** Kinds of cells. */
  enum Kind {
    /** The year over a column. */
    YEAR,
    /** A day or a month over a column, without a span of time. */
    DAY,
    /** A span of time over columns: "Three Months Ended June 30,". */
    SPAN,
    /** "% Change" over a column. */
    CHANGE,
    /** "GAAP", "As adjusted" over columns. */
    BASIS,
    /** "(unaudited)" among the heads, or units. */
    NOTE,
    /** A figure. */
    FIGURE,
    /** A figure in brackets that may be the number of a note. */
    NOTE_MARK,
    /** A currency mark. */
    MARK_BEFORE,
    /** A closing bracket, a per cent sign. */
    MARK_AFTER,
    /** Other words, short enough for a label. */
    LABEL,
    /** Anything else. */
    OTHER
  }

  private static final int HEAD_CHARS_MAX = 60;

  /** Longest year or mark of a note with all that may stand about it, in characters. */
  private static final int MARK_CHARS_MAX = 16;

  /** What notes, days and changes begin with. */
  private static final String NOTE_FIRST = "(uai";

  private static final String DAY_FIRST = "ajfmsond0123456789";
  private static final String CHANGE_FIRST = "%$padcvigf ";

  /** One of these stands in every span of time that is written without figures. */
  private static final List<String> SPAN_WORDS =
      List.of("month", "week", "quarter", "half", "year", "period");

  private static final int LABEL_CHARS_MAX = 220;

  private static final Pattern YEAR =
      Pattern.compile("(?:FY ?|F)?(?:19|20)[0-9]{2}(?: ?\\([A-Za-z0-9]{1,2}\\)|\\*)?");
  private static final Pattern NOTE_MARK = Pattern.compile("\\*{1,3}|\\([1-9][0-9]?\\)");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:%|\\$|percent|percentage|amount|dollar)? ?(?:change|variance|increase|growth|"
              + "(?:increase|favorable) ?[/(] ?\\(?(?:decrease|unfavorable)\\)*)(?: ?\\(?%\\)?)?|%");
  private static final Pattern NOTE =
      Pattern.compile("\\((?:un)?audited\\)|(?:un)?audited|\\(?(?:in|amounts in) .{3,60}\\)?");
  private static final Pattern SPAN =
      Pattern.compile(
          ".*(?:\\b(?:months?|weeks|quarters?|half|half-year|year|years|period)(?: ended| ending"
              + "|ended|$)|\\bq[1-4]\\b|\\b[1-4]q\\b|\\bh[12]\\b|\\bfy ?[0-9]).*");
  private static final Pattern DAY =
      Pattern.compile(
          "(?:as (?:of|at) )?(?:[0-9]{1,2} )?(?:january|february|march|april|may|june|july|august"
              + "|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
              + "\\.? ?(?:[0-9]{1,2})?(?:, ?)?(?:(?:19|20)[0-9]{2})?,? ?(?:\\((?:un)?audited\\))?");
  private static final Set<String> BASES =
      Set.of(
          "gaap",
          "non-gaap",
          "as reported",
          "as adjusted",
          "reported",
          "adjusted",
          "non-ifrs",
          "ifrs");
  private static final Set<String> BEFORE =
      Set.of("$", "US$", "HK$", "A$", "C$", "S$", "NT$", "R$", "RMB", "\u20AC", "\u00A3", "\u00A5");
  private static final Set<String> AFTER = Set.of(")", "%", ")%", "%)", "x", "bps", "pp", "pts");

  /** The cell that a draft would be. */
  static StackedCell of(Draft draft) {
    return new StackedCell(
        draft instanceof Draft.Text text ? kind(text.text().text().strip()) : Kind.OTHER);
  }

  private static Kind kind(String text) {
    if (text.isEmpty() || text.length() > LABEL_CHARS_MAX) {
      return Kind.OTHER;
    }
    if (text.length() <= MARK_CHARS_MAX && YEAR.matcher(text).matches()) {
      return Kind.YEAR;
    }
    if (BEFORE.contains(text)) {
      return Kind.MARK_BEFORE;
    }
    if (AFTER.contains(text)) {
      return Kind.MARK_AFTER;
    }
    if (text.length() <= MARK_CHARS_MAX && NOTE_MARK.matcher(text).matches()) {
      return Kind.NOTE_MARK;
    }
    // "(1,509,250" has its closing bracket in the next cell.
    if (Figures.isFigure(text) || (text.indexOf('(') >= 0 && Figures.isFigure(text + ")"))) {
      return Kind.FIGURE;
    }
    return text.length() <= HEAD_CHARS_MAX
        ? headOrLabel(text.toLowerCase(Locale.ROOT))
        : label(text);
  }

  private static Kind headOrLabel(String text) {
    char first = text.charAt(0);
    if (BASES.contains(text)) {
      return Kind.BASIS;
    }
    if (NOTE_FIRST.indexOf(first) >= 0 && NOTE.matcher(text).matches()) {
      return Kind.NOTE;
    }
    if (DAY_FIRST.indexOf(first) >= 0 && DAY.matcher(text).matches()) {
      return Kind.DAY;
    }
    if (CHANGE_FIRST.indexOf(first) >= 0 && CHANGE.matcher(text).matches()) {
      return Kind.CHANGE;
    }
    return maySpan(text) && SPAN.matcher(text).matches() ? Kind.SPAN : label(text);
  }

  /** Whether text has what every span of time has. */
  private static boolean maySpan(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return SPAN_WORDS.stream().anyMatch(text::contains);
  }

  private static Kind label(String text) {
    boolean sentence = text.endsWith(".") && text.length() > HEAD_CHARS_MAX;
    boolean address = text.contains("://");
    return sentence || address ? Kind.OTHER : Kind.LABEL;
  }

  boolean isHead() {
    return kind == Kind.YEAR
        || kind == Kind.DAY
        || kind == Kind.SPAN
        || kind == Kind.CHANGE
        || kind == Kind.BASIS;
  }

  boolean isNote() {
    return kind == Kind.NOTE;
  }

  boolean isFigure() {
    return kind == Kind.FIGURE || kind == Kind.NOTE_MARK;
  }

  boolean isNoteMark() {
    return kind == Kind.NOTE_MARK;
  }

  boolean isMarkBefore() {
    return kind == Kind.MARK_BEFORE;
  }

  boolean isMarkAfter() {
    return kind == Kind.MARK_AFTER;
  }

  /** A figure or a mark beside one. */
  boolean isPart() {
    return isFigure() || isMarkBefore() || isMarkAfter();
  }

  /** Whether it may label a row: words that are no sentence. Heads label rows too. */
  boolean isLabel() {
    return kind == Kind.LABEL
        || kind == Kind.NOTE
        || kind == Kind.SPAN
        || kind == Kind.DAY
        || kind == Kind.BASIS;
  }
}

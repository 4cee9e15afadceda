package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and what every reader asks of it, each found out once and only when asked: its words, its
 * figures, its dates. For one thread.
 */
final class Wording implements CharSequence {

  private static final int ASCII = 128;
  private static final char[] LOWER = new char[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      LOWER[c] = Character.toLowerCase(c);
    }
  }

  private final SourceText source;
  private final String text;
  private @Nullable String folded;
  private int @Nullable [] places;
  private @Nullable WordSet words;
  private @Nullable List<Figure> figures;
  private @Nullable List<Dated> dates;
  private @Nullable List<Lasting> lengths;
  private @Nullable PeriodRef period;
  private @Nullable TableUnits units;
  private @Nullable TableColumn column;
  private @Nullable Boolean instruction;

  private Wording(SourceText source, String text) {
    this.source = source;
    this.text = text;
  }

  /** A text of the document. */
  static Wording of(SourceText source) {
    return new Wording(source, source.text());
  }

  /** A text that stands nowhere in the document as such, or whose place is of no matter. */
  static Wording of(CharSequence text) {
    return new Wording(SourceText.EMPTY, text.toString());
  }

  /** The text without white space around it. */
  Wording stripped() {
    String bare = text.strip();
    return bare.length() == text.length() ? this : of(bare);
  }

  /** The text with its place in the bytes; empty where it has none. */
  SourceText source() {
    return source;
  }

  /** The text as written. */
  String text() {
    return text;
  }

  /** The text in lower case, as {@link #fold} has it. */
  String folded() {
    if (folded == null) {
      folded = fold(text);
    }
    return folded;
  }

  /**
   * The places where a word, a number or a sign can start: all but spaces and those behind an ASCII
   * letter that hold one too.
   */
  int[] places() {
    if (places == null) {
      places = placesIn(text);
    }
    return places;
  }

  private static int[] placesIn(String text) {
    int[] found = new int[text.length()];
    int n = 0;
    boolean letter = false;
    for (int i = 0; i < found.length; i++) {
      char c = text.charAt(i);
      boolean before = letter;
      letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c != ' ' && !(letter && before)) {
        found[n++] = i;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** The words that rules know. */
  WordSet words() {
    if (words == null) {
      words = Vocabulary.wordsIn(folded());
    }
    return words;
  }

  /** All figures, in order. */
  List<Figure> figures() {
    if (figures == null) {
      figures = List.copyOf(NumberReader.scan(text));
    }
    return figures;
  }

  /** All dates, in order. */
  List<Dated> dates() {
    if (dates == null) {
      dates = List.copyOf(Dated.all(this));
    }
    return dates;
  }

  /** All lengths of time, in order. */
  List<Lasting> lengths() {
    if (lengths == null) {
      lengths = List.copyOf(Lasting.all(this));
    }
    return lengths;
  }

  /** What it says of one period. */
  PeriodRef period() {
    if (period == null) {
      period = PeriodReader.read(this);
    }
    return period;
  }

  /** The currency and scale that it names for the figures below it. */
  TableUnits units() {
    if (units == null) {
      units = TableUnits.read(this);
    }
    return units;
  }

  /** What a column of figures below it is for. */
  TableColumn column() {
    if (column == null) {
      column = TableColumn.of(this);
    }
    return column;
  }

  /** Whether it speaks to whoever reads the document, and not of the issuer. */
  boolean instruction() {
    if (instruction == null) {
      instruction = Instructions.in(this);
    }
    return instruction;
  }

  /** Whether {@code expression} finds something in the text as written. */
  boolean has(Expression expression) {
    return expression.mayBeIn(this) && expression.in(text);
  }

  /** Whether {@code expression} finds something in the folded text. */
  boolean hasFolded(Expression expression) {
    return expression.mayBeIn(this) && expression.in(folded());
  }

  /**
   * The text as the patterns want it: lower case, one kind of dash and apostrophe. Characters keep
   * their places.
   */
  static String fold(CharSequence text) {
    char[] chars = text.toString().toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      chars[i] = c < ASCII ? LOWER[c] : fold(c);
    }
    return new String(chars);
  }

  private static char fold(char c) {
    return c == '\u2010' || c == '\u2011' || c == '\u2013'
        ? '-'
        : c == '\u2019' ? '\'' : c == '\u00a0' ? ' ' : Character.toLowerCase(c);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}

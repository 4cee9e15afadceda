package dev.afterbell.filing;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells which lines of a plain text run on into one paragraph, over the foot of a page too. */
final class LineJoiner {

  /** Text wider than this is not broken into lines by hand, in characters. */
  private static final int WRAPPED_CHARS_MAX = 200;

  /** Lines looked at to see where they are broken. */
  private static final int WRAP_LINES_MAX = 3000;

  /** A line further to the right than this begins something else, in characters. */
  private static final int SHIFT_MAX = 20;

  private static final int PAGE_NUMBER_CHARS_MAX = 14;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page )?[-\u2013\u2014 ]*[0-9]{1,3}[-\u2013\u2014 ]*(?:of [0-9]{1,3})?");

  /** Lines between the last of one page and the first of the next. */
  private static final int PAGE_GAP_LINES_MAX = 12;

  /** Longest line that may be a heading, in characters, and the longest that need not shout. */
  private static final int HEADING_CHARS_MAX = 120;

  private static final int QUIET_HEADING_CHARS_MAX = 80;

  private final String text;
  private final TextLines lines;
  private final int wrap;

  LineJoiner(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
    this.wrap = wrap();
  }

  /** Width at which most lines are broken by hand; 0 if they are not. */
  private int wrap() {
    int[] widths =
        IntStream.range(0, Math.min(lines.size(), WRAP_LINES_MAX))
            .mapToObj(lines::get)
            .filter(l -> l.kind() == TextLine.Kind.SINGLE)
            .mapToInt(TextLine::right)
            .sorted()
            .toArray();
    if (widths.length < 4) {
      return 80;
    }
    int wide = widths[(int) (widths.length * 0.9)];
    return wide > WRAPPED_CHARS_MAX ? 0 : wide;
  }

  /** Whether a line is only the number of its page. */
  boolean isPageNumber(int index) {
    TextLine line = lines.get(index);
    if (line.pieces().isEmpty() || line.width() > PAGE_NUMBER_CHARS_MAX) {
      return false;
    }
    int last = line.pieces().get(line.pieces().size() - 1).to();
    String words = text.substring(line.pieces().get(0).from(), last);
    if (!PAGE_NUMBER.matcher(words).matches()) {
      return false;
    }
    int next = index + 1;
    while (next < lines.size() && lines.get(next).pieces().isEmpty()) {
      next++;
    }
    boolean apart = index == 0 || lines.get(index - 1).pieces().isEmpty();
    return next >= lines.size()
        || lines.get(next).newPage()
        || (apart && next > index + 1 && line.left() > 20);
  }

  /**
   * The line that goes on with a paragraph; −1 if it ends.
   *
   * @param start its first line
   * @param last its last line so far
   */
  int next(int start, int last) {
    int next = last + 1;
    if (next >= lines.size()) {
      return -1;
    }
    if (!isPageNumber(next) && runsOn(lines.get(start), lines.get(last), lines.get(next))) {
      return next;
    }
    return overPage(lines.get(last), next);
  }

  /** The line that goes on with a paragraph after the foot of its page; −1 if it ended there. */
  private int overPage(TextLine before, int from) {
    int next = from;
    boolean page = false;
    while (next < lines.size() && next - from < PAGE_GAP_LINES_MAX) {
      TextLine line = lines.get(next);
      boolean number = isPageNumber(next);
      page |= number || line.newPage();
      if (line.isText() && !number) {
        char first = text.charAt(line.pieces().get(0).from());
        char last = text.charAt(before.pieces().get(before.pieces().size() - 1).to() - 1);
        boolean goesOn =
            page
                && line.kind() == TextLine.Kind.SINGLE
                && Character.isLowerCase(first)
                && ".!?:".indexOf(last) < 0
                && before.kind() == TextLine.Kind.SINGLE;
        return goesOn ? next : -1;
      }
      next++;
    }
    return -1;
  }

  /** Whether a line goes on with the paragraph that began with {@code start}. */
  private boolean runsOn(TextLine start, TextLine before, TextLine line) {
    if (line.kind() != TextLine.Kind.SINGLE && line.kind() != TextLine.Kind.SPREAD) {
      return false;
    }
    if (wrap == 0 || before.width() > WRAPPED_CHARS_MAX || startsAnew(line) || line.newPage()) {
      return false;
    }
    boolean lower = Character.isLowerCase(text.charAt(line.pieces().get(0).from()));
    if (line.kind() == TextLine.Kind.SPREAD || before.kind() == TextLine.Kind.SPREAD) {
      return lower && before.right() >= wrap * 6 / 10;
    }
    if (lower) {
      return true;
    }
    int shift = line.left() - before.left();
    boolean centred = before.left() > 12 && Math.abs(shift) > 1 && !startsAnew(start);
    char last = text.charAt(before.pieces().get(before.pieces().size() - 1).to() - 1);
    boolean ended = last == '.' || last == ':' || last == '!' || last == '?';
    boolean full = before.right() >= wrap * 8 / 10;
    boolean long70 = full || (!ended && before.right() >= wrap * 7 / 10);
    return !centred && long70 && !(ended && shift > 1) && shift <= SHIFT_MAX;
  }

  private boolean startsAnew(TextLine line) {
    int at = line.pieces().get(0).from();
    char first = text.charAt(at);
    if (Glyphs.isBullet(first) || first == '#' || first == '|') {
      return true;
    }
    int end = at;
    while (end < line.to() && end - at < 6 && !Glyphs.isSpace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    boolean mark = word.equals("o") || LineCutter.isMarker(word);
    return end < line.to() && Glyphs.isSpace(text.charAt(end)) && mark && !word.equals("\u2014");
  }

  /** Whether a paragraph of one line stands as a heading. */
  boolean isHeading(int index, SourceText whole) {
    TextLine line = lines.get(index);
    if (whole.length() > HEADING_CHARS_MAX || startsAnew(line)) {
      return false;
    }
    if (Paragraph.isShouted(whole)) {
      return true;
    }
    boolean alone =
        index + 1 >= lines.size()
            || lines.get(index + 1).kind() != TextLine.Kind.SINGLE
            || line.right() < wrap * 7 / 10;
    char first = whole.charAt(0);
    return alone
        && whole.length() <= QUIET_HEADING_CHARS_MAX
        && Character.isLetter(first)
        && !Character.isLowerCase(first)
        && Character.isLetterOrDigit(whole.charAt(whole.length() - 1));
  }
}

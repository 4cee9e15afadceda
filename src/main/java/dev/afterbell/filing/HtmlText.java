package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.parser.Parser;

/**
 * Walks the source of an HTML text node beside its decoded text, so that every character is given
 * all the bytes it was written with: {@code ’} those of {@code &#8217;}.
 */
final class HtmlText {

  /** So many signs that follow one another tell whether the first is shown. */
  private static final int SHOWN_MAX = 64;

  /** Longest character reference looked at, in characters. */
  private static final int REFERENCE_CHARS_MAX = 40;

  /** Named references remembered; a page that has more made them up. */
  private static final int REMEMBERED_MAX = 2048;

  private final ByteText source;
  private final String raw;
  private final ByteText.Cursor cursor;
  private final Map<String, String> named = new HashMap<>();

  HtmlText(ByteText source) {
    this.source = source;
    this.raw = source.text();
    this.cursor = source.cursor();
  }

  /** The bytes behind a range of source characters. */
  ByteSpan bytes(int from, int to) {
    int first = Math.max(0, Math.min(from, raw.length()));
    int last = Math.max(first, Math.min(to, raw.length()));
    cursor.seek(first);
    int start = cursor.start();
    cursor.seek(last);
    return new ByteSpan(
        start, Math.max(start, last == raw.length() ? source.to() : cursor.start()));
  }

  /**
   * Hands over a node's text.
   *
   * @param text as decoded by the parser
   * @param from where the node starts, in source characters
   * @param to where it ends
   */
  void read(String text, int from, int to, TextSink sink) {
    int end = Math.min(to, raw.length());
    cursor.seek(Math.min(from, end));
    if (text.length() == end - from && isAsWritten(text, from)) {
      cursor.walk(end, sink);
      return;
    }
    int i = 0;
    while (i < text.length() && cursor.index() < end) {
      char want = text.charAt(i);
      char found = raw.charAt(cursor.index());
      if (found == '&' && want != '\uFFFD' && isNul(cursor.index(), end)) {
        int limit = Math.min(end, cursor.index() + REFERENCE_CHARS_MAX);
        cursor.seek(cursor.index() + numericLength(cursor.index(), limit));
      } else if (found == '&') {
        int taken = reference(text, i, end, sink);
        if (taken == 0) {
          break;
        }
        i += taken;
      } else if (found == want || (want == ' ' && (found == '\n' || found == '\r'))) {
        sink.accept(found, cursor.start(), cursor.end());
        cursor.next();
        i++;
      } else if (found == 0) { // The parser drops NULs, or shows that they stood there.
        if (want == '\uFFFD' && isShown(text, i, cursor.index(), end)) {
          sink.accept(want, cursor.start(), cursor.end());
          i++;
        }
        cursor.next();
      } else {
        break;
      }
    }
    if (i < text.length()) {
      ByteSpan whole = bytes(from, end);
      String rest = Glyphs.paired(text.substring(i).toCharArray());
      rest.chars().forEach(c -> sink.accept((char) c, whole.start(), whole.end()));
    }
  }

  /**
   * Whether a NUL is shown as U+FFFD: the text must have one for it and for all that stands right
   * behind it and is shown so in any case.
   */
  private boolean isShown(String text, int i, int at, int end) {
    int wanted = 0;
    int p = at;
    while (p < end && wanted < SHOWN_MAX) {
      char c = raw.charAt(p);
      int length = c == '&' ? numericLength(p, Math.min(end, p + REFERENCE_CHARS_MAX)) : 1;
      boolean replaced =
          c == 0
              || c == '\uFFFD'
              || (length > 1 && decode(raw.substring(p, p + length)).equals("\uFFFD"));
      if (!replaced) {
        break;
      }
      wanted++;
      p += length;
    }
    return text.startsWith("\uFFFD".repeat(wanted), i);
  }

  /** Whether text stands in the source letter by letter, without references. */
  private boolean isAsWritten(String text, int from) {
    return raw.regionMatches(from, text, 0, text.length())
        && text.indexOf('&') < 0
        && text.indexOf('\0') < 0;
  }

  /** Units of text that the reference at the cursor stands for; 0 if it does not fit the text. */
  private int reference(String text, int i, int end, TextSink sink) {
    int at = cursor.index();
    int length = referenceLength(at, end, text, i);
    int units = 1;
    if (length == 0) {
      if (text.charAt(i) != '&') {
        return 0;
      }
      length = 1;
    } else if (i + 1 < text.length()) {
      units = Math.min(2, decode(raw.substring(at, at + length)).length());
    }
    int start = cursor.start();
    cursor.seek(at + length);
    int stop = cursor.index() == raw.length() ? source.to() : cursor.start();
    for (int u = 0; u < units; u++) {
      char c = text.charAt(i + u);
      boolean half = units == 1 && Character.isSurrogate(c);
      sink.accept(half ? '\uFFFD' : c, start, stop);
    }
    return units;
  }

  private String decode(String reference) {
    String known = named.get(reference);
    if (known != null) {
      return known;
    }
    String decoded = Parser.unescapeEntities(reference, false);
    if (named.size() < REMEMBERED_MAX) {
      named.put(reference, decoded);
    }
    return decoded;
  }

  /** What a stretch of the source says, with its character references decoded. */
  String decoded(int from, int to) {
    String written = raw.substring(from, to);
    int reference = written.indexOf('&');
    if (reference < 0) {
      return written;
    }
    StringBuilder made = new StringBuilder(written.length());
    int done = 0;
    while (reference >= 0) {
      int end = written.indexOf(';', reference) + 1;
      if (end == 0 || !isPlainReference(written, reference, end)) {
        return Parser.unescapeEntities(Markup.flat(written), false);
      }
      made.append(written, done, reference).append(decode(written.substring(reference, end)));
      done = end;
      reference = written.indexOf('&', done);
    }
    return made.append(written, done, written.length()).toString();
  }

  /** Whether a reference is written in full: it means the same wherever it stands. */
  private static boolean isPlainReference(String text, int from, int end) {
    if (end - from < 3 || end - from > REFERENCE_CHARS_MAX) {
      return false;
    }
    for (int i = from + 1; i < end - 1; i++) {
      if (!isNameChar(text.charAt(i)) && (i > from + 1 || text.charAt(i) != '#')) {
        return false;
      }
    }
    return true;
  }

  /** Whether a reference stands for NUL, which the parser drops. */
  private boolean isNul(int at, int end) {
    int p = at + 1;
    if (p >= end || raw.charAt(p) != '#') {
      return false;
    }
    int stop = at + numericLength(at, Math.min(end, at + REFERENCE_CHARS_MAX));
    p += p + 1 < stop && (raw.charAt(p + 1) | 0x20) == 'x' ? 2 : 1;
    boolean nul = p < stop;
    while (p < stop && nul) {
      nul = raw.charAt(p) == '0' || raw.charAt(p) == ';';
      p++;
    }
    return nul;
  }

  private int referenceLength(int at, int end, String text, int i) {
    int limit = Math.min(end, at + REFERENCE_CHARS_MAX);
    int p = at + 1;
    if (p < limit && raw.charAt(p) == '#') {
      return numericLength(at, limit);
    }
    while (p < limit && isNameChar(raw.charAt(p))) {
      p++;
    }
    if (p == at + 1) {
      return 0;
    }
    if (p < limit && raw.charAt(p) == ';') {
      String decoded = decode(raw.substring(at, p + 1));
      if (decoded.length() <= 2 && text.startsWith(decoded, i)) {
        return p + 1 - at;
      }
    }
    for (int stop = Math.min(p, at + 8); stop > at + 2; stop--) {
      String decoded = decode(raw.substring(at, stop));
      if (decoded.length() == 1 && decoded.charAt(0) == text.charAt(i)) {
        return stop - at;
      }
    }
    return 0;
  }

  private int numericLength(int at, int limit) {
    int p = at + 2;
    boolean hex = p < limit && (raw.charAt(p) | 0x20) == 'x';
    if (hex) {
      p++;
    }
    int digits = p;
    while (p < limit && Character.digit(raw.charAt(p), hex ? 16 : 10) >= 0) {
      p++;
    }
    if (p == digits) {
      return 0;
    }
    return (p < limit && raw.charAt(p) == ';' ? p + 1 : p) - at;
  }

  private static boolean isNameChar(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

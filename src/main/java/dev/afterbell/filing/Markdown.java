package dev.afterbell.filing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little of Markdown that releases and articles use, and the references in EDGAR's text. */
final class Markdown {

  private static final Pattern SIGN =
      Pattern.compile(
          "(?m)^#{1,6} \\S|\\*\\*\\S|\\[[^\\]\\n]{1,200}\\]\\(http|\\A---\\s*\\n|^\\|[ :]*-{3}");

  private static final Map<String, Character> REFERENCES =
      Map.of(
          "&amp;", '&', "&lt;", '<', "&gt;", '>', "&quot;", '"', "&nbsp;", '\u00A0', "&#39;", '\'',
          "&#160;", '\u00A0', "&apos;", '\'');

  /** Characters of a document in which signs of Markdown are looked for. */
  private static final int LOOK_CHARS_MAX = 20_000;

  /** Lines that front matter may take. */
  private static final int FRONT_MATTER_LINES_MAX = 60;

  private Markdown() {}

  /** Whether text has signs of Markdown near its head. */
  static boolean is(String text) {
    return SIGN.matcher(text.substring(0, Math.min(LOOK_CHARS_MAX, text.length()))).find();
  }

  /** Lines of front matter ({@code ---} … {@code ---}) at the head. */
  static int frontMatterLines(String text, TextLines lines) {
    if (!said(text, lines.get(0)).equals("---")) {
      return 0;
    }
    for (int i = 1; i < Math.min(lines.size(), FRONT_MATTER_LINES_MAX); i++) {
      String line = said(text, lines.get(i));
      if (line.equals("---") || line.equals("...")) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String said(String text, TextLine line) {
    return line.to() - line.from() > 100 ? "" : text.substring(line.from(), line.to()).strip();
  }

  /** The text without marks for headings, quotes, emphasis and link targets. */
  static SourceText plain(SourceText text, boolean markdown) {
    if (!markdown || text.length() == 0) {
      return text;
    }
    int from = 0;
    while (from < text.length() && (text.charAt(from) == '#' || text.charAt(from) == '>')) {
      from++;
    }
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    String chars = text.text();
    if (from == 0
        && chars.indexOf("**") < 0
        && chars.indexOf("](") < 0
        && chars.indexOf("__") < 0) {
      return text;
    }
    return new Stripper(text, chars).strip(from);
  }

  private static final class Stripper {
    private static final Pattern TARGET = Pattern.compile("\\]\\([^()\\s]*(?: \"[^\"]*\")?\\)");

    private final SourceText text;
    private final String chars;
    private final SourceText.Builder kept = new SourceText.Builder();

    Stripper(SourceText text, String chars) {
      this.text = text;
      this.chars = chars;
    }

    SourceText strip(int from) {
      Matcher target = TARGET.matcher(chars);
      int nextTarget = target.find() ? target.start() : -1;
      int i = from;
      while (i < chars.length()) {
        if (i == nextTarget) {
          i = target.end();
          nextTarget = target.find() ? target.start() : -1;
        } else if (chars.startsWith("**", i) || chars.startsWith("__", i)) {
          i += 2;
        } else if (chars.charAt(i) == '[' && nextTarget > i) {
          i++;
        } else {
          ByteSpan span = text.span(i, i + 1);
          kept.append(chars.charAt(i), span.start(), span.end());
          i++;
        }
      }
      return kept.build();
    }
  }

  /** Length of the character reference at {@code at}; 0 if there is none that is known. */
  static int referenceLength(String text, int at, int end) {
    for (int i = at + 1; i < Math.min(end, at + 7); i++) {
      if (text.charAt(i) == ';') {
        return REFERENCES.containsKey(text.substring(at, i + 1)) ? i + 1 - at : 0;
      }
    }
    return 0;
  }

  /** The character that a known reference stands for. */
  static char reference(String reference) {
    Character c = REFERENCES.get(reference);
    return c == null ? '\uFFFD' : c;
  }
}

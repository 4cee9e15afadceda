package dev.afterbell.filing;

/** The characters of HTML's own syntax. */
final class Markup {

  private Markup() {}

  /** White space between attributes. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  /** The first character from {@code start} on that is no white space. */
  static int afterSpace(String source, int start) {
    int at = start;
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Text with spaces for line ends, which is what the full parser is given. */
  static String flat(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }
}

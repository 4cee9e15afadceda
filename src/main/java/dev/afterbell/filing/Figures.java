package dev.afterbell.filing;

/** Recognises the numbers of a financial table by their shape alone. */
final class Figures {

  private Figures() {}

  /**
   * Whether text is one figure: digits with separators, in brackets, with a sign, a currency mark,
   * a percent or points sign, or a footnote mark; or a mark that stands for none ("—", "N/A").
   */
  static boolean isFigure(CharSequence text) {
    int digits = 0;
    int letters = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    if (digits == 0) {
      return isNone(text);
    }
    return length <= 32 && letters <= 4 && (letters == 0 || isUnits(text));
  }

  /** Whether text stands for "no figure". */
  static boolean isNone(CharSequence text) {
    String plain = text.toString().strip();
    return switch (plain) {
      case "-",
          "\u2013",
          "\u2014",
          "\u2015",
          "--",
          "\u2014%",
          "\u2013%",
          "-%",
          "$-",
          "$ -",
          "$\u2014",
          "$ \u2014",
          "$\u2013",
          "$ \u2013",
          "N/A",
          "n/a",
          "NA",
          "NM",
          "N/M",
          "n.m.",
          "nm",
          "*",
          "**",
          "(-)",
          "\u2014 %",
          "- %",
          "\u2014 pts",
          "N.M.",
          "nil" ->
          true;
      default -> false;
    };
  }

  /** Whether the letters are of a unit (bps, pts, RMB, US$, x), not of a word or month. */
  private static boolean isUnits(CharSequence text) {
    String letters = text.toString().replaceAll("[^A-Za-z]+", " ").strip();
    return switch (letters) {
      case "bps",
          "bp",
          "pts",
          "pt",
          "pp",
          "ppt",
          "x",
          "X",
          "RMB",
          "US",
          "USD",
          "CNY",
          "HK",
          "EUR",
          "GBP",
          "A",
          "C",
          "R",
          "S",
          "M",
          "B",
          "K",
          "m",
          "bn",
          "k",
          "a",
          "b",
          "c",
          "ppts" ->
          true;
      default -> false;
    };
  }
}

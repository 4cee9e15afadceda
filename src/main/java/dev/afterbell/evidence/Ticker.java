package dev.afterbell.evidence;

import java.util.regex.Pattern;

/**
 * An exchange symbol, the key under which an issuer is kept.
 *
 * @param symbol one to twelve of {@code A-Z 0-9 . -}, starting with a letter or digit
 */
public record Ticker(String symbol) implements Comparable<Ticker> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}");

  /**
   * @throws IllegalArgumentException for any other text; look-alike letters of other scripts
   *     included
   */
  public Ticker {
    if (!FORM.matcher(symbol).matches()) {
      throw new IllegalArgumentException("A ticker is 1 to 12 of A-Z, 0-9, '.' and '-'");
    }
  }

  /** Whether {@code text} would make a ticker. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(Ticker other) {
    return symbol.compareTo(other.symbol);
  }

  @Override
  public String toString() {
    return symbol;
  }
}

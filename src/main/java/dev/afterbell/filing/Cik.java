package dev.afterbell.filing;

import java.util.regex.Pattern;

/**
 * An SEC Central Index Key, kept as ten digits with leading zeros.
 *
 * @param digits exactly ten digits
 */
public record Cik(String digits) {

  private static final Pattern FORM = Pattern.compile("\\d{10}");

  /**
   * @throws IllegalArgumentException if {@code digits} is not ten digits; use {@link #parse} for
   *     shorter text
   */
  public Cik {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("A CIK is ten digits: " + digits);
    }
  }

  /**
   * Reads one to ten digits, with or without leading zeros.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Cik parse(String text) {
    String trimmed = text.trim();
    if (!trimmed.matches("\\d{1,10}")) {
      throw new IllegalArgumentException("A CIK is one to ten digits: " + text);
    }
    return new Cik("0".repeat(10 - trimmed.length()) + trimmed);
  }

  @Override
  public String toString() {
    return digits;
  }
}

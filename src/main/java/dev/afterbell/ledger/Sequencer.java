package dev.afterbell.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The order of notices about one object key, as S3 gives it: hexadecimal digits of varying length,
 * compared after padding the shorter one with zeros on the right (S3 User Guide, "Event message
 * structure").
 *
 * <p>Trailing zeros carry no meaning under that rule, so they are dropped here; then comparing the
 * texts is comparing the padded texts, and texts of equal rank are equal.
 *
 * @param digits upper-case hexadecimal digits without trailing zeros; {@code 0} if nothing is left
 */
public record Sequencer(String digits) implements Comparable<Sequencer> {

  private static final int LENGTH_MAX = 128;
  private static final Pattern FORM = Pattern.compile("[0-9A-F]*[1-9A-F]|0");

  /**
   * @throws IllegalArgumentException if {@code digits} is not in that form; use {@link #parse} for
   *     what a notice carries
   */
  public Sequencer {
    if (digits.length() > LENGTH_MAX || !FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("A sequencer is hexadecimal digits without final zeros");
    }
  }

  /**
   * Reads what a notice carries.
   *
   * @throws IllegalArgumentException if it is empty, longer than 128 or not hexadecimal
   */
  public static Sequencer parse(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX || !text.matches("[0-9A-Fa-f]+")) {
      throw new IllegalArgumentException("A sequencer is 1 to 128 hexadecimal digits");
    }
    int end = text.length();
    while (end > 1 && text.charAt(end - 1) == '0') {
      end--;
    }
    return new Sequencer(text.substring(0, end).toUpperCase(Locale.ROOT));
  }

  @Override
  public int compareTo(Sequencer other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}

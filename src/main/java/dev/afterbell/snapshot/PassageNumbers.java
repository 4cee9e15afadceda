package dev.afterbell.snapshot;

import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a quoted passage says a value. Kept apart from the reader of filings on purpose: the
 * check must not share a mistake with what it checks.
 */
final class PassageNumbers {

  /**
   * Table cells state amounts in the table's unit, so any of these may stand between quote and
   * value.
   */
  private static final int[] CELL_EXPONENTS = {0, 3, 6, 9};

  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{2,3})+|\\d+)(\\.\\d+)?\\)?\\s*(thousand|million|billion|trillion|mn|bn|lakh|crore)?",
          Pattern.CASE_INSENSITIVE);

  private PassageNumbers() {}

  /**
   * Whether some number of the quote, with its scale word or a table's scale, is the value without
   * its sign.
   */
  static boolean says(String quote, BigDecimal value, Unit unit) {
    Matcher m = NUMBER.matcher(quote);
    while (m.find()) {
      String fraction = m.group(2) == null ? "" : m.group(2);
      BigDecimal number = new BigDecimal(m.group(1).replace(",", "") + fraction);
      String word = m.group(3) == null ? "" : m.group(3).toLowerCase(java.util.Locale.ROOT);
      if (matches(number, word, value.abs(), unit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(BigDecimal number, String word, BigDecimal value, Unit unit) {
    if (!word.isEmpty()) {
      return number.multiply(scale(word)).compareTo(value) == 0;
    }
    if (!unit.money()) {
      return number.compareTo(value) == 0 || number.movePointLeft(2).compareTo(value) == 0;
    }
    for (int exponent : CELL_EXPONENTS) {
      if (number.movePointRight(exponent).compareTo(value) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The factor that a scale word stands for; 1 for none. */
  static BigDecimal scale(String word) {
    return switch (word) {
      case "thousand" -> BigDecimal.valueOf(1_000);
      case "lakh" -> BigDecimal.valueOf(100_000);
      case "million", "mn" -> BigDecimal.valueOf(1_000_000);
      case "crore" -> BigDecimal.valueOf(10_000_000);
      case "billion", "bn" -> BigDecimal.valueOf(1_000_000_000);
      case "trillion" -> BigDecimal.valueOf(1_000_000_000_000L);
      default -> BigDecimal.ONE;
    };
  }
}

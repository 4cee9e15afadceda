package dev.afterbell.evidence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unit of a figure: an ISO 4217 currency, a currency for each share or ADS, a percentage, a
 * difference of percentages, shares for each ADS, or a plain count.
 *
 * @param code {@code CNY}, {@code CNY/share}, {@code USD/ADS}, {@code %}, {@code pp}, {@code
 *     shares/ADS}, {@code count}
 */
public record Unit(String code) {

  private static final Pattern FORM =
      Pattern.compile("[A-Z]{3}(/share|/ADS)?|%|pp|shares/ADS|count");

  private static final int CURRENCY_CHARS = 3;

  /** Percent. */
  public static final Unit PERCENT = new Unit("%");

  /** Percentage points. */
  public static final Unit PERCENTAGE_POINTS = new Unit("pp");

  /** Ordinary shares for each American depositary share. */
  public static final Unit SHARES_PER_ADS = new Unit("shares/ADS");

  /** A number of things. */
  public static final Unit COUNT = new Unit("count");

  /**
   * @throws IllegalArgumentException for any other code
   */
  public Unit {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("Not a unit: " + code);
    }
  }

  /** An amount in a currency, by its ISO 4217 code. */
  public static Unit money(String currency) {
    return new Unit(currency);
  }

  /** An amount for each share. */
  public static Unit perShare(String currency) {
    return new Unit(currency + "/share");
  }

  /** An amount for each American depositary share. */
  public static Unit perAds(String currency) {
    return new Unit(currency + "/ADS");
  }

  /** Whether this is a whole amount of money. */
  public boolean money() {
    return code.length() == CURRENCY_CHARS;
  }

  /** The currency of an amount, whole or for a share, by its ISO 4217 code. */
  public Optional<String> currency() {
    boolean amount =
        money() || code.endsWith("/share") || (code.endsWith("/ADS") && !equals(SHARES_PER_ADS));
    return amount ? Optional.of(code.substring(0, CURRENCY_CHARS)) : Optional.empty();
  }

  @Override
  public String toString() {
    return code;
  }
}

package dev.afterbell.evidence;

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
    return code.length() == 3;
  }

  @Override
  public String toString() {
    return code;
  }
}

package dev.afterbell.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How little is known: {@code 1 − I × EQ}, with I the share of the prior's information that is
 * present (docs/method.md §1).
 *
 * @param value in [0, 1], four decimals
 * @param level in words
 */
public record Uncertainty(BigDecimal value, Level level) {

  /** Words for ranges of the value. */
  public enum Level {
    /** Below 0.25. */
    LOW("0"),
    /** From 0.25. */
    MODERATE("0.25"),
    /** From 0.50. */
    HIGH("0.50"),
    /** From 0.75, and whenever evidence quality is zero or pending. */
    VERY_HIGH("0.75");

    private final BigDecimal from;

    Level(String from) {
      this.from = new BigDecimal(from);
    }

    /** In words, e.g. {@code very high}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Level parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    static Level of(BigDecimal value) {
      Level level = LOW;
      for (Level candidate : values()) {
        if (value.compareTo(candidate.from) >= 0) {
          level = candidate;
        }
      }
      return level;
    }
  }

  /**
   * From its two parts; a pending quality counts as none.
   *
   * @param informationShare I in [0, 1]
   */
  public static Uncertainty of(BigDecimal informationShare, EvidenceQuality quality) {
    BigDecimal known = informationShare.multiply(quality.value().orElse(BigDecimal.ZERO));
    BigDecimal value = BigDecimal.ONE.subtract(known).setScale(4, RoundingMode.HALF_EVEN);
    return new Uncertainty(value, Level.of(value));
  }
}

package dev.afterbell.evaluation;

import java.util.Comparator;

/**
 * One line that is not scored.
 *
 * @param reason why
 * @param subject the card's version, ticker and day, or the digest of a line that is no card
 * @param detail what exactly
 */
public record Excluded(Exclusion reason, String subject, String detail)
    implements Comparable<Excluded> {

  private static final Comparator<Excluded> ORDER =
      Comparator.comparing(Excluded::reason)
          .thenComparing(Excluded::subject)
          .thenComparing(Excluded::detail);

  static Excluded of(Exclusion reason, Forecast forecast, String detail) {
    return new Excluded(reason, forecast.key() + " as of " + forecast.asOf(), detail);
  }

  /** By reason, subject and detail. */
  @Override
  public int compareTo(Excluded other) {
    return ORDER.compare(this, other);
  }
}

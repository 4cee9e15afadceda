package dev.afterbell.evaluation;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.market.Venue;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What one stored score card forecast.
 *
 * @param key which event, by which method
 * @param asOf the moment of the card
 * @param t3 close of T+3
 * @param venue whose sessions the card counts, from the start of its calendar's version
 * @param probabilities the three scenarios
 * @param mean s, the mean of the outcome
 * @param spread σ, its standard deviation, above 0
 * @param uncertainty U of the card in [0, 1]
 * @param card SHA-256 of the card's canonical JSON
 */
public record Forecast(
    Key key,
    Instant asOf,
    Instant t3,
    Venue venue,
    Probabilities probabilities,
    double mean,
    double spread,
    double uncertainty,
    Sha256 card)
    implements Comparable<Forecast> {

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Comparator<Forecast> ORDER =
      Comparator.comparing(Forecast::asOf)
          .thenComparing(Forecast::key)
          .thenComparing(f -> f.card.hex());

  /**
   * An event as one version of the method saw it.
   *
   * @param methodVersion 1 to 32 letters, digits, dots, hyphens and underscores
   * @param ticker of the issuer
   * @param eventDate day of the release
   */
  public record Key(String methodVersion, Ticker ticker, LocalDate eventDate)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::methodVersion)
            .thenComparing(Key::ticker)
            .thenComparing(Key::eventDate);

    /**
     * @throws IllegalArgumentException if the version has another form
     */
    public Key {
      if (!VERSION.matcher(methodVersion).matches()) {
        throw new IllegalArgumentException("A method version is 1 to 32 of A-Z, a-z, 0-9, . _ -");
      }
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return methodVersion + " " + ticker + " " + eventDate;
    }
  }

  /**
   * @throws IllegalArgumentException if the spread is not above 0, U is outside [0, 1], or a moment
   *     is of no year in which prices are known
   */
  public Forecast {
    if (asOf.isBefore(FIRST) || !asOf.isBefore(LAST) || t3.isBefore(FIRST) || !t3.isBefore(LAST)) {
      throw new IllegalArgumentException("A forecast is of 1900 to 2199: " + asOf + ", " + t3);
    }
    if (!(spread > 0) || !(uncertainty >= 0 && uncertainty <= 1)) {
      throw new IllegalArgumentException(
          "A forecast has a spread above 0 and an uncertainty in [0, 1]: "
              + spread
              + ", "
              + uncertainty);
    }
  }

  /**
   * The forecast of a card.
   *
   * @throws IllegalArgumentException if its calendar's version does not begin with a known venue
   */
  public static Forecast of(ScoreCard card) {
    String version = card.calendarVersion();
    int end = version.indexOf('-');
    return new Forecast(
        new Key(card.methodVersion(), card.ticker(), card.eventDate()),
        card.asOf(),
        card.t3(),
        Venue.parse(end < 0 ? version : version.substring(0, end)),
        Probabilities.of(card.prior()),
        card.prior().mean(),
        card.prior().spread(),
        card.uncertainty().value().doubleValue(),
        CanonicalJson.hash(ScoreCardJson.write(card)));
  }

  /** In time, then by key and card: the order in which everything is added up. */
  @Override
  public int compareTo(Forecast other) {
    return ORDER.compare(this, other);
  }
}

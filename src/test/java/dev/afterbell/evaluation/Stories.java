package dev.afterbell.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.Fixtures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Cards as they are stored, of invented issuers, and prices of which the outcome is known. */
final class Stories {

  static final SessionCalendar CALENDAR = SessionCalendar.of(Venue.XNAS);
  static final LocalDate T0 = LocalDate.of(2026, 5, 27);

  private static final Map<String, ScoreCard> TEMPLATES = new HashMap<>();

  private Stories() {}

  /** What a card says, changed one thing at a time. */
  record Card(
      String methodVersion,
      String calendarVersion,
      String ticker,
      LocalDate eventDate,
      Instant asOf,
      Instant t3,
      String z) {

    /** Of the refresh at T+3. */
    static Card of(String ticker, LocalDate t0) {
      Session t3 = CALENDAR.plus(CALENDAR.session(t0).orElseThrow(), 3);
      return new Card(
          "m1", CALENDAR.version(), ticker, t0, t3.close().plusSeconds(16_200), t3.close(), "1");
    }

    Card method(String version) {
      return new Card(version, calendarVersion, ticker, eventDate, asOf, t3, z);
    }

    Card calendar(String version) {
      return new Card(methodVersion, version, ticker, eventDate, asOf, t3, z);
    }

    Card asOf(Instant moment) {
      return new Card(methodVersion, calendarVersion, ticker, eventDate, moment, t3, z);
    }

    Card t3(Instant moment) {
      return new Card(methodVersion, calendarVersion, ticker, eventDate, asOf, moment, z);
    }

    /** With an abnormal return of so many standard deviations as its only signal. */
    Card z(String value) {
      return new Card(methodVersion, calendarVersion, ticker, eventDate, asOf, t3, value);
    }

    String line() {
      ObjectNode node = ScoreCardJson.write(template(z));
      node.put("methodVersion", methodVersion);
      node.put("calendarVersion", calendarVersion);
      node.put("ticker", ticker);
      node.put("eventDate", eventDate.toString());
      node.put("asOf", asOf.toString());
      node.put("t3", t3.toString());
      return CanonicalJson.text(node);
    }
  }

  /** A real card of an abnormal return of {@code z·2·0.02} over four sessions, with σ_AR 0.02. */
  private static ScoreCard template(String z) {
    return TEMPLATES.computeIfAbsent(
        z,
        value ->
            Scoring.score(
                Fixtures.input(
                    Fixtures.prices(
                            new BigDecimal(value).multiply(new BigDecimal("0.04")).toPlainString(),
                            "0.02")
                        .build())));
  }

  /** Prices by symbol. */
  static final class Book implements Prices {

    private final Map<String, Answer> answers = new HashMap<>();

    Book with(String symbol, PriceSeries series) {
      answers.put(symbol, new Found(series, true));
      return this;
    }

    Book with(String symbol, Answer answer) {
      answers.put(symbol, answer);
      return this;
    }

    @Override
    public Answer find(String symbol, Venue venue) {
      return answers.getOrDefault(symbol, new Missing());
    }
  }

  /** The benchmark never moves, so that abnormal returns are returns, from 2025 to 2027. */
  static PriceSeries flat() {
    return series(LocalDate.of(2025, 1, 2), LocalDate.of(2027, 12, 31), i -> 0);
  }

  /**
   * A share that goes up and down by a hundredth each session, so that σ_AR is 0.01, and from
   * session 4 after an event on by {@code step} a session: y is {@code 60·step/(0.01·√60)}.
   */
  static PriceSeries share(LocalDate t0, double step) {
    LocalDate from = LocalDate.of(2025, 1, 2);
    int at = CALENDAR.sessionsBetween(from, t0);
    return series(
        from,
        LocalDate.of(2027, 12, 31),
        i -> i < at + Outcome.FIRST ? (i % 2 == 0 ? 0.01 : -0.01) : step);
  }

  /** Closes of a hundred that change by the return of each session, counted from 0. */
  static PriceSeries series(LocalDate from, LocalDate to, IntToDoubleFunction returns) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    BigDecimal price = new BigDecimal(100);
    int i = 0;
    for (Session session : CALENDAR.sessions(from, to)) {
      price =
          price
              .multiply(BigDecimal.valueOf(1 + returns.applyAsDouble(i++)))
              .setScale(24, RoundingMode.HALF_EVEN);
      closes.put(session.date(), price);
    }
    return new PriceSeries(Venue.XNAS.currency(), closes);
  }

  static Instant at(String text) {
    return Fixtures.at(text);
  }

  static EvaluationReport evaluate(Prices prices, String... lines) {
    return evaluate(Optional.empty(), prices, Arrays.asList(lines));
  }

  static EvaluationReport evaluate(Optional<Instant> asOf, Prices prices, List<String> lines) {
    return Evaluation.of(
        Cards.read(lines.stream()),
        prices,
        new Evaluation.Settings(
            asOf,
            Evaluation.Settings.DEFAULT.benchmarks(),
            Evaluation.Settings.DEFAULT.calendars(),
            new Resampling(1, 200)));
  }

  static String json(EvaluationReport report) {
    return CanonicalJson.text(EvaluationJson.write(report));
  }
}

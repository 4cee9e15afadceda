package dev.afterbell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.evaluation.Stories.Book;
import dev.afterbell.evaluation.Stories.Card;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From lines and prices to scored events: what counts, what is left out, what nobody may see. */
class EvaluationTest {

  private static final Card CARD = Card.of("XMPL", Stories.T0);
  private static final LocalDate SESSION_63 = LocalDate.of(2026, 8, 26);

  private static Book book() {
    return new Book().with("SPY", Stories.flat()).with("XMPL", Stories.share(Stories.T0, 0.002));
  }

  /** 60 sessions of 0.2% each over σ of 1%: 0.12 / (0.01·√60). */
  @ParameterizedTest
  @CsvSource({
    "0.002, 1.549193, BULL",
    "-0.002, -1.549193, BEAR",
    "0.0005, 0.387298, BASE",
    "0, 0, BASE"
  })
  void outcome_ofAKnownPath_isThatWorkedByHand(double step, double y, Scenario scenario) {
    EvaluationReport report =
        Stories.evaluate(book().with("XMPL", Stories.share(Stories.T0, step)), CARD.line());

    assertThat(report.excluded()).isEmpty();
    Outcome outcome = report.events().get(0).outcome();
    assertThat(outcome.y()).isCloseTo(y, within(1e-6));
    assertThat(outcome.scenario()).isEqualTo(scenario);
    assertThat(outcome.t0()).isEqualTo(Stories.T0);
    assertThat(outcome.closed()).isEqualTo(Stories.at(SESSION_63 + "T16:00:00-04:00"));
    assertThat(outcome.sessions()).isEqualTo(Outcome.Sessions.CALENDAR);
    assertThat(outcome.model()).isEqualTo(Reaction.Model.MARKET_ADJUSTED);
  }

  @Test
  void forecast_ofACard_isItsPrior() {
    ScoredEvent event = Stories.evaluate(book(), CARD.z("3").line()).events().get(0);

    assertThat(event.forecast().mean()).isCloseTo(0.12, within(1e-12));
    assertThat(event.forecast().spread()).isCloseTo(StrictMath.sqrt(1 - 0.0016), within(1e-12));
    assertThat(Probabilities.normal(event.forecast().mean(), event.forecast().spread()).bull())
        .isCloseTo(event.probabilities().bull(), within(1e-6));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-06-01T15:59:59-04:00, TOO_EARLY",
    "2026-06-01T16:00:00-04:00, ",
    "2026-06-02T09:29:59-04:00, ",
    "2026-06-02T09:30:00.001-04:00, TOO_LATE",
    "2026-09-30T20:30:00-04:00, TOO_LATE",
  })
  void card_madeAtAnyTime_countsFromTheCloseOfT3ToTheOpenOfSession4(
      String asOf, Exclusion expected) {
    EvaluationReport report = Stories.evaluate(book(), CARD.asOf(Stories.at(asOf)).line());

    assertThat(reasons(report))
        .isEqualTo(Optional.ofNullable(expected).map(List::of).orElse(List.of()));
    assertThat(report.events()).hasSize(expected == null ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-08-26T15:59:59-04:00, PENDING",
    "2026-08-26T16:00:00-04:00, ",
  })
  void outcome_asOfAMoment_countsFromTheCloseOfSession63(String asOf, Exclusion expected) {
    EvaluationReport report =
        Stories.evaluate(Optional.of(Stories.at(asOf)), book(), List.of(CARD.line()));

    assertThat(reasons(report))
        .isEqualTo(Optional.ofNullable(expected).map(List::of).orElse(List.of()));
  }

  @Test
  void asOf_notGiven_isTheCloseOfTheBenchmarksLastDay() {
    EvaluationReport report =
        Stories.evaluate(
            book().with("SPY", Stories.flat().through(SESSION_63.minusDays(1))), CARD.line());

    assertThat(report.asOf()).contains(Stories.at("2026-08-25T16:00:00-04:00"));
    assertThat(report.asOfGiven()).isFalse();
    assertThat(reasons(report)).containsExactly(Exclusion.PENDING);
  }

  @Test
  void prices_afterTheMomentOfTheEvaluation_haveNoPartInIt() {
    Optional<Instant> asOf = Optional.of(Stories.at("2026-08-26T16:00:00-04:00"));
    List<String> lines = List.of(CARD.line(), Card.of("XMPL", Stories.T0.plusDays(1)).line());
    String before = Stories.json(Stories.evaluate(asOf, book(), lines));

    Book changed =
        new Book()
            .with("SPY", changedAfter(Stories.flat(), SESSION_63))
            .with("XMPL", changedAfter(Stories.share(Stories.T0, 0.002), SESSION_63));

    assertThat(Stories.json(Stories.evaluate(asOf, changed, lines))).isEqualTo(before);
    assertThat(
            Stories.json(
                Stories.evaluate(
                    asOf,
                    changed.with(
                        "XMPL",
                        changedAfter(Stories.share(Stories.T0, 0.002), SESSION_63.minusDays(1))),
                    lines)))
        .isNotEqualTo(before);
  }

  @Test
  void linesInAnyOrder_giveTheSameBytes() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      LocalDate t0 =
          Stories.CALENDAR.plus(Stories.CALENDAR.session(Stories.T0).orElseThrow(), i).date();
      lines.add(Card.of("XMPL", t0).z(String.valueOf(i % 4 - 1)).line());
    }
    lines.addAll(List.of("no card", "{}", lines.get(3), CARD.asOf(CARD.t3()).line()));
    lines.add(CARD.method("m2").line());
    String expected = Stories.json(Stories.evaluate(Optional.empty(), book(), lines));

    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(Stories.json(Stories.evaluate(Optional.empty(), book(), lines)))
          .isEqualTo(expected);
    }
  }

  @Test
  void corruptLines_areCountedWithTheirDigest() {
    EvaluationReport report =
        Stories.evaluate(
            book(),
            CARD.line(),
            "",
            "  ",
            "no card",
            "[]",
            "{\"methodVersion\":\"m1\"}",
            CARD.line().replace("\"bull\":\"0", "\"bull\":\"1"),
            CARD.line().replace("\"methodVersion\":\"m1\"", "\"methodVersion\":\"m 1\""),
            CARD.line().substring(9),
            CARD.line() + "{}",
            "\u0000[[[[[[[[");

    assertThat(report.lines()).isEqualTo(9);
    assertThat(report.events()).hasSize(1);
    assertThat(report.exclusions()).containsEntry(Exclusion.CORRUPT, 8L);
    assertThat(report.excluded())
        .allSatisfy(e -> assertThat(e.subject()).matches("line [0-9a-f]{16}"))
        .anySatisfy(e -> assertThat(e.detail()).contains("calendarVersion"));
  }

  /** One character changed, dropped or doubled anywhere: a card, or a line that is counted. */
  @Test
  void damagedLines_neverEndTheReading() {
    SplitMix random = new SplitMix(11);
    String line = CARD.line();
    List<String> damaged = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int at = random.below(line.length());
      String with =
          switch (i % 3) {
            case 0 -> "";
            case 1 -> String.valueOf((char) (32 + random.below(95)));
            default -> line.substring(at, at + 1).repeat(2);
          };
      damaged.add(line.substring(0, at) + with + line.substring(at + 1));
    }
    EvaluationReport report = Stories.evaluate(Optional.empty(), book(), damaged);

    assertThat(report.lines()).isEqualTo(600);
    assertThat(report.exclusions().get(Exclusion.CORRUPT)).isGreaterThan(300);
    assertThat(Stories.json(report)).contains("\"lines\":600");
  }

  @Test
  void cardsOfOneEvent_theLatestMadeInTimeCounts() {
    Card late = CARD.asOf(Stories.at("2026-06-02T08:00:00-04:00")).z("2");
    EvaluationReport report =
        Stories.evaluate(
            book(),
            CARD.line(),
            CARD.line(),
            late.line(),
            CARD.asOf(Stories.at("2026-06-02T10:00:00-04:00")).line(),
            CARD.method("m2").line());

    assertThat(report.events())
        .extracting(e -> e.forecast().key().methodVersion(), e -> e.forecast().asOf())
        .containsExactly(tuple("m2", CARD.asOf()), tuple("m1", late.asOf()));
    assertThat(reasons(report))
        .containsExactly(Exclusion.DUPLICATE, Exclusion.SUPERSEDED, Exclusion.TOO_LATE);
  }

  @Test
  void cardsOfOneMoment_thatDiffer_areBothLeftOut() {
    EvaluationReport report = Stories.evaluate(book(), CARD.line(), CARD.z("2").line());

    assertThat(report.events()).isEmpty();
    assertThat(reasons(report)).containsExactly(Exclusion.CONFLICT, Exclusion.CONFLICT);
  }

  @Test
  void methodVersions_areNeverMixed() {
    EvaluationReport report =
        Stories.evaluate(book(), CARD.line(), CARD.method("m2").z("-3").line());

    assertThat(report.methods())
        .extracting(MethodResult::methodVersion, MethodResult::events)
        .containsExactly(tuple("m1", 1), tuple("m2", 1));
  }

  @Test
  void pricesThatDoNotServe_areCountedUnderTheirReason() {
    PriceSeries share = Stories.share(Stories.T0, 0.002);

    assertThat(reasonOf(book().with("XMPL", new Prices.Missing()))).isEqualTo(Exclusion.NO_PRICES);
    assertThat(reasonOf(book().with("XMPL", new Prices.Refused("line 2"))))
        .isEqualTo(Exclusion.PRICES_REFUSED);
    assertThat(reasonOf(book().with("SPY", new Prices.Missing())))
        .isEqualTo(Exclusion.NO_BENCHMARK);
    assertThat(reasonOf(book().with("SPY", new Prices.Refused("line 2"))))
        .isEqualTo(Exclusion.PRICES_REFUSED);
    assertThat(reasonOf(book().with("XMPL", share.through(SESSION_63.minusDays(1)))))
        .isEqualTo(Exclusion.PRICES_END);
    assertThat(reasonOf(book().with("XMPL", without(share, LocalDate.of(2026, 7, 1)))))
        .isEqualTo(Exclusion.GAP);
    assertThat(reasonOf(book().with("SPY", without(Stories.flat(), LocalDate.of(2026, 7, 1)))))
        .isEqualTo(Exclusion.GAP);
    assertThat(reasonOf(book().with("XMPL", from(share, LocalDate.of(2026, 4, 20)))))
        .isEqualTo(Exclusion.SHORT_HISTORY);
    assertThat(reasonOf(book().with("XMPL", Stories.flat()))).isEqualTo(Exclusion.FLAT);
  }

  @Test
  void cardsWhoseSessionsCannotBeCounted_areCountedUnderTheirReason() {
    assertThat(reasonOf(CARD.calendar("XLON-2026.1"))).isEqualTo(Exclusion.UNKNOWN_VENUE);
    assertThat(reasonOf(CARD.calendar("2026"))).isEqualTo(Exclusion.UNKNOWN_VENUE);
    Instant sunday = Stories.at("2026-05-31T16:00:00-04:00");
    assertThat(reasonOf(CARD.t3(sunday))).isEqualTo(Exclusion.NO_SESSION);
    Instant before = Stories.at("2020-06-01T16:00:00-04:00");
    assertThat(reasonOf(CARD.t3(before).asOf(before))).isEqualTo(Exclusion.SHORT_HISTORY);
    Instant after = Stories.at("2031-06-02T16:00:00-04:00");
    assertThat(reasonOf(CARD.t3(after).asOf(after))).isEqualTo(Exclusion.PENDING);
    assertThat(reasonOf(CARD.t3(Instant.parse("+1000000-01-01T00:00:00Z"))))
        .isEqualTo(Exclusion.CORRUPT);
  }

  /** The table begins 2024: for an event of January 2024 the benchmark's days are counted. */
  @Test
  void sessions_beforeTheTable_areTheBenchmarksDays() {
    TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (LocalDate day = LocalDate.of(2010, 1, 4); day.getYear() < 2012; day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() < 6 && day.getDayOfMonth() != 13) {
        days.put(day, BigDecimal.valueOf(100 + day.getDayOfMonth() % 2));
      }
    }
    PriceSeries benchmark = new PriceSeries(Venue.XNAS.currency(), days);
    Instant t3 = Stories.at("2011-02-14T16:00:00-05:00");
    Card card = CARD.t3(t3).asOf(t3.plusSeconds(60));
    Book book =
        new Book()
            .with("SPY", benchmark)
            .with("XMPL", new PriceSeries(Venue.XNAS.currency(), days));

    assertThat(reasonOf(book, card)).isEqualTo(Exclusion.FLAT);
    days.put(LocalDate.of(2010, 12, 1), BigDecimal.valueOf(103));
    ScoredEvent event =
        Stories.evaluate(
                book.with("XMPL", new PriceSeries(Venue.XNAS.currency(), days)), card.line())
            .events()
            .get(0);

    assertThat(event.outcome().sessions()).isEqualTo(Outcome.Sessions.BENCHMARK_DAYS);
    assertThat(event.outcome().t0()).isEqualTo(LocalDate.of(2011, 2, 9));
    assertThat(event.outcome().model()).isEqualTo(Reaction.Model.MARKET_MODEL);
  }

  @Test
  void oneBenchmark_forVenuesOfTwoCurrencies_isRefused() {
    Card hongKong = CARD.calendar("XHKG-2026.2");
    Cards cards = Cards.read(List.of(CARD.line(), hongKong.line()).stream());
    Evaluation.Settings settings =
        new Evaluation.Settings(
            Optional.empty(),
            new Benchmarks(Optional.of(new Ticker("INDX"))),
            Evaluation.Settings.DEFAULT.calendars(),
            Resampling.DEFAULT);

    assertThatThrownBy(() -> Evaluation.of(cards, book(), settings))
        .hasMessageContaining("two currencies");
    assertThat(Stories.evaluate(book(), hongKong.line()).benchmarks())
        .containsEntry("XHKG", "2800");
  }

  @Test
  void noLinesAtAll_isAReportOfNothing() {
    EvaluationReport report = Stories.evaluate(book());

    assertThat(report.lines()).isZero();
    assertThat(report.methods()).isEmpty();
    assertThat(Stories.json(report)).contains("\"scored\":0");
    assertThat(EvaluationMarkdown.of(report)).contains("Nothing.");
  }

  private static PriceSeries changedAfter(PriceSeries series, LocalDate last) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>(series.closes());
    closes.replaceAll(
        (date, price) ->
            date.isAfter(last)
                ? price.multiply(BigDecimal.valueOf(1 + date.getDayOfMonth()))
                : price);
    return new PriceSeries(series.currency(), closes);
  }

  private static PriceSeries without(PriceSeries series, LocalDate day) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>(series.closes());
    assertThat(closes.remove(day)).isNotNull();
    return new PriceSeries(series.currency(), closes);
  }

  private static PriceSeries from(PriceSeries series, LocalDate day) {
    return new PriceSeries(series.currency(), series.closes().tailMap(day, true));
  }

  private static Exclusion reasonOf(Prices prices) {
    return reasonOf(prices, CARD);
  }

  private static Exclusion reasonOf(Card card) {
    return reasonOf(book(), card);
  }

  private static Exclusion reasonOf(Prices prices, Card card) {
    EvaluationReport report = Stories.evaluate(prices, card.line());
    assertThat(report.excluded()).as("left out, events %s", report.events()).hasSize(1);
    return report.excluded().get(0).reason();
  }

  private static List<Exclusion> reasons(EvaluationReport report) {
    return report.excluded().stream().map(Excluded::reason).collect(Collectors.toList());
  }
}

package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketModelTest {

  private static final Offset<Double> NINE_DIGITS = within(1e-9);
  private static final Currency USD = Currency.getInstance("USD");
  private static final SessionCalendar NYSE = SessionCalendar.of(Venue.XNYS);
  private static final EventClock EVENT =
      EventClock.of(NYSE, Instant.parse("2026-05-27T10:30:00Z"));

  /** Sessions −121 to +3 of the event, 125 of them. */
  private static final List<Session> SESSIONS =
      NYSE.sessions(EVENT.plus(-121).date(), EVENT.t3().date());

  private static final double[] MARKET = marketReturns();

  @ParameterizedTest
  @CsvSource({"0.0005, 1.3", "0, 1", "-0.002, 0.4", "0.001, -0.7"})
  void reaction_stockFollowsALine_findsItsAlphaAndBeta(double alpha, double beta) {
    double[] stock = map(MARKET, market -> alpha + beta * market);

    Reaction.Measured measured = measured(stock, MARKET, 3);

    assertThat(measured.expectation().model()).isEqualTo(Reaction.Model.MARKET_MODEL);
    assertThat(measured.expectation().observations()).isEqualTo(110);
    assertThat(measured.expectation().shortHistory()).isFalse();
    assertThat(measured.expectation().alpha()).isCloseTo(alpha, NINE_DIGITS);
    assertThat(measured.expectation().beta()).isCloseTo(beta, NINE_DIGITS);
    assertThat(measured.expectation().sigma().orElseThrow()).isCloseTo(0, NINE_DIGITS);
    assertThat(measured.car()).isCloseTo(0, NINE_DIGITS);
  }

  @Test
  void reaction_stockJumpsInTheWindow_attributesTheJumpToTheEvent() {
    double[] stock = map(MARKET, market -> 0.0005 + 1.3 * market);
    double[] jumps = {-0.23, 0.01, 0.02, -0.005};
    for (int day = 0; day <= 3; day++) {
      stock[121 + day] += jumps[day];
    }

    Reaction.Measured measured = measured(stock, MARKET, 3);

    assertThat(measured.days())
        .extracting(day -> day.session().date().toString())
        .containsExactly("2026-05-27", "2026-05-28", "2026-05-29", "2026-06-01");
    for (int day = 0; day <= 3; day++) {
      assertThat(measured.days().get(day).abnormal()).isCloseTo(jumps[day], NINE_DIGITS);
      assertThat(measured.days().get(day).stock()).isCloseTo(stock[121 + day], NINE_DIGITS);
      assertThat(measured.days().get(day).benchmark()).isCloseTo(MARKET[121 + day], NINE_DIGITS);
    }
    assertThat(measured.car()).isCloseTo(-0.205, NINE_DIGITS);
    double held = 1;
    for (int day = 0; day <= 3; day++) {
      held *= 1 + stock[121 + day];
    }
    assertThat(measured.change()).isCloseTo(held - 1, NINE_DIGITS);
  }

  @Test
  void reaction_noisyStock_agreesWithMatrixLeastSquares() {
    double[] stock = noisyStock();
    MatrixLeastSquares reference = MatrixLeastSquares.of(stock, MARKET);

    Reaction.Measured measured = measured(stock, MARKET, 3);

    assertThat(measured.expectation().alpha()).isCloseTo(reference.alpha(), NINE_DIGITS);
    assertThat(measured.expectation().beta()).isCloseTo(reference.beta(), NINE_DIGITS);
    double sigma = measured.expectation().sigma().orElseThrow();
    assertThat(sigma).isCloseTo(reference.sigma(), NINE_DIGITS).isBetween(0.01, 0.03);
    double error = measured.standardError().orElseThrow();
    assertThat(error).isCloseTo(reference.standardErrorOfCar(MARKET, 121, 125), NINE_DIGITS);
    assertThat(error).isGreaterThan(2 * sigma);
    assertThat(measured.testStatistic().orElseThrow())
        .isCloseTo(measured.car() / error, NINE_DIGITS);
    assertThat(measured.standardizedCar().orElseThrow())
        .isCloseTo(measured.car() / (sigma * 2), NINE_DIGITS);
  }

  @Test
  void reaction_pricesFromTheLastTenSessions_doNotEnterTheEstimate() {
    double[] stock = noisyStock();
    double[] leaked = stock.clone();
    for (int day = 111; day <= 120; day++) {
      leaked[day] += 0.05;
    }

    assertThat(measured(leaked, MARKET, 3).expectation())
        .isEqualTo(measured(stock, MARKET, 3).expectation());
  }

  @Test
  void reaction_beforeT3_measuresTheSessionsSoFar() {
    double[] stock = noisyStock();

    Reaction.Measured whole = measured(stock, MARKET, 3);
    Reaction.Measured first = measured(stock, MARKET, 0);

    assertThat(first.days()).hasSize(1).containsExactly(whole.days().get(0));
    assertThat(first.car()).isEqualTo(whole.days().get(0).abnormal());
    assertThat(first.expectation()).isEqualTo(whole.expectation());
  }

  @ParameterizedTest(name = "{0} observations: {1}, sigma known {2}")
  @CsvSource({
    "110, MARKET_MODEL, true",
    "60, MARKET_MODEL, true",
    "59, MARKET_ADJUSTED, true",
    "20, MARKET_ADJUSTED, true",
    "19, MARKET_ADJUSTED, false",
    "0, MARKET_ADJUSTED, false",
  })
  void reaction_shortHistory_fallsBackToTheMarketReturn(
      int observations, Reaction.Model model, boolean sigmaKnown) {
    LocalDate firstKnown = SESSIONS.get(110 - observations).date();
    PriceSeries stock = series(noisyStock());
    PriceSeries young = new PriceSeries(USD, stock.closes().tailMap(firstKnown, true));

    Reaction.Measured measured =
        MarketModel.reaction(young, series(MARKET), EVENT, 3).measured().orElseThrow();

    assertThat(measured.expectation().observations()).isEqualTo(observations);
    assertThat(measured.expectation().model()).isEqualTo(model);
    assertThat(measured.expectation().shortHistory()).isEqualTo(observations < 60);
    assertThat(measured.expectation().sigma().isPresent()).isEqualTo(sigmaKnown);
    assertThat(measured.testStatistic().isPresent()).isEqualTo(sigmaKnown);
    if (model == Reaction.Model.MARKET_ADJUSTED) {
      assertThat(measured.expectation().alpha()).isZero();
      assertThat(measured.expectation().beta()).isEqualTo(1);
      Reaction.Day day = measured.days().get(0);
      assertThat(day.abnormal()).isCloseTo(day.stock() - day.benchmark(), NINE_DIGITS);
    }
    if (model == Reaction.Model.MARKET_ADJUSTED && sigmaKnown) {
      double sigma = measured.expectation().sigma().orElseThrow();
      assertThat(measured.standardError().orElseThrow()).isCloseTo(2 * sigma, NINE_DIGITS);
    }
  }

  @Test
  void reaction_benchmarkNeverMoves_fallsBackToTheMarketReturn() {
    double[] flat = map(MARKET, market -> 0.0001);

    Reaction.Measured measured = measured(noisyStock(), flat, 3);

    assertThat(measured.expectation().model()).isEqualTo(Reaction.Model.MARKET_ADJUSTED);
    assertThat(measured.expectation().shortHistory()).isFalse();
  }

  @Test
  void reaction_closesMissingInTheWindow_namesThem() {
    PriceSeries stock = without(series(noisyStock()), "2026-05-29");
    PriceSeries benchmark = without(series(MARKET), "2026-05-26");

    assertThat(MarketModel.reaction(stock, benchmark, EVENT, 3))
        .isEqualTo(
            new Reaction.Incomplete(
                List.of(LocalDate.parse("2026-05-29")), List.of(LocalDate.parse("2026-05-26"))));
    assertThat(MarketModel.reaction(stock, series(MARKET), EVENT, 1).measured()).isPresent();
  }

  @Test
  void reaction_closeMissingInTheEstimation_losesTheTwoReturnsThatNeedIt() {
    PriceSeries stock = without(series(noisyStock()), SESSIONS.get(50).date().toString());

    assertThat(
            MarketModel.reaction(stock, series(MARKET), EVENT, 3)
                .measured()
                .orElseThrow()
                .expectation()
                .observations())
        .isEqualTo(108);
  }

  @Test
  void reaction_eventEarlyInTheTable_usesTheSessionsThereAre() {
    EventClock early = EventClock.of(NYSE, Instant.parse("2024-01-10T12:00:00Z"));
    PriceSeries prices = flatFrom(early.plus(-1).date(), early.t3().date());

    assertThat(
            MarketModel.reaction(prices, prices, early, 3)
                .measured()
                .orElseThrow()
                .expectation()
                .observations())
        .isZero();
    EventClock first = EventClock.of(NYSE, Instant.parse("2024-01-02T12:00:00Z"));
    assertThatThrownBy(() -> MarketModel.reaction(prices, prices, first, 3))
        .isInstanceOf(CalendarExhausted.class);
  }

  @Test
  void reaction_twoCurrenciesOrNegativeDay_refuses() {
    PriceSeries dollars = series(MARKET);
    PriceSeries hongKong = new PriceSeries(Currency.getInstance("HKD"), dollars.closes());

    assertThatThrownBy(() -> MarketModel.reaction(dollars, hongKong, EVENT, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HKD");
    assertThatThrownBy(() -> MarketModel.reaction(dollars, dollars, EVENT, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reaction_pricesInAnotherUnit_isTheSame() {
    PriceSeries stock = series(noisyStock());
    TreeMap<LocalDate, BigDecimal> cents = new TreeMap<>();
    stock.closes().forEach((date, price) -> cents.put(date, price.movePointRight(2)));

    assertThat(MarketModel.reaction(new PriceSeries(USD, cents), series(MARKET), EVENT, 3))
        .isEqualTo(MarketModel.reaction(stock, series(MARKET), EVENT, 3));
  }

  private static Reaction.Measured measured(double[] stock, double[] market, int last) {
    return MarketModel.reaction(series(stock), series(market), EVENT, last)
        .measured()
        .orElseThrow();
  }

  /** Prices that start at 100 and make {@code returns[i]} in session i of {@link #SESSIONS}. */
  private static PriceSeries series(double[] returns) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    BigDecimal price = new BigDecimal(100);
    for (int i = 0; i < SESSIONS.size(); i++) {
      if (i > 0) {
        price =
            price.multiply(BigDecimal.ONE.add(new BigDecimal(returns[i])), MathContext.DECIMAL128);
      }
      closes.put(SESSIONS.get(i).date(), price);
    }
    return new PriceSeries(USD, closes);
  }

  private static PriceSeries flatFrom(LocalDate from, LocalDate to) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    NYSE.sessions(from, to).forEach(s -> closes.put(s.date(), BigDecimal.TEN));
    return new PriceSeries(USD, closes);
  }

  private static PriceSeries without(PriceSeries series, String date) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>(series.closes());
    closes.remove(LocalDate.parse(date));
    return new PriceSeries(series.currency(), closes);
  }

  private static double[] marketReturns() {
    Random random = new Random(20260527);
    double[] returns = new double[SESSIONS.size()];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = 0.0003 + 0.01 * random.nextGaussian();
    }
    return returns;
  }

  private static double[] noisyStock() {
    Random random = new Random(7);
    return map(MARKET, market -> 0.0004 + 1.2 * market + 0.02 * random.nextGaussian());
  }

  private static double[] map(double[] values, DoubleUnaryOperator change) {
    double[] mapped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      mapped[i] = change.applyAsDouble(values[i]);
    }
    return mapped;
  }

  /** Least squares by (XᵀX)⁻¹Xᵀy with X = [1, R_m], rows 1 to 110 of the sessions. */
  private record MatrixLeastSquares(double alpha, double beta, double sigma, double[][] inverse) {

    static MatrixLeastSquares of(double[] y, double[] x) {
      double n = 0;
      double sx = 0;
      double sxx = 0;
      double sy = 0;
      double sxy = 0;
      for (int i = 1; i <= 110; i++) {
        n++;
        sx += x[i];
        sxx += x[i] * x[i];
        sy += y[i];
        sxy += x[i] * y[i];
      }
      double determinant = n * sxx - sx * sx;
      double[][] inverse = {
        {sxx / determinant, -sx / determinant}, {-sx / determinant, n / determinant}
      };
      double alpha = inverse[0][0] * sy + inverse[0][1] * sxy;
      double beta = inverse[1][0] * sy + inverse[1][1] * sxy;
      double residuals = 0;
      for (int i = 1; i <= 110; i++) {
        double residual = y[i] - alpha - beta * x[i];
        residuals += residual * residual;
      }
      return new MatrixLeastSquares(alpha, beta, Math.sqrt(residuals / 108), inverse);
    }

    /** √(σ²(L + wᵀ(XᵀX)⁻¹w)) with w the sum of the window's rows of X. */
    double standardErrorOfCar(double[] x, int from, int to) {
      double length = to - from;
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += x[i];
      }
      double quadratic =
          length * length * inverse[0][0]
              + 2 * length * sum * inverse[0][1]
              + sum * sum * inverse[1][1];
      return sigma * Math.sqrt(length + quadratic);
    }
  }
}

package dev.afterbell.flow;

import dev.afterbell.market.EventClock;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Prices that follow a line: the share moves by α + β times the benchmark, and by a jump of its own
 * on each day from T0 to T+3.
 */
public final class SyntheticPrices {

  static final double ALPHA = 0.0005;
  static final double BETA = 1.3;
  static final List<Double> JUMPS = List.of(-0.10, 0.01, 0.02, -0.005);

  private static final EventClock EVENT =
      EventClock.of(SessionCalendar.of(Venue.XNAS), Instant.parse("2026-05-27T10:30:00Z"));
  private static final int BEFORE = 121;

  private SyntheticPrices() {}

  /** The benchmark's file. */
  public static String benchmark() {
    return csv(returns(false), 3, s -> true);
  }

  /** The share's file. */
  public static String share() {
    return csv(returns(true), 3, s -> true);
  }

  /** The share's file with some days only. */
  static String share(Predicate<Session> which) {
    return csv(returns(true), 3, which);
  }

  /** The share's file with more sessions after T+3. */
  static String shareUntil(int last) {
    return csv(returns(true), last, s -> true);
  }

  /** The share's file in the sessions of another venue, to T+{@code last} there. */
  static String shareOn(Venue venue, int last) {
    return csv(clock(venue), returns(true), last, s -> true);
  }

  /** The benchmark's file in the sessions of another venue. */
  static String benchmarkOn(Venue venue) {
    return csv(clock(venue), returns(false), 3, s -> true);
  }

  private static EventClock clock(Venue venue) {
    return EventClock.of(SessionCalendar.of(venue), EVENT.release());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static double[] returns(boolean share) {
    Random random = new Random(20260527);
    double[] returns = new double[BEFORE + 20];
    for (int i = 0; i < returns.length; i++) {
      double market = 0.0003 + 0.01 * random.nextGaussian();
      int day = i - BEFORE;
      double jump = day >= 0 && day < JUMPS.size() ? JUMPS.get(day) : 0;
      double noise = i % 2 == 0 ? 0.004 : -0.004;
      returns[i] = share ? ALPHA + BETA * market + (day < 0 ? noise : jump) : market;
    }
    return returns;
  }

  private static String csv(double[] returns, int last, Predicate<Session> which) {
    return csv(EVENT, returns, last, which);
  }

  private static String csv(
      EventClock clock, double[] returns, int last, Predicate<Session> which) {
    StringBuilder csv = new StringBuilder("Date,Close,Adj Close,Volume\n");
    BigDecimal price = new BigDecimal(100);
    for (int day = -BEFORE; day <= last; day++) {
      if (day > -BEFORE) {
        price = price.multiply(new BigDecimal(1 + returns[day + BEFORE]), MathContext.DECIMAL64);
      }
      Session session = clock.plus(day);
      if (which.test(session)) {
        String adjusted = price.setScale(10, RoundingMode.HALF_EVEN).toPlainString();
        String quoted = price.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
        csv.append(session.date()).append(',').append(quoted).append(',').append(adjusted);
        csv.append(",1000\n");
      }
    }
    return csv.toString();
  }
}

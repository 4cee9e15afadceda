package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * EventBridge Scheduler with one schedule: 20:30 New York, Monday to Friday. It fires when the
 * clock is moved.
 */
public final class LocalScheduler {

  /** Time of day of the schedule. */
  public static final LocalTime AT = LocalTime.of(20, 30);

  /** Zone of the schedule. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /**
   * Most ticks of one move: two years of weekdays. A longer move fires the last ones only; a
   * refresh catches up.
   */
  public static final int TICKS_MAX = 522;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MovableClock clock;
  private final Invoker refresh;

  /** A schedule that fires {@code refresh}. */
  public LocalScheduler(MovableClock clock, Invoker refresh) {
    this.clock = clock;
    this.refresh = refresh;
  }

  /** Fires once at the clock's present instant. */
  public void tick() throws FunctionFailed {
    refresh.invoke(event(clock.instant()));
  }

  /**
   * Moves the clock and fires each scheduled tick that lies after the present instant and not after
   * {@code to}, with the clock at its instant. Moving back fires nothing.
   *
   * @return how many ticks were fired
   */
  public int moveTo(Instant to) throws FunctionFailed {
    List<Instant> ticks = ticksBetween(clock.instant(), to);
    for (Instant tick : ticks) {
      clock.set(tick);
      tick();
    }
    clock.set(to);
    return ticks.size();
  }

  /**
   * Scheduled instants after {@code from} and not after {@code to}, the last {@link #TICKS_MAX} of
   * them.
   */
  static List<Instant> ticksBetween(Instant from, Instant to) {
    List<Instant> ticks = new ArrayList<>();
    LocalDate day = to.atZone(ZONE).toLocalDate();
    LocalDate first = from.atZone(ZONE).toLocalDate();
    for (; !day.isBefore(first) && ticks.size() < TICKS_MAX; day = day.minusDays(1)) {
      Instant tick = day.atTime(AT).atZone(ZONE).toInstant();
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (!weekend && tick.isAfter(from) && !tick.isAfter(to)) {
        ticks.add(0, tick);
      }
    }
    return List.copyOf(ticks);
  }

  private static byte[] event(Instant time) {
    // The Input of the template's schedule.
    ObjectNode event = JSON.createObjectNode();
    event.put("source", "aws.scheduler");
    event.put("id", "local-" + time.getEpochSecond());
    event.put("time", time.toString());
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}

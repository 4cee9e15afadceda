package dev.afterbell.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * {@code event-clock VENUE INSTANT}: the days of an event released at that instant, one JSON object
 * with {@code venue}, {@code release} (UTC), the dates {@code t0} to {@code t3} and {@code due},
 * the time of the T+3 refresh with New York's offset.
 */
final class EventClockCommand implements Command {

  @Override
  public String name() {
    return "event-clock";
  }

  @Override
  public String synopsis() {
    return "VENUE INSTANT";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    List<String> words = Arguments.parse(this, arguments, Set.of()).exactly(this, 2).positional();
    Venue venue = Words.venue(this, words.get(0));
    Instant release = Words.instant(this, words.get(1));
    try {
      out.println(json(EventClock.of(SessionCalendar.of(venue), release)));
    } catch (CalendarExhausted e) {
      throw CommandFailure.input(name() + ": " + e.getMessage());
    }
  }

  private static String json(EventClock clock) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("venue", clock.venue().mic())
        .put("release", clock.release().toString())
        .put("t0", clock.t0().date().toString())
        .put("t1", clock.t1().date().toString())
        .put("t2", clock.t2().date().toString())
        .put("t3", clock.t3().date().toString())
        .put(
            "due",
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.due().atZone(EventClock.REFRESH_ZONE)))
        .toString();
  }
}

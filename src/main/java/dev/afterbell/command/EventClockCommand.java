package dev.afterbell.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * the time of the T+3 refresh with New York's offset. {@code "provisional":true} says that the
 * venue has not confirmed the year yet, {@code unscheduled} lists the days from the release to T+3
 * that it shortened or called off late.
 */
final class EventClockCommand implements Command {

  @Override
  public String name() {
    return "event-clock";
  }

  @Override
  public String synopsis() {
    return "VENUE INSTANT [--overrides FILE]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments parsed =
        Arguments.parse(this, arguments, Set.of(CalendarFile.OPTION)).exactly(this, 2);
    List<String> words = parsed.positional();
    Venue venue = Words.venue(this, words.get(0));
    Instant release = Words.instant(this, words.get(1));
    SessionCalendar calendar = CalendarFile.calendars(this, parsed).of(venue);
    try {
      out.println(json(EventClock.of(calendar, release)));
    } catch (CalendarExhausted e) {
      throw CommandFailure.input(name() + ": " + e.getMessage());
    }
  }

  private static String json(EventClock clock) {
    ObjectNode json =
        JsonNodeFactory.instance
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
                    clock.due().atZone(EventClock.REFRESH_ZONE)));
    if (clock.provisional()) {
      json.put("provisional", true);
    }
    if (!clock.unscheduled().isEmpty()) {
      ArrayNode days = json.putArray("unscheduled");
      clock.unscheduled().forEach(day -> days.add(day.date().toString()));
    }
    return json.toString();
  }
}

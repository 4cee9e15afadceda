package dev.afterbell.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * {@code sessions VENUE FROM TO}: the venue's trading sessions of those dates, both inclusive, a
 * JSON object a line with {@code date}, {@code open} and {@code close} (UTC) and {@code early};
 * with {@code "provisional":true} where the venue has not confirmed the year yet.
 */
final class SessionsCommand implements Command {

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String synopsis() {
    return "VENUE FROM TO [--overrides FILE]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    Arguments parsed =
        Arguments.parse(this, arguments, Set.of(CalendarFile.OPTION)).exactly(this, 3);
    List<String> words = parsed.positional();
    Venue venue = Words.venue(this, words.get(0));
    LocalDate from = Words.date(this, words.get(1));
    LocalDate to = Words.date(this, words.get(2));
    if (to.isBefore(from)) {
      throw Arguments.wrong(this, "FROM " + from + " is after TO " + to);
    }
    SessionCalendar calendar = CalendarFile.calendars(this, parsed).of(venue);
    try {
      calendar.sessions(from, to).forEach(session -> out.println(json(calendar, session)));
    } catch (CalendarExhausted e) {
      throw CommandFailure.input(name() + ": " + e.getMessage());
    }
  }

  private static String json(SessionCalendar calendar, Session session) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("date", session.date().toString())
            .put("open", session.open().toString())
            .put("close", session.close().toString())
            .put("early", session.early());
    if (calendar.isProvisional(session.date())) {
      json.put("provisional", true);
    }
    return json.toString();
  }
}

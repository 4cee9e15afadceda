package dev.afterbell.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * {@code sessions VENUE FROM TO}: the venue's trading sessions of those dates, both inclusive, a
 * JSON object a line with {@code date}, {@code open} and {@code close} (UTC) and {@code early}.
 */
final class SessionsCommand implements Command {

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String synopsis() {
    return "VENUE FROM TO";
  }

  @Override
  public void run(List<String> arguments, PrintStream out) {
    List<String> words = Arguments.parse(this, arguments, Set.of()).exactly(this, 3).positional();
    SessionCalendar calendar = SessionCalendar.of(Words.venue(this, words.get(0)));
    LocalDate from = Words.date(this, words.get(1));
    LocalDate to = Words.date(this, words.get(2));
    if (to.isBefore(from)) {
      throw Arguments.wrong(this, "FROM " + from + " is after TO " + to);
    }
    try {
      calendar.sessions(from, to).forEach(session -> out.println(json(session)));
    } catch (CalendarExhausted e) {
      throw CommandFailure.input(name() + ": " + e.getMessage());
    }
  }

  private static String json(Session session) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("date", session.date().toString())
        .put("open", session.open().toString())
        .put("close", session.close().toString())
        .put("early", session.early())
        .toString();
  }
}

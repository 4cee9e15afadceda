package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A tick of a schedule.
 *
 * @param purpose what it is time for
 * @param time its instant: the only clock that the function knows
 */
public record ScheduleTick(Purpose purpose, Instant time) {

  private static final String WATCH = "afterbell.watch";
  private static final String RESCORE = "afterbell.rescore";

  /** What a tick is for. */
  public enum Purpose {
    /** Events whose third session is over. */
    REFRESH,
    /** New filings of watched issuers. */
    WATCH,
    /** Cards by this version of the method beside those of others; an operator asks for it. */
    RESCORE
  }

  /**
   * Reads a tick.
   *
   * @throws WireFault if {@code time} is missing or not an instant
   */
  public static ScheduleTick decode(JsonNode event) {
    try {
      Instant time = Instant.parse(event.path("time").asText());
      Purpose purpose =
          switch (event.path("source").asText()) {
            case WATCH -> Purpose.WATCH;
            case RESCORE -> Purpose.RESCORE;
            default -> Purpose.REFRESH;
          };
      return new ScheduleTick(purpose, time);
    } catch (DateTimeParseException e) {
      throw new WireFault("A schedule tick gives its time as an ISO instant");
    }
  }
}

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

  /** What a tick is for. */
  public enum Purpose {
    /** Events whose third session is over. */
    REFRESH,
    /** New filings of watched issuers. */
    WATCH
  }

  /**
   * Reads a tick.
   *
   * @throws WireFault if {@code time} is missing or not an instant
   */
  public static ScheduleTick decode(JsonNode event) {
    try {
      Instant time = Instant.parse(event.path("time").asText());
      boolean watch = event.path("source").asText().equals(WATCH);
      return new ScheduleTick(watch ? Purpose.WATCH : Purpose.REFRESH, time);
    } catch (DateTimeParseException e) {
      throw new WireFault("A schedule tick gives its time as an ISO instant");
    }
  }
}

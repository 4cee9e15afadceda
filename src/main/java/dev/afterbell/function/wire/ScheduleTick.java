package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A tick of the schedule: its {@code time} is the only clock that a refresh knows. */
public final class ScheduleTick {

  private ScheduleTick() {}

  /**
   * The instant of the tick.
   *
   * @throws WireFault if {@code time} is missing or not an instant
   */
  public static Instant decode(JsonNode event) {
    try {
      return Instant.parse(event.path("time").asText());
    } catch (DateTimeParseException e) {
      throw new WireFault("A schedule tick gives its time as an ISO instant");
    }
  }
}

package dev.afterbell.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.IssuerJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Payload;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An event as the table keeps it: with the issuer's profile of that time beside it, so that a
 * snapshot is one query.
 *
 * @param event the release and its clock
 * @param issuer the profile when the event was registered, or when it was last refreshed
 * @param periodEnd last day of the reported period, which tells one release from the next
 * @param merged day of the earlier event of the same results that this one was merged into; it is
 *     then none of its own
 */
public record EventRecord(
    EarningsEvent event, Issuer issuer, Optional<LocalDate> periodEnd, Optional<LocalDate> merged) {

  private static final String MERGED = "mergedInto";

  /** The same record, merged into an earlier event. */
  EventRecord mergedInto(LocalDate day) {
    return new EventRecord(event, issuer, periodEnd, Optional.of(day));
  }

  /** The same record with the newest amendment of its release as the release that counts. */
  EventRecord amendedBy(List<Evidence> evidence) {
    EarningsEvent amended =
        new EarningsEvent(
            event.ticker(),
            event.eventDate(),
            event.clock(),
            event.releaseKnownFrom(),
            Amendments.newest(event.primary(), evidence));
    return new EventRecord(amended, issuer, periodEnd, merged);
  }

  /**
   * As canonical JSON. Day 0 to day 3 are written for people; only the release instant is read
   * back.
   */
  public Payload payload() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    EventClock clock = event.clock();
    json.put("ticker", event.ticker().symbol());
    json.put("eventDate", event.eventDate().toString());
    json.put("release", clock.release().toString());
    json.put("releaseKnownFrom", event.releaseKnownFrom().text());
    json.put("venue", clock.venue().mic());
    json.put("t0", clock.t0().date().toString());
    json.put("t3", clock.t3().date().toString());
    json.put("due", clock.due().toString());
    json.put("calendar", clock.calendar().version());
    json.put("primary", event.primary().toString());
    periodEnd.ifPresent(end -> json.put("periodEnd", end.toString()));
    merged.ifPresent(day -> json.put(MERGED, day.toString()));
    json.set("issuer", IssuerJson.toJson(issuer));
    return Payload.of(CanonicalJson.bytes(json));
  }

  /** Whether what {@link #payload} wrote was merged into an earlier event. */
  static boolean isMerged(Payload payload) {
    return CanonicalJson.parse(payload.bytes()).has(MERGED);
  }

  /**
   * Reads what {@link #payload} wrote; the clock is counted anew, in the calendar in force.
   *
   * @throws IllegalArgumentException if a member is missing or malformed
   * @throws dev.afterbell.market.CalendarExhausted if that calendar does not reach T+3
   */
  public static EventRecord of(Payload payload, Calendars calendars) {
    JsonNode json = CanonicalJson.parse(payload.bytes());
    SessionCalendar calendar = calendars.of(Venue.parse(json.path("venue").asText()));
    EarningsEvent event =
        new EarningsEvent(
            new Ticker(json.path("ticker").asText()),
            LocalDate.parse(json.path("eventDate").asText()),
            EventClock.of(calendar, Instant.parse(json.path("release").asText())),
            publishedFrom(json.path("releaseKnownFrom").asText()),
            EvidenceId.parse(json.path("primary").asText()));
    return new EventRecord(
        event, IssuerJson.fromJson(json.path("issuer")), day(json, "periodEnd"), day(json, MERGED));
  }

  private static Optional<LocalDate> day(JsonNode json, String field) {
    return json.has(field)
        ? Optional.of(LocalDate.parse(json.path(field).asText()))
        : Optional.empty();
  }

  private static PublishedFrom publishedFrom(String text) {
    return Arrays.stream(PublishedFrom.values())
        .filter(p -> p.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown origin of a release time"));
  }
}

package dev.afterbell.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Passage;
import dev.afterbell.market.EventClock;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.score.Flag;
import dev.afterbell.score.LookedFor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The snapshot as JSON: every sentence with its figures, every figure with its bytes. Canonical
 * form and ETag follow from it.
 */
public final class SnapshotJson {

  /** Name of the shape below; a change that a reader can notice gets a new number. */
  public static final String SCHEMA = "afterbell.snapshot/1";

  private SnapshotJson() {}

  /** The page as a tree. */
  public static ObjectNode write(Snapshot snapshot) {
    ScoreCard card = snapshot.card();
    ObjectNode json = object();
    json.put("schema", SCHEMA);
    json.put("headline", Headline.of(snapshot));
    json.put("asOf", local(card.asOf(), snapshot.event().clock().venue().zone()));
    json.put("state", card.pending() ? "pending" : "complete");
    json.set("issuer", issuer(snapshot));
    json.set("event", event(snapshot));
    json.set("commentary", statements(snapshot.commentary().summary()));
    json.set("flags", flags(snapshot));
    ArrayNode events = json.putArray("aiEvents");
    snapshot
        .commentary()
        .paragraphs()
        .forEach(p -> events.addObject().set("statements", statements(p.statements())));
    json.put("recommendation", card.recommendation().text());
    json.put("recommendationNote", Headline.recommendationNote(card));
    json.put("writer", Headline.writerNote(snapshot));
    json.put("priorLabel", ScenarioPrior.LABEL);
    json.put("priorCaveat", ScenarioPrior.CAVEAT);
    json.set("scoreCard", ScoreCardJson.write(card));
    ArrayNode evidence = json.putArray("evidence");
    snapshot.evidence().forEach(e -> evidence.add(evidence(snapshot, e)));
    ArrayNode refused = json.putArray("refusedSentences");
    snapshot
        .commentary()
        .refused()
        .forEach(r -> refused.addObject().put("about", r.about()).put("reason", r.reason()));
    ArrayNode problems = json.putArray("notUsed");
    snapshot
        .problems()
        .forEach(
            p ->
                problems
                    .addObject()
                    .put("code", p.code())
                    .put("subject", p.subject())
                    .put("message", p.message()));
    return json;
  }

  private static ObjectNode issuer(Snapshot snapshot) {
    ObjectNode issuer = object();
    issuer.put("ticker", snapshot.issuer().ticker().symbol());
    issuer.put("name", snapshot.issuer().name());
    issuer.put("displayName", snapshot.issuer().displayName());
    snapshot.issuer().cik().ifPresent(c -> issuer.put("cik", c.digits()));
    snapshot.issuer().adsRatio().ifPresent(r -> issuer.put("adsRatio", r.toPlainString()));
    return issuer;
  }

  private static ObjectNode event(Snapshot snapshot) {
    EventClock clock = snapshot.event().clock();
    ZoneId zone = clock.venue().zone();
    ObjectNode event = object();
    event.put("date", snapshot.event().eventDate().toString());
    event.put("release", local(clock.release(), zone));
    event.put("releaseKnownFrom", snapshot.event().releaseKnownFrom().text());
    event.put("venue", clock.venue().mic());
    days(event, clock);
    event.put("due", local(clock.due(), zone));
    event.put("primary", snapshot.event().primary().toString());
    ArrayNode listings = event.putArray("listings");
    ListingRow.of(snapshot).forEach(row -> listing(listings.addObject(), row));
    return event;
  }

  private static void days(ObjectNode json, EventClock clock) {
    json.put("t0", clock.t0().date().toString());
    json.put("t1", clock.t1().date().toString());
    json.put("t2", clock.t2().date().toString());
    json.put("t3", clock.t3().date().toString());
    json.put("calendar", clock.calendar().version());
    json.put("provisional", clock.provisional());
  }

  private static void listing(ObjectNode json, ListingRow row) {
    json.put("venue", row.venue().mic()).put("symbol", row.symbol());
    json.put("eventVenue", row.eventVenue());
    row.clock().ifPresent(clock -> days(json, clock));
    row.reaction()
        .ifPresent(
            measured ->
                json.putObject("reaction")
                    .put("evidence", measured.id().toString())
                    .put("benchmark", measured.reading().benchmark())
                    .put("sessions", measured.reading().sessions().size())
                    .put("change", measured.change().toPlainString())
                    .put("abnormal", measured.reading().car().toPlainString()));
  }

  private static ArrayNode statements(java.util.List<Statement> statements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Statement statement : statements) {
      ObjectNode json = array.addObject();
      json.put("text", statement.text());
      ArrayNode cites = json.putArray("cites");
      statement.cites().forEach(c -> cites.add(c.toString()));
      ArrayNode figures = json.putArray("figures");
      statement.figures().forEach(p -> figures.add(figure(p)));
    }
    return array;
  }

  private static ObjectNode figure(Statement.Placed placed) {
    ObjectNode json = object();
    json.put("from", placed.start());
    json.put("to", placed.end());
    Figure figure = placed.figure();
    if (figure instanceof Figure.Stated stated) {
      json.put("kind", "stated").put("evidence", stated.evidence().toString());
      json.put("value", stated.value().toPlainString()).put("unit", stated.unit().code());
      json.setAll(passage(stated.passage()));
    } else if (figure instanceof Figure.StatedDay day) {
      json.put("kind", "day")
          .put("evidence", day.evidence().toString())
          .put("value", day.day().toString());
      json.setAll(passage(day.passage()));
    } else if (figure instanceof Figure.PublicationDay day) {
      json.put("kind", "publicationDay")
          .put("evidence", day.evidence().toString())
          .put("value", day.day().toString());
    } else if (figure instanceof Figure.ReportedPeriod period) {
      json.put("kind", "reportedPeriod")
          .put("evidence", period.evidence().toString())
          .put("value", period.end().toString());
    }
    return json;
  }

  private static ObjectNode passage(Passage passage) {
    ObjectNode json = object();
    json.putObject("span").put("start", passage.span().start()).put("end", passage.span().end());
    json.put("quote", passage.quote());
    return json;
  }

  private static ArrayNode flags(Snapshot snapshot) {
    ZoneId zone = snapshot.event().clock().venue().zone();
    ArrayNode flags = JsonNodeFactory.instance.arrayNode();
    for (Flag flag : snapshot.flags()) {
      ObjectNode json = flags.addObject();
      json.put("code", flag.code().name());
      json.put("severity", flag.severity().name());
      json.put("text", flag.text());
      json.put("detail", flag.detail());
      ArrayNode sought = json.putArray("lookedFor");
      flag.lookedFor().forEach(l -> sought.add(lookedFor(l, zone)));
    }
    return flags;
  }

  private static ObjectNode lookedFor(LookedFor sought, ZoneId zone) {
    ObjectNode json = object();
    json.put("what", sought.what());
    json.put("where", sought.where());
    json.put("when", local(sought.when(), zone));
    json.put("outcome", sought.outcome().text());
    sought.reason().ifPresent(r -> json.put("reason", r));
    return json;
  }

  private static ObjectNode evidence(Snapshot snapshot, Evidence item) {
    DocumentSummary document = item.extraction().document();
    ObjectNode json = object();
    json.put("id", item.id().toString());
    json.put("sourceClass", item.sourceClass().name());
    snapshot
        .card()
        .item(item.id())
        .ifPresent(
            q -> json.put("admiralty", q.admiralty()).put("quality", q.quality().toPlainString()));
    item.supersedes().ifPresent(s -> json.put("supersedes", s.toString()));
    document.title().ifPresent(t -> json.put("title", t));
    document.form().ifPresent(f -> json.put("form", f));
    document
        .published()
        .ifPresent(p -> json.put("published", local(p, snapshot.event().clock().venue().zone())));
    document.publishedFrom().ifPresent(p -> json.put("publishedFrom", p.text()));
    item.provenance().publisher().ifPresent(p -> json.put("publisher", p));
    item.provenance().sourceUrl().ifPresent(u -> json.put("sourceUrl", u));
    json.put("sha256", document.sha256().hex());
    json.put("facts", item.extraction().facts().size());
    json.put("href", "/v1/evidence/" + snapshot.issuer().ticker() + "/" + item.id());
    return json;
  }

  /** ISO 8601 with the venue's offset. */
  static String local(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

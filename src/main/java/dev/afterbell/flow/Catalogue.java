package dev.afterbell.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.IssuerJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.ledger.Verification;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Lists what the ledger knows: issuers, their events, what was rejected, whether a book is intact.
 */
public final class Catalogue {

  /** Member that counts the entries which a list is without, because they cannot be used. */
  public static final String CORRUPT_ENTRIES = "corruptEntries";

  private final Ledger ledger;
  private final Calendars calendars;

  /** A catalogue of that ledger, in the calendars of this build. */
  public Catalogue(Ledger ledger) {
    this(ledger, Calendars.SHIPPED);
  }

  /** A catalogue that counts sessions in these calendars. */
  public Catalogue(Ledger ledger, Calendars calendars) {
    this.ledger = ledger;
    this.calendars = calendars;
  }

  /** All issuers, by ticker. */
  public ObjectNode issuers() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode issuers = json.putArray("issuers");
    LedgerRead read = ledger.issuers();
    json.put(CORRUPT_ENTRIES, read.corrupt().size());
    for (LedgerEntry entry : read.entries()) {
      Issuer issuer = IssuerJson.fromJson(CanonicalJson.parse(entry.stored().payload().bytes()));
      issuers
          .addObject()
          .put("ticker", issuer.ticker().symbol())
          .put("name", issuer.name())
          .put("venue", issuer.venue().mic())
          .put("events", "/v1/issuers/" + issuer.ticker() + "/events");
    }
    return json;
  }

  /** Whether there is such an issuer. */
  public boolean follows(Ticker ticker) {
    return !(ledger.issuer(ticker) instanceof Lookup.Absent);
  }

  /** The events of an issuer, newest first. */
  public ObjectNode events(Ticker ticker, Instant now) {
    int corrupt = 0;
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ticker", ticker.symbol());
    ArrayNode events = json.putArray("events");
    for (LocalDate day : ledger.eventDates(ticker, Limits.EVENTS_LISTED_MAX)) {
      Lookup lookup = ledger.entry(new EntryKey(Book.of(ticker), new SortKey.EventNow(day)), now);
      corrupt += lookup instanceof Lookup.Corrupt ? 1 : 0;
      if (lookup instanceof Lookup.Found found
          && found.entry() instanceof LedgerEntry.EventEntry entry) {
        EventRecord record = EventRecord.of(entry.stored().payload(), calendars);
        if (record.merged().isPresent()) {
          continue;
        }
        ObjectNode event = events.addObject();
        event.put("eventDate", day.toString());
        event.put("release", record.event().clock().release().toString());
        event.put("t3", record.event().clock().t3().date().toString());
        event.put("due", record.event().clock().due().toString());
        event.put("refreshed", entry.due().isEmpty());
        event.put("snapshot", "/v1/snapshots/" + ticker + "/" + day);
      }
    }
    json.put(CORRUPT_ENTRIES, corrupt);
    return json;
  }

  /**
   * Drops under a ticker's folder that could not be used, by day; also where no issuer is
   * registered.
   */
  public ObjectNode rejections(Ticker ticker, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ticker", ticker.symbol());
    ArrayNode rejections = json.putArray("rejections");
    LedgerRead read =
        ledger.read(
            Book.of(ticker), today.minusDays(Limits.PARKED_DAYS_MAX), today.plusDays(1), now);
    json.put(CORRUPT_ENTRIES, read.corrupt().size());
    Rejections standing = new Rejections(read);
    standing
        .all()
        .forEach(
            e ->
                rejections
                    .addObject()
                    .put("reason", e.rejection().reason().name())
                    .put("message", e.rejection().message())
                    .put("objectKey", e.rejection().objectKey())
                    .put("bytes", e.rejection().bytes())
                    .put("at", e.stored().recordedAt().toString())
                    .put("open", standing.open(e)));
    return json;
  }

  /**
   * The score cards of an issuer, by event and moment, each as it is stored: what an evaluation
   * reads.
   */
  public ObjectNode cards(Ticker ticker, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ticker", ticker.symbol());
    ArrayNode cards = json.putArray("cards");
    LedgerRead read = ReplayCards.book(ledger, ticker, now);
    json.put(CORRUPT_ENTRIES, read.corrupt().size());
    read.of(LedgerEntry.ScoreEntry.class)
        .forEach(e -> cards.add(CanonicalJson.parse(e.stored().payload().bytes())));
    return json;
  }

  /** Whether an issuer's chain is whole, and if not where it breaks. */
  public ObjectNode verification(Ticker ticker) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("ticker", ticker.symbol());
    Verification verification = ledger.verify(Book.of(ticker));
    if (verification instanceof Verification.Intact intact) {
      return json.put("intact", true)
          .put("entries", intact.entries())
          .put("head", intact.head().hex());
    }
    Verification.Broken broken = (Verification.Broken) verification;
    json.put("intact", false)
        .put("seq", broken.seq())
        .put("fault", broken.fault().name())
        .put("detail", broken.detail());
    broken.key().ifPresent(key -> json.put("key", key));
    return json;
  }
}

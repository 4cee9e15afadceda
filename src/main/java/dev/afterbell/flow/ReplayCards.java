package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.CorruptEntry;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.Payload;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardDiff;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Makes stored score cards again from what the ledger held when they were made, and compares them
 * byte for byte. A card of another version of the method is made again by this one: the difference
 * is what the new version changes.
 */
public final class ReplayCards {

  private final Ledger ledger;
  private final Calendars calendars;
  private final EventScoring scoring;

  /** Replays over these ports. */
  public ReplayCards(Ledger ledger, Vault vault, Calendars calendars) {
    this.ledger = ledger;
    this.calendars = calendars;
    this.scoring = new EventScoring(vault);
  }

  /**
   * A stored card, made again.
   *
   * @param eventDate of its event
   * @param asOf its moment
   * @param method that it was made by, e.g. {@code m1}
   * @param result how that went
   */
  public record Replayed(LocalDate eventDate, Instant asOf, String method, Result result) {}

  /** What came of making a card again. */
  public sealed interface Result {

    /** Every byte is the same. */
    record Same() implements Result {}

    /**
     * Something is not.
     *
     * @param diff from the stored card to the one made now
     */
    record Moved(ScoreCardDiff diff) implements Result {}

    /**
     * It could not be made again.
     *
     * @param reason one line
     */
    record Failed(String reason) implements Result {}
  }

  /**
   * Every card of an issuer, made again.
   *
   * @param cards by event and moment
   * @param corrupt entries of the book that cannot be read; a card that rested on one has moved
   */
  public record Outcome(List<Replayed> cards, List<CorruptEntry> corrupt) {

    public Outcome {
      cards = List.copyOf(cards);
      corrupt = List.copyOf(corrupt);
    }
  }

  /**
   * Replays all cards of an issuer.
   *
   * @param now the request's time
   * @throws dev.afterbell.vault.StoreUnavailable if a store does not answer
   */
  public Outcome replay(Ticker ticker, Instant now) {
    LedgerRead book = book(ledger, ticker, now);
    List<Replayed> cards =
        book.of(LedgerEntry.ScoreEntry.class).map(entry -> replayed(book, entry)).toList();
    return new Outcome(cards, book.corrupt());
  }

  /** All of a book, to the day after {@code now}. */
  static LedgerRead book(Ledger ledger, Ticker ticker, Instant now) {
    LocalDate last = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    return ledger.read(Book.of(ticker), Limits.BOOK_BEGINS, last, now);
  }

  private Replayed replayed(LedgerRead book, LedgerEntry.ScoreEntry entry) {
    String method = "m" + entry.method();
    return new Replayed(entry.date(), entry.asOf().toInstant(), method, result(book, entry));
  }

  private Result result(LedgerRead book, LedgerEntry.ScoreEntry entry) {
    try {
      long seq = entry.stored().link().orElseThrow().seq();
      EventFile file = new EventFile(BookBefore.of(book, seq));
      Optional<LedgerEntry.EventEntry> event = file.event(entry.date());
      if (event.isEmpty()) {
        return new Result.Failed("its event is not on file");
      }
      Payload payload = entry.stored().payload();
      ScoreCard stored = ScoreCardJson.read(CanonicalJson.parse(payload.bytes()));
      EventRecord record = EventRecord.of(event.get().stored().payload(), calendars);
      ScoreCard again = scoring.score(file, record, stored.asOf(), stored.formalMode());
      Payload made = Payload.of(CanonicalJson.bytes(ScoreCardJson.write(again)));
      return made.equals(payload)
          ? new Result.Same()
          : new Result.Moved(ScoreCardDiff.between(stored, again));
    } catch (CalendarExhausted e) {
      return new Result.Failed("the calendar of this build does not reach it: " + e.getMessage());
    } catch (CorruptJson | IllegalArgumentException e) {
      return new Result.Failed("this build cannot read it: " + e.getMessage());
    }
  }
}

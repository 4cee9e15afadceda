package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.FormalMode;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.vault.StoreUnavailable;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * After a change of the method: gives every event that was scored by another version a card by this
 * one, as of the same moment, beside the one that stands. Nothing is replaced; running again
 * changes nothing.
 */
public final class RescoreEvents {

  private static final int METHOD = ScoreCard.methodNumber();

  private final Ledger ledger;
  private final Calendars calendars;
  private final EventScoring scoring;
  private final FormalMode mode;

  /** Scores anew over these ports. */
  public RescoreEvents(Ledger ledger, Vault vault, ScoringSetting setting) {
    this.ledger = ledger;
    this.calendars = setting.calendars();
    this.scoring = new EventScoring(vault);
    this.mode = setting.mode();
  }

  /**
   * What was done.
   *
   * @param written cards made now
   * @param failed events left for another run, with the reason
   */
  public record Outcome(int written, List<String> failed) {

    public Outcome {
      failed = List.copyOf(failed);
    }
  }

  /**
   * Goes through all issuers.
   *
   * @param tick the only clock
   * @param timeLeft asked before each event; once false, the rest is left as failed
   * @throws StoreUnavailable if the issuers or the book of one cannot be read
   */
  public Outcome rescore(Instant tick, BooleanSupplier timeLeft) {
    int written = 0;
    List<String> failed = new ArrayList<>();
    LedgerRead issuers = ledger.issuers();
    issuers.corrupt().forEach(c -> failed.add(c.sortKey() + " cannot be read: " + c.reason()));
    for (LedgerEntry issuer : issuers.entries()) {
      Ticker ticker = new Ticker(issuer.stored().key().book().name());
      LedgerRead book = ReplayCards.book(ledger, ticker, tick);
      for (LedgerEntry.ScoreEntry entry : outdated(book)) {
        if (!timeLeft.getAsBoolean()) {
          failed.add(named(ticker, entry) + "time is nearly up");
          continue;
        }
        try {
          written += write(ticker, book, entry, tick) ? 1 : 0;
        } catch (StoreUnavailable | TryAgain | CalendarExhausted e) {
          failed.add(named(ticker, entry) + e.getMessage());
        } catch (RuntimeException e) {
          failed.add(named(ticker, entry) + e.getClass().getSimpleName());
        }
      }
    }
    return new Outcome(written, failed);
  }

  private static String named(Ticker ticker, LedgerEntry.ScoreEntry entry) {
    return ticker + " " + entry.date() + ": ";
  }

  /**
   * The newest card of each event that has none of this method as of that moment. An event that was
   * merged into another is none any more.
   */
  private static List<LedgerEntry.ScoreEntry> outdated(LedgerRead book) {
    Set<LocalDate> merged =
        book.of(LedgerEntry.EventEntry.class)
            .filter(e -> EventRecord.isMerged(e.stored().payload()))
            .map(LedgerEntry.EventEntry::date)
            .collect(Collectors.toSet());
    Map<LocalDate, LedgerEntry.ScoreEntry> newest = new TreeMap<>();
    book.of(LedgerEntry.ScoreEntry.class)
        .forEach(e -> newest.merge(e.date(), e, RescoreEvents::later));
    return newest.values().stream()
        .filter(e -> e.method() != METHOD && !merged.contains(e.date()))
        .toList();
  }

  /** Of one moment, the one of this method. */
  private static LedgerEntry.ScoreEntry later(LedgerEntry.ScoreEntry a, LedgerEntry.ScoreEntry b) {
    int byMoment = a.asOf().toInstant().compareTo(b.asOf().toInstant());
    if (byMoment != 0) {
      return byMoment > 0 ? a : b;
    }
    return a.method() == METHOD ? a : b;
  }

  private boolean write(
      Ticker ticker, LedgerRead book, LedgerEntry.ScoreEntry entry, Instant tick) {
    EventFile file = new EventFile(book);
    Optional<LedgerEntry.EventEntry> event = file.event(entry.date());
    if (event.isEmpty()) {
      throw new TryAgain("its event is not on file");
    }
    EventRecord record = EventRecord.of(event.get().stored().payload(), calendars);
    OffsetDateTime asOf = entry.asOf();
    ScoreCard card = scoring.score(file, record, asOf.toInstant(), mode);
    NewEntry fresh =
        NewEntry.score(
            new SortKey.ScoreAt(entry.date(), asOf, METHOD),
            Payload.of(CanonicalJson.bytes(ScoreCardJson.write(card))));
    AppendOutcome outcome = ledger.append(Append.of(Book.of(ticker), tick, fresh));
    if (outcome instanceof AppendOutcome.Appended) {
      return true;
    }
    if (outcome instanceof AppendOutcome.AlreadyThere) {
      return false;
    }
    throw new TryAgain("lost a race");
  }
}

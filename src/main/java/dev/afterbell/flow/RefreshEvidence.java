package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.DueEvent;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Scores every event whose three sessions are over: one card for each event and method version, as
 * of the instant it was due, whenever the schedule came round to it. Running again changes nothing.
 */
public final class RefreshEvidence {

  private static final ZoneId SCHEDULE_ZONE = ZoneId.of("America/New_York");
  private static final int METHOD = ScoreCard.methodNumber();

  private final Ledger ledger;
  private final Calendars calendars;
  private final MarketReadings readings;
  private final EventScoring scoring;
  private final FormalMode mode;
  private final Optional<OutsideSources> sources;

  /** A refresh over what is on file, without asking anybody, in the calendars of this build. */
  public RefreshEvidence(Ledger ledger, Vault vault) {
    this(ledger, vault, Optional.empty(), ScoringSetting.SHIPPED);
  }

  /** A refresh that asks outside sources first, in the calendars of this build. */
  public RefreshEvidence(Ledger ledger, Vault vault, OutsideSources sources) {
    this(ledger, vault, Optional.of(sources), ScoringSetting.SHIPPED);
  }

  /**
   * A refresh as an operator has set it.
   *
   * @param sources asked first, if there are any
   */
  public RefreshEvidence(
      Ledger ledger, Vault vault, Optional<OutsideSources> sources, ScoringSetting setting) {
    this.mode = setting.mode();
    this.sources = sources;
    this.ledger = ledger;
    this.calendars = setting.calendars();
    this.scoring = new EventScoring(vault);
    this.readings = new MarketReadings(ledger, vault, calendars);
  }

  /**
   * What a refresh did.
   *
   * @param scored events that got their card now
   * @param alreadyScored events whose card stood already
   * @param failed events to be tried again at the next tick, with the reason
   */
  public record Outcome(List<DueEvent> scored, List<DueEvent> alreadyScored, List<String> failed) {

    public Outcome {
      scored = List.copyOf(scored);
      alreadyScored = List.copyOf(alreadyScored);
      failed = List.copyOf(failed);
    }
  }

  /**
   * Refreshes all that is due at {@code tick}, and what missed runs left.
   *
   * <p>One event that cannot be scored holds up no other.
   *
   * @param tick the schedule's instant; the only clock
   * @throws StoreUnavailable if the list of due events cannot be read
   */
  public Outcome refresh(Instant tick) {
    return refresh(tick, () -> true);
  }

  /**
   * The same within a deadline.
   *
   * @param timeLeft asked before each event; once false, the rest is left as failed
   */
  public Outcome refresh(Instant tick, BooleanSupplier timeLeft) {
    List<DueEvent> scored = new ArrayList<>();
    List<DueEvent> already = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    LocalDate today = tick.atZone(SCHEDULE_ZONE).toLocalDate();
    for (LocalDate day = today.minusDays(Limits.CATCH_UP_DAYS);
        !day.isAfter(today);
        day = day.plusDays(1)) {
      for (DueEvent due : ledger.dueOn(day)) {
        if (!timeLeft.getAsBoolean()) {
          failed.add(named(due) + "time is nearly up");
          continue;
        }
        try {
          refresh(due, tick, timeLeft).ifPresent(fresh -> (fresh ? scored : already).add(due));
        } catch (StoreUnavailable | TryAgain | CalendarExhausted e) {
          failed.add(named(due) + e.getMessage());
        } catch (RuntimeException e) {
          failed.add(named(due) + e.getClass().getSimpleName());
        }
      }
    }
    return new Outcome(scored, already, failed);
  }

  private static String named(DueEvent due) {
    return due.ticker() + " " + due.eventDate() + ": ";
  }

  /** Empty while not due yet at this very tick; true if the card is new. */
  private Optional<Boolean> refresh(DueEvent due, Instant tick, BooleanSupplier timeLeft) {
    EventFile file = file(due, tick);
    Optional<LedgerEntry.EventEntry> entry = file.event(due.eventDate());
    if (entry.isEmpty()) {
      throw new TryAgain("the event is indexed but not stored");
    }
    EventRecord record = EventRecord.of(entry.get().stored().payload(), calendars);
    Instant asOf = record.event().clock().due();
    if (asOf.isAfter(tick)) {
      move(due, record, entry.get().version(), tick);
      return Optional.empty();
    }
    EventFile searched = search(record, file, due, tick, timeLeft);
    EventFile complete = readings.shelve(record, searched, tick) ? file(due, tick) : searched;
    ScoreCard card = scoring.score(complete, record, asOf, mode);
    return Optional.of(keep(due, card, entry.get().version(), tick));
  }

  /** Registers the event anew where a day announced late has put off its T+3. */
  private void move(DueEvent due, EventRecord record, long version, Instant tick) {
    LocalDate day = record.event().clock().dueDate();
    if (due.due().equals(day)) {
      return;
    }
    Change moved =
        new Change.SetEvent(due.eventDate(), record.payload(), Optional.of(day), version);
    if (!(ledger.append(Append.of(Book.of(due.ticker()), tick, moved))
        instanceof AppendOutcome.Appended)) {
      throw new TryAgain("the event changed meanwhile");
    }
  }

  /**
   * With what the outside sources gave. They are asked once: what they gave is on file before it is
   * remembered that they were asked, so a refresh that broke off afterwards goes on from there.
   */
  private EventFile search(
      EventRecord record, EventFile file, DueEvent due, Instant tick, BooleanSupplier timeLeft) {
    Instant asOf = record.event().clock().due();
    if (sources.isEmpty()
        || file.searched(due.eventDate(), asOf)
        || file.card(due.eventDate(), asOf).isPresent()) {
      return file;
    }
    sources
        .get()
        .ask(
            record,
            file.fromContextOf(due.eventDate()),
            new OutsideSources.Moment(
                asOf.atZone(SCHEDULE_ZONE).toOffsetDateTime(), tick, timeLeft));
    return file(due, tick);
  }

  /** To the present day: files of prices that reach further than T+3 cover it too. */
  private EventFile file(DueEvent due, Instant tick) {
    LocalDate today = tick.atZone(SCHEDULE_ZONE).toLocalDate();
    return EventFile.around(ledger, due.ticker(), due.eventDate(), today.plusDays(1), tick);
  }

  /** A card that stands stays, also where evidence that came late would give another one. */
  private boolean keep(DueEvent due, ScoreCard card, long version, Instant tick) {
    OffsetDateTime asOf = card.asOf().atZone(SCHEDULE_ZONE).toOffsetDateTime();
    SortKey.ScoreAt key = new SortKey.ScoreAt(due.eventDate(), asOf, METHOD);
    NewEntry entry =
        NewEntry.score(key, Payload.of(CanonicalJson.bytes(ScoreCardJson.write(card))));
    Change done = new Change.ClearDue(due.eventDate(), version);
    Book book = Book.of(due.ticker());
    AppendOutcome outcome = ledger.append(Append.of(book, tick, entry).and(done));
    if (outcome instanceof AppendOutcome.Appended) {
      return true;
    }
    if (outcome instanceof AppendOutcome.AlreadyThere
        || outcome instanceof AppendOutcome.KeyTaken) {
      ledger.append(Append.of(book, tick, done));
      return false;
    }
    throw new TryAgain("the event changed meanwhile");
  }
}

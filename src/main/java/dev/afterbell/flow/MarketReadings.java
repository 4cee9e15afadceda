package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.flow.EstimateReading.EstimateSource;
import dev.afterbell.flow.EstimateReading.Expectations;
import dev.afterbell.flow.PastSurprises.EarningsSource;
import dev.afterbell.flow.PriceReading.PriceSource;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Calendars;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calculates from the files of prices and estimates on file what they say about an event, and puts
 * that on the shelf as evidence of its own, once. The files decide, not the order in which they
 * came; a file whose original cannot be read back is as good as absent.
 */
final class MarketReadings {

  private final Ledger ledger;
  private final Vault vault;
  private final Calendars calendars;
  private final EvidenceShelf shelf;
  private final PriceIntake priceIntake;

  MarketReadings(Ledger ledger, Vault vault, Calendars calendars) {
    this.ledger = ledger;
    this.vault = vault;
    this.calendars = calendars;
    this.shelf = new EvidenceShelf(ledger, calendars);
    this.priceIntake = new PriceIntake(calendars);
  }

  /**
   * Puts what can be calculated at T+3 on the shelf.
   *
   * @param file the ledger around the event, to the present day
   * @param now when that is recorded
   * @return whether something new stands there
   * @throws TryAgain if it lost a race
   */
  boolean shelve(EventRecord record, EventFile file, Instant now) {
    List<Evidence> all = file.fromContextOf(record.event().eventDate());
    List<PriceSource> prices = prices(record, all);
    boolean priced =
        PriceReading.best(record, prices).map(draft -> put(draft, record, all, now)).orElse(false);
    boolean compared =
        PeerReading.of(record, prices).map(draft -> put(draft, record, all, now)).orElse(false);
    boolean estimated =
        EstimateReading.best(record, expectations(record, all, prices))
            .map(draft -> put(draft, record, all, now))
            .orElse(false);
    boolean elsewhere =
        ListingReading.drafts(record, prices, calendars)
            .map(draft -> put(draft, record, all, now))
            .reduce(false, Boolean::logicalOr);
    return priced || compared || estimated || elsewhere;
  }

  /** Whether something is calculated from it. */
  static boolean isInput(Evidence evidence) {
    Optional<String> form = form(evidence);
    return form.equals(Optional.of(PriceIntake.FORM))
        || form.equals(Optional.of(EstimateIntake.FORM))
        || form.equals(Optional.of(EarningsIntake.FORM));
  }

  /**
   * Does for what comes after an event's T+3 what the refresh does for the rest.
   *
   * @param at when it came
   */
  void catchUp(Ticker ticker, Instant at) {
    LocalDate today = at.atZone(ZoneOffset.UTC).toLocalDate();
    EventFile file =
        EventFile.between(
            ledger,
            ticker,
            today.minusDays(Limits.LATEST_EVENT_DAYS + Limits.CONTEXT_DAYS),
            today.plusDays(1),
            at);
    file.events()
        .map(entry -> EventRecord.of(entry.stored().payload(), calendars))
        .filter(record -> !record.event().clock().due().isAfter(at))
        .forEach(record -> shelve(record, file, at));
  }

  private boolean put(ReadingDraft draft, EventRecord record, List<Evidence> all, Instant now) {
    List<Evidence> standing = all.stream().filter(e -> sameReading(draft, e)).toList();
    Evidence fresh =
        draft.evidence(
            record.issuer(),
            standing.stream()
                .map(Evidence::id)
                .max(Comparator.comparing(EvidenceId::date).thenComparing(EvidenceId::copy)));
    if (standing.stream()
        .anyMatch(
            e ->
                e.extraction()
                    .document()
                    .sha256()
                    .equals(fresh.extraction().document().sha256()))) {
      return false;
    }
    vault.put(draft.bytes());
    vault.putText(fresh.extraction().document().sha256(), draft.text());
    return shelf.put(fresh, record.issuer(), now).isPresent();
  }

  /** Whether it is a calculation of the same thing for the same event, of which titles tell. */
  private static boolean sameReading(ReadingDraft draft, Evidence other) {
    return form(other).equals(Optional.of(ReadingDraft.FORM))
        && other.extraction().document().title().equals(Optional.of(draft.title()));
  }

  private List<PriceSource> prices(EventRecord record, List<Evidence> all) {
    Set<String> needed = new MarketSymbols(record.issuer()).measured();
    return all.stream()
        .filter(e -> form(e).equals(Optional.of(PriceIntake.FORM)))
        .filter(e -> e.extraction().document().issuerName().filter(needed::contains).isPresent())
        .filter(e -> !e.id().date().isBefore(record.event().eventDate()))
        .limit(Limits.MARKET_FILES_MAX)
        .flatMap(
            e ->
                original(e)
                    .flatMap(
                        bytes ->
                            priceIntake
                                .reread(e, bytes, record.issuer())
                                .map(prices -> new PriceSource(e, prices)))
                    .stream())
        .toList();
  }

  private Expectations expectations(
      EventRecord record, List<Evidence> all, List<PriceSource> prices) {
    return new Expectations(
        estimates(record, all), earnings(all), prices, record.event().clock().due());
  }

  private List<EarningsSource> earnings(List<Evidence> all) {
    return all.stream()
        .filter(EarningsIntake::is)
        .limit(Limits.MARKET_FILES_MAX)
        .flatMap(
            e ->
                original(e)
                    .flatMap(EarningsIntake::reread)
                    .map(history -> new EarningsSource(e, history))
                    .stream())
        .toList();
  }

  private List<EstimateSource> estimates(EventRecord record, List<Evidence> all) {
    return all.stream()
        .filter(e -> form(e).equals(Optional.of(EstimateIntake.FORM)))
        .limit(Limits.MARKET_FILES_MAX)
        .flatMap(
            e ->
                original(e)
                    .flatMap(
                        bytes ->
                            EstimateIntake.reread(e, bytes, record.issuer())
                                .map(estimates -> new EstimateSource(e, estimates)))
                    .stream())
        .toList();
  }

  private Optional<byte[]> original(Evidence evidence) {
    return vault.get(evidence.extraction().document().sha256()) instanceof VaultRead.Found found
        ? Optional.of(found.bytes())
        : Optional.empty();
  }

  private static Optional<String> form(Evidence evidence) {
    return evidence.extraction().document().form();
  }
}

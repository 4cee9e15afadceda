package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Cik;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.EventClock;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.edgar.Accession;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.FollowUp;
import dev.afterbell.source.edgar.FollowUps;
import dev.afterbell.source.edgar.SubmissionsIndex;
import dev.afterbell.source.estimates.EstimateFeed;
import dev.afterbell.source.prices.PriceFeed;
import dev.afterbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks the outside sources at the refresh of an event: prices of the share, its benchmark and its
 * peers, what analysts expect, what was filed since. What is found is taken in as a dropped file
 * would be, only better kept; what was asked, and how that ended, is remembered with the event.
 */
public final class OutsideSources {

  private static final Pattern ACCESSION = Pattern.compile("\\d{10}-\\d{2}-\\d{6}");

  private final Ledger ledger;
  private final Vault vault;
  private final EvidenceShelf shelf;
  private final DocumentIntake intake = new DocumentIntake();
  private final PriceFeed prices;
  private final EstimateFeed estimates;
  private final Edgar edgar;

  /** Sources and where what they give is kept. */
  public OutsideSources(
      Ledger ledger, Vault vault, PriceFeed prices, EstimateFeed estimates, Edgar edgar) {
    this.ledger = ledger;
    this.vault = vault;
    this.shelf = new EvidenceShelf(ledger);
    this.prices = prices;
    this.estimates = estimates;
    this.edgar = edgar;
  }

  /**
   * Asks for everything that the event lacks.
   *
   * @param known evidence on file
   * @param asOf what is searched for was public by then
   * @param now the schedule's instant
   */
  Searches ask(EventRecord record, List<Evidence> known, OffsetDateTime asOf, Instant now) {
    Round round = new Round(record, known, asOf.toInstant(), now);
    round.prices();
    round.estimates();
    round.filings();
    Searches searches = new Searches(round.asked);
    SortKey.SearchAt key = new SortKey.SearchAt(record.event().eventDate(), asOf);
    AppendOutcome outcome =
        ledger.append(
            Append.of(
                Book.of(record.issuer().ticker()), now, NewEntry.search(key, searches.payload())));
    boolean stands =
        outcome instanceof AppendOutcome.Appended
            || outcome instanceof AppendOutcome.AlreadyThere
            || outcome instanceof AppendOutcome.KeyTaken;
    if (!stands) {
      throw new TryAgain("lost a race for what was asked for " + key);
    }
    return searches;
  }

  /** How one question ended. */
  private record Ending(LookedFor.Outcome outcome, Optional<String> reason) {

    static final Ending FOUND = new Ending(LookedFor.Outcome.FOUND, Optional.empty());

    static Ending of(LookedFor.Outcome outcome, String reason) {
      return new Ending(outcome, Optional.of(reason));
    }
  }

  /** The questions for one event. */
  private final class Round {

    private final EventRecord record;
    private final List<Evidence> known;
    private final Instant asOf;
    private final Instant now;
    private final Map<LegKind, List<LookedFor>> asked = new EnumMap<>(LegKind.class);

    Round(EventRecord record, List<Evidence> known, Instant asOf, Instant now) {
      this.record = record;
      this.known = known;
      this.asOf = asOf;
      this.now = now;
    }

    void prices() {
      MarketSymbols symbols = new MarketSymbols(record.issuer());
      Set<String> own = new LinkedHashSet<>();
      own.add(record.issuer().ticker().symbol());
      own.add(symbols.benchmark());
      own.forEach(symbol -> prices(LegKind.REACTION, symbol));
      symbols.peers().stream()
          .filter(symbol -> !own.contains(symbol))
          .forEach(symbol -> prices(LegKind.PEERS, symbol));
    }

    private void prices(LegKind leg, String symbol) {
      EventClock clock = record.event().clock();
      LocalDate from = clock.t0().date().minusDays(Limits.PRICE_HISTORY_DAYS);
      Fetched fetched = prices.daily(new Ticker(symbol), from, clock.t3().date(), now);
      note(leg, "daily prices of " + symbol, prices.provider(), taken(fetched, symbol));
    }

    void estimates() {
      Ticker symbol = record.issuer().ticker();
      note(
          LegKind.ANALYST,
          "consensus of " + symbol + " before and after the release",
          estimates.provider(),
          taken(estimates.estimates(symbol, now), symbol.symbol()));
    }

    void filings() {
      String what = "filings since the release, call transcripts among them";
      Optional<Cik> cik = record.issuer().cik();
      if (cik.isEmpty()) {
        note(
            LegKind.FOLLOW_UP,
            what,
            "EDGAR",
            Ending.of(LookedFor.Outcome.NOT_CONFIGURED, "issuer.json gives no CIK"));
        return;
      }
      Fetched list = edgar.submissions(cik.get(), now);
      if (!(list instanceof Fetched.Found found)) {
        note(LegKind.FOLLOW_UP, what, "EDGAR", ending(list));
        return;
      }
      if (!(SubmissionsIndex.read(found.bytes()) instanceof SubmissionsIndex.Listed listed)) {
        note(
            LegKind.FOLLOW_UP,
            what,
            "EDGAR",
            Ending.of(LookedFor.Outcome.FAILED, "the list has another shape than documented"));
        return;
      }
      List<FollowUp> since =
          FollowUps.since(listed, record.event().clock().release(), accessions());
      if (since.isEmpty()) {
        note(
            LegKind.FOLLOW_UP,
            what,
            "EDGAR",
            Ending.of(LookedFor.Outcome.NOTHING, "nothing listed since"));
      }
      for (FollowUp filing : since) {
        Accession number = filing.filing().accession();
        note(
            LegKind.FOLLOW_UP,
            filing.filing().form() + " " + number,
            "EDGAR",
            taken(edgar.fullSubmission(cik.get(), number, now), number.toString()));
      }
    }

    /** Accession numbers of what is on file, as the keys under which filings are kept say them. */
    private Set<Accession> accessions() {
      return known.stream()
          .flatMap(e -> ACCESSION.matcher(e.provenance().objectKey()).results())
          .map(m -> new Accession(m.group()))
          .collect(Collectors.toSet());
    }

    private void note(LegKind leg, String what, String where, Ending ending) {
      asked
          .computeIfAbsent(leg, k -> new ArrayList<>())
          .add(new LookedFor(what, where, asOf, ending.outcome(), ending.reason()));
    }

    private Ending taken(Fetched fetched, String symbol) {
      if (!(fetched instanceof Fetched.Found found)) {
        return ending(fetched);
      }
      Map<String, String> said = new TreeMap<>();
      said.put("source-url", found.url());
      said.put("symbol", symbol);
      Ticker ticker = record.issuer().ticker();
      String path = "fetched/" + found.fileName();
      Drop drop =
          new Drop(
              new DropKey(ticker, path),
              "inbox/" + ticker + "/" + path,
              found.bytes(),
              said,
              found.fetchedAt(),
              true);
      vault.put(found.bytes());
      DocumentIntake.Result result = intake.read(drop, record.issuer());
      if (result instanceof DocumentIntake.Unusable unusable) {
        return Ending.of(LookedFor.Outcome.UNUSABLE, unusable.message());
      }
      DocumentIntake.Usable usable = (DocumentIntake.Usable) result;
      vault.putText(usable.evidence().extraction().document().sha256(), usable.canonicalText());
      shelf.put(usable.evidence(), record.issuer(), now);
      return Ending.FOUND;
    }
  }

  private static Ending ending(Fetched fetched) {
    if (fetched instanceof Fetched.Nothing nothing) {
      return Ending.of(LookedFor.Outcome.NOTHING, nothing.sentence());
    }
    if (fetched instanceof Fetched.NotConfigured not) {
      return Ending.of(LookedFor.Outcome.NOT_CONFIGURED, not.missing());
    }
    if (fetched instanceof Fetched.Unavailable unavailable) {
      return Ending.of(LookedFor.Outcome.FAILED, unavailable.sentence());
    }
    return Ending.FOUND;
  }
}

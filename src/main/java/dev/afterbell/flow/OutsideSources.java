package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.filing.Cik;
import dev.afterbell.flow.FeedQuestions.Question;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.LookedFor;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.edgar.Accession;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.FollowUps;
import dev.afterbell.source.edgar.ListedFiling;
import dev.afterbell.source.edgar.ResultsFilings;
import dev.afterbell.source.edgar.SubmissionsIndex;
import dev.afterbell.source.estimates.EstimateFeed;
import dev.afterbell.source.prices.PriceFeed;
import dev.afterbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the outside sources at the refresh of an event: prices of the share, its benchmark and its
 * peers, what analysts expect and how they were surprised before, what was filed since. What is
 * found is taken in as a dropped file would be, only better kept; what was asked, and how that
 * ended, is remembered with the event.
 */
public final class OutsideSources {

  private static final String EDGAR = "EDGAR";

  /** A filing may be accepted a little before the wire has the release. */
  private static final Duration BEFORE_RELEASE = Duration.ofDays(1);

  private static final Ending CUT =
      Ending.of(
          LookedFor.Outcome.FAILED, "only the first " + Limits.FOLLOW_UPS_MAX + " were fetched");
  private static final Ending NOTHING_NEW =
      Ending.of(LookedFor.Outcome.NOTHING, "nothing listed that is not on file");
  private static final String RESULTS = "results filings of the day of the release";
  private static final String SINCE = "filings since the release, call transcripts among them";

  private final Ledger ledger;
  private final FetchedIntake intake;
  private final PriceFeed prices;
  private final EstimateFeed estimates;
  private final Edgar edgar;

  /** Sources and where what they give is kept, in the calendars of this build. */
  public OutsideSources(
      Ledger ledger, Vault vault, PriceFeed prices, EstimateFeed estimates, Edgar edgar) {
    this(ledger, vault, prices, estimates, edgar, Calendars.SHIPPED);
  }

  /** The same, counting sessions in these calendars. */
  public OutsideSources(
      Ledger ledger,
      Vault vault,
      PriceFeed prices,
      EstimateFeed estimates,
      Edgar edgar,
      Calendars calendars) {
    this.ledger = ledger;
    this.intake = new FetchedIntake(new EvidenceShelf(ledger, calendars), vault, calendars);
    this.prices = prices;
    this.estimates = estimates;
    this.edgar = edgar;
  }

  /**
   * When an event is asked about.
   *
   * @param asOf what is searched for was public by then
   * @param now the schedule's instant
   * @param timeLeft asked before each question
   */
  record Moment(OffsetDateTime asOf, Instant now, BooleanSupplier timeLeft) {}

  /**
   * Asks for everything that the event lacks.
   *
   * @param known evidence on file
   * @throws TryAgain if time ran out; what was found so far is on file, and filings that are there
   *     are not fetched again. A source that does not answer is waited for twice at most, so that
   *     one event alone always comes to an end
   */
  void ask(EventRecord record, List<Evidence> known, Moment moment) {
    Round round = new Round(record, known, moment);
    round.feeds();
    round.filings();
    Searches searches = new Searches(round.asked);
    SortKey.SearchAt key = new SortKey.SearchAt(record.event().eventDate(), moment.asOf());
    AppendOutcome outcome =
        ledger.append(
            Append.of(
                Book.of(record.issuer().ticker()),
                moment.now(),
                NewEntry.search(key, searches.payload())));
    boolean stands =
        outcome instanceof AppendOutcome.Appended
            || outcome instanceof AppendOutcome.AlreadyThere
            || outcome instanceof AppendOutcome.KeyTaken;
    if (!stands) {
      throw new TryAgain("lost a race for what was asked for " + key);
    }
  }

  /** The questions for one event. */
  private final class Round {

    private final EventRecord record;
    private final List<Evidence> known;
    private final Moment moment;
    private final Map<LegKind, List<LookedFor>> asked = new EnumMap<>(LegKind.class);

    Round(EventRecord record, List<Evidence> known, Moment moment) {
      this.record = record;
      this.known = known;
      this.moment = moment;
    }

    /** All feeds in turn; then once more those that may have been down for a moment only. */
    void feeds() {
      List<Question> questions = new FeedQuestions(record, prices, estimates, moment.now()).all();
      answered(answered(questions).keySet())
          .forEach((q, answer) -> note(q.leg(), q.what(), q.where(), Ending.of(answer)));
    }

    /**
     * Takes answers as they come. A feed that is down is left alone until the next time: questions
     * that all wait for it would use up the time of every other event.
     *
     * @return the questions without an answer
     */
    private Map<Question, Fetched> answered(Collection<Question> questions) {
      Map<String, Fetched> down = new HashMap<>();
      Map<Question, Fetched> open = new LinkedHashMap<>();
      for (Question q : questions) {
        Fetched answer =
            Optional.ofNullable(down.get(q.where())).orElseGet(() -> fetched(q.answer()));
        if (answer.mayPass()) {
          down.put(q.where(), answer);
          open.put(q, answer);
        } else {
          note(q.leg(), q.what(), q.where(), taken(answer, q.where(), q.symbol()));
        }
      }
      return open;
    }

    void filings() {
      Optional<Cik> cik = record.issuer().cik();
      if (cik.isEmpty()) {
        note(Ending.of(LookedFor.Outcome.NOT_CONFIGURED, "issuer.json gives no CIK"));
        return;
      }
      Fetched list = fetched(() -> edgar.submissions(cik.get(), moment.now()));
      if (!(list instanceof Fetched.Found found)) {
        note(Ending.of(list));
        return;
      }
      if (!(SubmissionsIndex.read(found.bytes()) instanceof SubmissionsIndex.Listed listed)) {
        note(Ending.of(LookedFor.Outcome.FAILED, "the list has another shape than documented"));
        return;
      }
      Set<Accession> known = accessions();
      EventClock clock = record.event().clock();
      List<ListedFiling> results =
          ResultsFilings.since(listed, clock.release().minus(BEFORE_RELEASE), known).stream()
              .filter(f -> !f.certainlyAfter(clock.t0().close()))
              .toList();
      List<ListedFiling> later =
          FollowUps.since(listed, clock.release(), known).stream()
              .filter(f -> !f.certainlyAfter(moment.asOf().toInstant()))
              .toList();
      if (later.size() == Limits.FOLLOW_UPS_MAX) {
        note(LegKind.FOLLOW_UP, SINCE, EDGAR, CUT);
      }
      if (results.isEmpty()) {
        note(LegKind.PRIMARY, RESULTS, EDGAR, NOTHING_NEW);
      }
      if (later.isEmpty()) {
        note(LegKind.FOLLOW_UP, SINCE, EDGAR, NOTHING_NEW);
      }
      Optional<Fetched> down = Optional.empty();
      for (ListedFiling filing :
          Stream.concat(results.stream(), later.stream()).distinct().toList()) {
        Accession number = filing.accession();
        Fetched whole =
            down.orElseGet(
                () -> fetched(() -> edgar.fullSubmission(cik.get(), number, moment.now())));
        down = Optional.of(whole).filter(Fetched::mayPass);
        Ending ending = taken(whole, EDGAR, number.number());
        String what = filing.form() + " " + number;
        if (results.contains(filing)) {
          note(LegKind.PRIMARY, what, EDGAR, ending);
        }
        if (later.contains(filing)) {
          note(LegKind.FOLLOW_UP, what, EDGAR, ending);
        }
      }
    }

    private Fetched fetched(Supplier<Fetched> question) {
      if (!moment.timeLeft().getAsBoolean()) {
        throw new TryAgain("time is nearly up while outside sources are asked");
      }
      return question.get();
    }

    /** Accession numbers of what is on file, as the keys under which filings are kept say them. */
    private Set<Accession> accessions() {
      return known.stream()
          .flatMap(e -> Accession.in(e.provenance().objectKey()))
          .collect(Collectors.toSet());
    }

    private Ending taken(Fetched fetched, String where, String symbol) {
      return fetched instanceof Fetched.Found found
          ? intake.take(
              found, new FetchedIntake.About(where, symbol), record.issuer(), moment.now())
          : Ending.of(fetched);
    }

    /** Notes why no filing was looked for. */
    private void note(Ending ending) {
      note(LegKind.PRIMARY, RESULTS, EDGAR, ending);
      note(LegKind.FOLLOW_UP, SINCE, EDGAR, ending);
    }

    private void note(LegKind leg, String what, String where, Ending ending) {
      asked
          .computeIfAbsent(leg, k -> new ArrayList<>())
          .add(new LookedFor(what, where, moment.now(), ending.outcome(), ending.reason()));
    }
  }
}

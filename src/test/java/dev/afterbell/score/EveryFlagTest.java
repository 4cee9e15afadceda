package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.CNY;
import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.adjusted;
import static dev.afterbell.score.Fixtures.amount;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.contract;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.direct;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.growth;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.issuer;
import static dev.afterbell.score.Fixtures.issuerWithout;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.LookedFor.Outcome;
import dev.afterbell.snapshot.ModelText;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every flag of the catalogue evidence that raises it and evidence that does not. */
class EveryFlagTest {

  private static final ModelText NOT_ASKED = new ModelText.NotAsked();
  private static final ScoreInput PLAIN = input(release().build());

  /**
   * One flag.
   *
   * @param raising what raises it
   * @param text what became of a model's text there
   * @param clear what does not
   * @param ending how the search that it names first ended
   */
  private record Case(
      FlagCode code, ScoreInput raising, ModelText text, ScoreInput clear, Outcome ending) {

    Case(FlagCode code, ScoreInput raising, ScoreInput clear, Outcome ending) {
      this(code, raising, NOT_ASKED, clear, ending);
    }

    @Override
    public String toString() {
      return code.name();
    }
  }

  private static Stream<Case> cases() {
    return Stream.of(
            ofEvidence(),
            ofMarkets(),
            ofDocuments(),
            List.of(
                new Case(
                    FlagCode.WRITER_FALLBACK,
                    PLAIN,
                    new ModelText.Refused(List.of("a figure without a passage")),
                    PLAIN,
                    Outcome.UNUSABLE)))
        .flatMap(List::stream);
  }

  private static List<Case> ofEvidence() {
    Issuer compared = issuer(direct("AA"), direct("BB"), direct("CC"));
    Evidence other =
        item("6K-2026-05-27", SourceClass.REGULATOR_FILING)
            .published("2026-05-27T07:00:00-04:00")
            .kind(Kind.RESULTS)
            .facts(amount("f1", Metric.REVENUE, "2713700000", "RMB2,713.7 million", "1"))
            .period(Fixtures.QUARTER)
            .build();
    Evidence ahead = prices("0.1", "0.04").published("2026-05-29T17:00:00-04:00").build();
    return List.of(
        new Case(
            FlagCode.PEER_GENERIC,
            PLAIN,
            of(compared, event(), release().build()),
            Outcome.NOTHING),
        new Case(
            FlagCode.FOLLOWUP_THIN,
            PLAIN,
            input(release().build(), WorkedExample.followUp()),
            Outcome.NOTHING),
        new Case(FlagCode.NO_PRIMARY, input(article().build()), PLAIN, Outcome.NOTHING),
        new Case(
            FlagCode.ENTITY_MISMATCH,
            input(release().mismatched().build()),
            PLAIN,
            Outcome.NOTHING),
        new Case(
            FlagCode.FACT_CONFLICT, input(release().build(), other), input(other), Outcome.FOUND),
        new Case(
            FlagCode.NO_FACTS,
            input(release().facts(new dev.afterbell.evidence.Fact[0]).build()),
            PLAIN,
            Outcome.NOTHING),
        new Case(
            FlagCode.LOOKAHEAD,
            input(at("2026-05-29T20:00:00-04:00"), release().build(), ahead),
            input(release().build(), ahead),
            Outcome.FOUND),
        new Case(
            FlagCode.SINGLE_CLUSTER,
            PLAIN,
            input(release().build(), article().build()),
            Outcome.NOTHING),
        new Case(
            FlagCode.TIME_UNCERTAIN,
            of(issuer(), event(PublishedFrom.DATELINE), release().build()),
            PLAIN,
            Outcome.NOTHING));
  }

  private static List<Case> ofMarkets() {
    ReactionClaim regular =
        new ReactionClaim(dec("-9"), MarketSession.REGULAR, Optional.empty(), passage("9%"));
    Evidence buyback =
        item("8K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T17:00:00-04:00")
            .events(new CorporateEvent(CorporateEventKind.BUYBACK, passage("repurchase")))
            .build();
    ScoreInput priced = input(release().build(), series(4, 110, 0, 0));
    ScoreInput revised = input(release().build(), revised(3, "2026-05-27"));
    return List.of(
        new Case(FlagCode.NO_REVISION, PLAIN, revised, Outcome.NOTHING),
        new Case(
            FlagCode.STALE_ESTIMATE, input(revised(3, "2026-05-26")), revised, Outcome.NOTHING),
        new Case(
            FlagCode.THIN_COVERAGE, input(revised(2, "2026-05-27")), revised, Outcome.UNUSABLE),
        new Case(
            FlagCode.REACTION_SECONDARY,
            input(article().build()),
            input(article().build(), series(4, 110, 0, 0)),
            Outcome.UNUSABLE),
        new Case(
            FlagCode.REACTION_PREMARKET,
            input(article().build()),
            input(article().events(regular).build()),
            Outcome.FOUND),
        new Case(FlagCode.PRICE_INCOMPLETE, input(series(4, 110, 1, 0)), priced, Outcome.UNUSABLE),
        new Case(FlagCode.SHORT_HISTORY, input(series(4, 59, 0, 0)), priced, Outcome.UNUSABLE),
        new Case(FlagCode.HALT, input(series(4, 110, 0, 1)), priced, Outcome.FOUND),
        new Case(
            FlagCode.BENCH_DEFAULT,
            of(issuerWithout("benchmark"), event(), release().build()),
            PLAIN,
            Outcome.NOTHING),
        new Case(FlagCode.CONFOUNDED, input(release().build(), buyback), PLAIN, Outcome.FOUND),
        new Case(FlagCode.CAL_OVERRIDE, shutOn("2026-05-28"), PLAIN, Outcome.FOUND));
  }

  private static List<Case> ofDocuments() {
    Guidance guidance =
        new Guidance(
            Metric.REVENUE,
            Basis.GAAP,
            dec("1"),
            dec("2"),
            CNY,
            Fixtures.QUARTER,
            Optional.empty(),
            passage("1 to 2"));
    RevenueShare share =
        new RevenueShare("one customer", dec("20"), Optional.empty(), passage("20%"));
    ScoreInput wrong =
        input(
            release()
                .facts(
                    amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1970000000"),
                    growth("f2", Metric.REVENUE, "37.9"))
                .build());
    return List.of(
        new Case(FlagCode.UNAUDITED, input(release().unaudited().build()), PLAIN, Outcome.FOUND),
        new Case(
            FlagCode.NONGAAP_ONLY,
            input(release().facts(adjusted("f1", Metric.NET_INCOME, "5", "5", "4")).build()),
            PLAIN,
            Outcome.NOTHING),
        new Case(FlagCode.GROWTH_CHECK, wrong, PLAIN, Outcome.FOUND),
        new Case(FlagCode.FX_CHECK, gap(Gap.Reason.FX_CHECK), PLAIN, Outcome.FOUND),
        new Case(FlagCode.UNIT_AMBIGUOUS, gap(Gap.Reason.UNIT_AMBIGUOUS), PLAIN, Outcome.NOTHING),
        new Case(
            FlagCode.PERIOD_AMBIGUOUS, gap(Gap.Reason.PERIOD_AMBIGUOUS), PLAIN, Outcome.NOTHING),
        new Case(
            FlagCode.GUIDANCE_ABSENT,
            PLAIN,
            input(release().guidance(guidance).build()),
            Outcome.NOTHING),
        new Case(
            FlagCode.RELATED_PARTY,
            input(release().build(), contract().build()),
            PLAIN,
            Outcome.FOUND),
        new Case(
            FlagCode.CONCENTRATION, input(release().events(share).build()), PLAIN, Outcome.FOUND));
  }

  @Test
  void cases_areThereForEveryFlag() {
    assertThat(cases().map(Case::code)).containsExactlyInAnyOrder(FlagCode.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void flag_isRaisedOnceByWhatRaisesItAndNotByWhatDoesNot(Case c) {
    assertThat(raised(c.raising(), c.text(), c.code())).hasSize(1);
    assertThat(raised(c.clear(), NOT_ASKED, c.code())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void flag_saysWhatWasLookedForWhereWhenAndHowThatEnded(Case c) {
    Flag flag = raised(c.raising(), c.text(), c.code()).get(0);

    assertThat(flag.text()).isNotBlank().doesNotContain("{");
    assertThat(flag.detail()).isNotBlank();
    assertThat(flag.lookedFor())
        .isNotEmpty()
        .allSatisfy(
            sought -> {
              assertThat(sought.what()).isNotBlank();
              assertThat(sought.where()).isNotBlank();
              assertThat(sought.when()).isEqualTo(c.raising().asOf());
            });
    assertThat(flag.lookedFor().get(0).outcome()).isEqualTo(c.ending());
  }

  private static List<Flag> raised(ScoreInput input, ModelText text, FlagCode code) {
    Snapshot page =
        Snapshot.of(
            new SnapshotInput(
                input.issuer(),
                input.event(),
                Scoring.score(input),
                input.evidence(),
                List.of(),
                List.of(),
                text));
    return page.flags().stream().filter(f -> f.code() == code).toList();
  }

  private static ScoreInput of(Issuer issuer, EarningsEvent event, Evidence... evidence) {
    return new ScoreInput(issuer, event, Arrays.asList(evidence), T3, CALENDAR);
  }

  private static ScoreInput gap(Gap.Reason reason) {
    return input(release().gap(reason, "what is the matter").build());
  }

  private static ScoreInput shutOn(String day) {
    SessionCalendar calendar =
        Calendars.with(CalendarOverrides.parse("XNAS," + day + ",CLOSED,,Exchange notice"))
            .of(Venue.XNAS);
    EarningsEvent event =
        new EarningsEvent(
            event().ticker(),
            event().eventDate(),
            EventClock.of(calendar, event().clock().release()),
            event().releaseKnownFrom(),
            event().primary());
    return new ScoreInput(issuer(), event, List.of(release().build()), T3, calendar);
  }

  /** A price calculation with sessions, history, sessions that are missing and halted. */
  static Evidence series(int sessions, int history, int missing, int halted) {
    PriceReaction r = Fixtures.reaction("0.1", "0.04");
    List<LocalDate> days = List.of(LocalDate.parse("2026-05-28"));
    return prices("0.1", "0.04")
        .events(
            new PriceReaction(
                r.symbol(),
                r.benchmark(),
                r.sessions().subList(0, sessions),
                r.car(),
                r.sigma(),
                history,
                days.subList(0, missing),
                days.subList(0, halted),
                r.closeBefore(),
                r.marketValueUsd(),
                r.passage()))
        .build();
  }

  static Evidence revised(int analysts, String newest) {
    return revised("EST-2026-06-01", analysts, newest);
  }

  static Evidence revised(String id, int analysts, String newest) {
    List<ConsensusRevision> all =
        Stream.of(
                Metric.EPS_DILUTED,
                Metric.REVENUE,
                Metric.NET_INCOME,
                Metric.EBITDA,
                Metric.OPERATING_INCOME,
                Metric.GROSS_PROFIT)
            .map(
                metric ->
                    new ConsensusRevision(
                        metric,
                        Basis.GAAP,
                        Fixtures.QUARTER,
                        dec("1"),
                        dec("1.1"),
                        CNY,
                        analysts,
                        LocalDate.parse(newest),
                        passage("1.1")))
            .toList();
    Fixtures.Item item =
        item(id, SourceClass.ESTIMATE_FEED)
            .published("2026-06-01T20:30:00-04:00")
            .custody(dev.afterbell.evidence.Provenance.Custody.FETCHED)
            .publisher("Estimate Feed");
    return item.events(all.toArray(ConsensusRevision[]::new)).build();
  }
}

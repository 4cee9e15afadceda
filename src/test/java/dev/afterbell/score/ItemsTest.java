package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.QUARTER;
import static dev.afterbell.score.Fixtures.YEAR_BEFORE;
import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.consensus;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.reaction;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which leg an item serves, and whether it is about the event. */
class ItemsTest {

  private static final String BEFORE = "2026-05-27T06:29:59-04:00";
  private static final String AT_RELEASE = "2026-05-27T06:30:00-04:00";
  private static final String AFTER = "2026-05-27T06:30:01-04:00";

  private static Item find(String id, Evidence... evidence) {
    return Items.of(input(evidence)).stream()
        .filter(i -> i.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Item besideRelease(Fixtures.Item item) {
    Evidence evidence = item.build();
    return find(evidence.id().toString(), release().build(), evidence);
  }

  private static String leg(Item item) {
    return item.leg().map(LegKind::letter).orElse("");
  }

  /** The release is out at 06:30; T0 closes at 16:00. The period is the event's, another, none. */
  @ParameterizedTest
  @CsvSource({
    // results of the quarter are the release, wherever filed and even if a little earlier
    "6K-2026-05-27,   RESULTS, event,   2026-05-27T06:00:00-04:00, P",
    "6K-2026-05-28,   RESULTS, event,   2026-05-28T08:00:00-04:00, P",
    "HKEX-2026-05-28, RESULTS, event,   2026-05-28T08:00:00-04:00, P",
    // a report of the quarter on a later session follows it
    "10Q-2026-05-27,  RESULTS, event,   2026-05-27T16:00:00-04:00, P",
    "10Q-2026-05-27,  RESULTS, event,   2026-05-27T16:00:01-04:00, F",
    "10K-2026-05-27,  RESULTS, event,   2026-05-27T16:00:00-04:00, P",
    "10K-2026-05-27,  RESULTS, event,   2026-05-27T16:00:01-04:00, F",
    "20F-2026-05-27,  RESULTS, event,   2026-05-27T16:00:01-04:00, F",
    "CALL-2026-05-27, RESULTS, event,   2026-05-27T08:00:00-04:00, F",
    // of another quarter, of none, of another kind: what came later is follow-up
    "6K-2026-05-28,   RESULTS, another, 2026-05-28T08:00:00-04:00, F",
    "6K-2026-05-28,   RESULTS, none,    2026-05-28T08:00:00-04:00, F",
    "6K-2026-05-28,   OTHER,   event,   2026-05-28T08:00:00-04:00, F",
    "8K-2026-05-28,   CONTRACT, none,   2026-05-28T08:00:00-04:00, F",
    // but not a notice, nor what was there before or together with the release
    "6K-2026-05-28,   NOTICE,  none,    2026-05-28T08:00:00-04:00, ''",
    "6K-2026-05-20,   RESULTS, another, 2026-05-20T08:00:00-04:00, ''",
    "6K-2026-05-27,   OTHER,   none,    2026-05-27T06:30:00-04:00, ''",
    "6K-2026-05-27,   OTHER,   none,    2026-05-27T06:30:01-04:00, F",
    "CALL-2026-05-27, OTHER,   none,    2026-05-27T06:29:59-04:00, ''",
  })
  void document_ofTheIssuer_servesTheReleaseTheFollowUpOrNothing(
      String id, Kind kind, String period, String published, String leg) {
    Fixtures.Item document = item(id, SourceClass.REGULATOR_FILING).kind(kind).published(published);
    switch (period) {
      case "event" -> document.period(QUARTER);
      case "another" -> document.period(YEAR_BEFORE);
      default -> {}
    }

    assertThat(leg(besideRelease(document))).isEqualTo(leg);
  }

  @ParameterizedTest
  @CsvSource({
    "6K-2026-05-28,   event,   2026-05-28T08:00:00-04:00, true",
    "6K-2026-05-20,   event,   2026-05-20T08:00:00-04:00, true",
    "6K-2026-05-28,   another, 2026-05-28T08:00:00-04:00, false",
    "6K-2026-05-28,   none,    2026-05-28T08:00:00-04:00, false",
    "CALL-2026-05-27, none,    2026-05-27T06:30:00-04:00, true",
    "CALL-2026-05-27, none,    2026-05-27T06:29:59-04:00, false",
  })
  void document_ofTheIssuer_isOnTheEventByItsPeriod_orAsTheCallAfterIt(
      String id, String period, String published, boolean onEvent) {
    Fixtures.Item document = item(id, SourceClass.REGULATOR_FILING).published(published);
    switch (period) {
      case "event" -> document.period(QUARTER);
      case "another" -> document.period(YEAR_BEFORE);
      default -> {}
    }

    assertThat(besideRelease(document).onEvent()).isEqualTo(onEvent);
  }

  @Test
  void release_withoutAPeriod_isOnTheEvent_andOthersWithoutOneAreNot() {
    Evidence unread =
        item("PR-2026-05-27", SourceClass.ISSUER_RELEASE).published(AT_RELEASE).build();
    Evidence other =
        item("6K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T08:00:00-04:00")
            .kind(Kind.RESULTS)
            .build();

    assertThat(leg(find("PR-2026-05-27", unread, other))).isEqualTo("P");
    assertThat(find("PR-2026-05-27", unread, other).onEvent()).isTrue();
    assertThat(leg(find("6K-2026-05-28", unread, other))).isEqualTo("F");
    assertThat(find("6K-2026-05-28", unread, other).onEvent()).isFalse();
  }

  /** Whatever it looks like: the issuer says that it amends the release. */
  @Test
  void amendment_ofTheReleaseOrOfAnAmendment_isTheRelease() {
    Evidence first = amendment("6K-2026-05-28", SourceClass.REGULATOR_FILING, "PR-2026-05-27");
    Evidence second = amendment("PR-2026-05-29", SourceClass.ISSUER_RELEASE, "6K-2026-05-28");
    Evidence unrelated = amendment("6K-2026-05-30", SourceClass.REGULATOR_FILING, "6K-2026-04-01");

    for (Evidence evidence : List.of(first, second)) {
      Item item = find(evidence.id().toString(), release().build(), first, second, unrelated);
      assertThat(leg(item)).isEqualTo("P");
      assertThat(item.onEvent()).isTrue();
    }
    Item item = find("6K-2026-05-30", release().build(), first, second, unrelated);
    assertThat(leg(item)).isEqualTo("F");
    assertThat(item.onEvent()).isFalse();
  }

  /** Of another class than what it amends, so that both count. */
  private static Evidence amendment(String id, SourceClass sourceClass, String of) {
    return item(id, sourceClass)
        .published(id.substring(3) + "T08:00:00-04:00")
        .supersedes(of)
        .build();
  }

  @ParameterizedTest
  @CsvSource({BEFORE + ", '', false", AT_RELEASE + ", R, true", AFTER + ", R, true"})
  void article_onAMove_servesTheReactionFromTheReleaseOn(
      String published, String leg, boolean onEvent) {
    Item item = besideRelease(article().published(published));

    assertThat(leg(item)).isEqualTo(leg);
    assertThat(item.onEvent()).isEqualTo(onEvent);
  }

  @Test
  void article_thatTellsOfNoMove_servesNothing() {
    Item item = besideRelease(article().events());

    assertThat(item.leg()).isEmpty();
    assertThat(item.onEvent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({BEFORE + ", ''", AT_RELEASE + ", B", AFTER + ", B"})
  void peers_serveTheComparisonFromTheReleaseOn_andAreAlwaysOnTheEvent(
      String published, String leg) {
    Item item = besideRelease(peers("PEER-2026-05-27", published, 3));

    assertThat(leg(item)).isEqualTo(leg);
    assertThat(item.onEvent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({BEFORE + ", ''", AT_RELEASE + ", A"})
  void revisions_serveTheAnalystsFromTheReleaseOn_andAreAlwaysOnTheEvent(
      String published, String leg) {
    Item item = besideRelease(revisions("1", "1.1").published(published));

    assertThat(leg(item)).isEqualTo(leg);
    assertThat(item.onEvent()).isTrue();
  }

  /** What was expected before is measured against, and is no revision. */
  @Test
  void consensus_withoutARevision_servesNothing_andIsOnTheEvent() {
    Item item =
        besideRelease(
            item("EST-2026-05-26", SourceClass.ESTIMATE_FEED)
                .published("2026-05-26T17:00:00-04:00")
                .events(consensus(Metric.REVENUE, QUARTER, "1", Unit.money("CNY"))));

    assertThat(item.leg()).isEmpty();
    assertThat(item.onEvent()).isTrue();
  }

  @Test
  void prices_ofTheEventVenueFromT0On_serveTheReaction() {
    assertThat(besideRelease(prices("0", "0.04")).leg()).contains(LegKind.REACTION);
  }

  @ParameterizedTest
  @CsvSource({"9999, 0, 4", "XMPL, 1, 4", "XMPL, 0, 0"})
  void prices_ofAnotherListingOfAnotherStartOrOfNoSession_serveNothing(
      String symbol, int from, int to) {
    assertThat(besideRelease(prices("0", "0.04").events(priced(symbol, from, to))).leg())
        .isEqualTo(Optional.empty());
  }

  private static PriceReaction priced(String symbol, int from, int to) {
    PriceReaction r = reaction("0", "0.04");
    return new PriceReaction(
        symbol,
        r.benchmark(),
        r.sessions().subList(from, to),
        r.car(),
        r.sigma(),
        r.estimationSessions(),
        r.missing(),
        r.halted(),
        r.closeBefore(),
        r.marketValueUsd(),
        r.passage());
  }
}

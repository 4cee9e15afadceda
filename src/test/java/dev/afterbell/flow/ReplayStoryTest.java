package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.flow.ReplayCards.Replayed;
import dev.afterbell.flow.ReplayCards.Result;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.ScoreCardDiff.Difference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Cards of two issuers and six events, made again from the ledger. */
class ReplayStoryTest {

  private static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");

  private final Toolmaker story = new Toolmaker();
  private final Desk desk = story.desk();
  private final ReplayCards replay =
      new ReplayCards(desk.store.ledger, desk.store.vault, Calendars.SHIPPED);

  @BeforeEach
  void sixEventsAreScored() {
    desk.deliver(story.profile());
    List<ObjectNotice> releases = HistoryStoryTest.releases(story);
    for (ObjectNotice release : releases) {
      desk.deliver(release);
      desk.refresh.refresh(release.at().plusSeconds(8 * 86_400));
    }
    desk.withSample();
    desk.refresh.refresh(Desk.LATER);
  }

  private List<Replayed> replayed(Ticker ticker) {
    return replay.replay(ticker, NOW).cards();
  }

  private LedgerRead book(Ticker ticker) {
    return ReplayCards.book(desk.store.ledger, ticker, NOW);
  }

  @Test
  void aThousandReplays_giveEveryByteAgain() {
    int replays = 0;
    while (replays < 1_000) {
      for (Ticker ticker : List.of(Toolmaker.TICKER, Desk.TICKER)) {
        List<Replayed> cards = replayed(ticker);
        assertThat(cards).isNotEmpty().allMatch(c -> c.result() instanceof Result.Same);
        replays += cards.size();
      }
    }

    assertThat(replays).isGreaterThanOrEqualTo(1_000);
  }

  @Test
  void everyEvent_hasItsCard() {
    assertThat(replayed(Toolmaker.TICKER))
        .extracting(Replayed::eventDate)
        .containsExactly(
            LocalDate.of(2025, 4, 22),
            LocalDate.of(2025, 7, 22),
            LocalDate.of(2025, 10, 21),
            LocalDate.of(2026, 2, 17),
            LocalDate.of(2026, 4, 21));
    assertThat(replayed(Desk.TICKER)).hasSize(1);
  }

  @Test
  void evidenceThatComesLate_isNotInTheCardThatStoodBefore() {
    String late =
        """
        {"publisher":"Late Paper","publisherKind":"named-news","url":"https://example.com/late",
         "published":"2026-04-22T09:00:00-04:00","title":"Brass Valley Tools, Inc. and its sales",
         "body":"Brass Valley Tools, Inc. had net sales of $18.45 million in the first quarter ended March 31, 2026.",
         "tickers":["BVT"]}
        """;
    desk.deliver(story.drop("inbox/BVT/article-late.json", late, "2026-06-10T12:00:00Z"));

    assertThat(replayed(Toolmaker.TICKER)).allMatch(c -> c.result() instanceof Result.Same);
  }

  @Test
  void calendarWithALateClosure_movesTheCardAndSaysSo() {
    Calendars closed =
        Calendars.with(
            CalendarOverrides.parse(
                "venue,date,state,close,source;XNYS,2026-04-22,CLOSED,,a test of a late closure"));
    ReplayCards other = new ReplayCards(desk.store.ledger, desk.store.vault, closed);

    Replayed last = other.replay(Toolmaker.TICKER, NOW).cards().get(4);

    assertThat(((Result.Moved) last.result()).diff().causes())
        .extracting(Difference::what)
        .contains("T+3", "calendar", "flag CAL_OVERRIDE");
  }

  @Test
  void calendarThatDoesNotReachTheEvent_failsThatCardWithItsReason() {
    ReplayCards none = new ReplayCards(desk.store.ledger, desk.store.vault, Calendars.SHIPPED);
    LedgerEntry.ScoreEntry entry = scores(Desk.TICKER).get(0);
    put(Desk.TICKER, entry, 3, "{\"methodVersion\":\"m3\"}".getBytes(StandardCharsets.UTF_8));

    List<Replayed> cards = none.replay(Desk.TICKER, NOW).cards();

    assertThat(cards).hasSize(2);
    assertThat(cards.get(1).result())
        .isInstanceOfSatisfying(
            Result.Failed.class, f -> assertThat(f.reason()).startsWith("this build cannot read"));
  }

  private List<LedgerEntry.ScoreEntry> scores(Ticker ticker) {
    return book(ticker).of(LedgerEntry.ScoreEntry.class).toList();
  }

  private void put(Ticker ticker, LedgerEntry.ScoreEntry like, int method, byte[] bytes) {
    NewEntry entry =
        NewEntry.score(new SortKey.ScoreAt(like.date(), like.asOf(), method), Payload.of(bytes));
    assertThat(desk.store.ledger.append(Append.of(Book.of(ticker), NOW, entry)))
        .isInstanceOf(AppendOutcome.Appended.class);
  }

  /** The sample's card as another version of the method would have made it. */
  private byte[] byAnotherMethod() {
    LedgerEntry.ScoreEntry own = scores(Desk.TICKER).get(0);
    ObjectNode card = (ObjectNode) CanonicalJson.parse(own.stored().payload().bytes());
    card.put("methodVersion", "m2");
    ((ObjectNode) card.path("prior"))
        .put("bull", "0.400000")
        .put("base", "0.300000")
        .put("bear", "0.300000");
    return CanonicalJson.bytes(card);
  }

  @Test
  void cardOfAnotherMethod_isComparedWithThisOne_andSaysWhatMovesAndWhy() {
    put(Desk.TICKER, scores(Desk.TICKER).get(0), 2, byAnotherMethod());

    Replayed other =
        replayed(Desk.TICKER).stream()
            .filter(c -> c.method().equals("m2"))
            .findFirst()
            .orElseThrow();

    Result.Moved moved = (Result.Moved) other.result();
    assertThat(moved.diff().moves())
        .extracting(Difference::what)
        .containsExactly("base", "bear", "bull");
    assertThat(moved.diff().causes()).containsExactly(new Difference("method", "m2", "m1"));
  }

  /** The sample without a card of this method, but with one of another. */
  private Desk scoredByAnotherMethod() {
    LedgerEntry.ScoreEntry own = scores(Desk.TICKER).get(0);
    Desk other = new Desk().withSample();
    other.store.ledger.append(
        Append.of(
            Book.of(Desk.TICKER),
            NOW,
            NewEntry.score(
                new SortKey.ScoreAt(own.date(), own.asOf(), 2), Payload.of(byAnotherMethod()))));
    return other;
  }

  private static RescoreEvents rescore(Desk desk) {
    return new RescoreEvents(desk.store.ledger, desk.store.vault, ScoringSetting.SHIPPED);
  }

  @Test
  void rescoring_putsACardOfThisMethodBesideTheOldOne_once() {
    Desk other = scoredByAnotherMethod();

    assertThat(rescore(other).rescore(NOW, () -> true).written()).isEqualTo(1);
    assertThat(rescore(other).rescore(NOW, () -> true).written()).isZero();

    List<LedgerEntry.ScoreEntry> cards =
        ReplayCards.book(other.store.ledger, Desk.TICKER, NOW)
            .of(LedgerEntry.ScoreEntry.class)
            .toList();
    assertThat(cards).extracting(LedgerEntry.ScoreEntry::method).containsExactlyInAnyOrder(1, 2);
    assertThat(cards)
        .filteredOn(c -> c.method() == 1)
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.stored().payload())
                    .isEqualTo(scores(Desk.TICKER).get(0).stored().payload()));
    assertThat(other.intact()).isTrue();
  }

  @Test
  void rescoring_withoutTimeLeft_leavesTheRestForAnotherRun() {
    assertThat(rescore(scoredByAnotherMethod()).rescore(NOW, () -> false).failed())
        .containsExactly("KC 2026-05-27: time is nearly up");
  }

  @Test
  void rescoring_ofAnEventMergedIntoAnother_isNotTried() {
    Desk other = scoredByAnotherMethod();
    LedgerEntry.EventEntry event =
        ReplayCards.book(other.store.ledger, Desk.TICKER, NOW)
            .of(LedgerEntry.EventEntry.class)
            .findFirst()
            .orElseThrow();
    Payload merged =
        EventRecord.of(event.stored().payload(), Calendars.SHIPPED)
            .mergedInto(Desk.EVENT.minusDays(1))
            .payload();
    other.store.ledger.append(
        Append.of(
            Book.of(Desk.TICKER),
            NOW,
            new Change.SetEvent(Desk.EVENT, merged, Optional.empty(), event.version())));

    RescoreEvents.Outcome outcome = rescore(other).rescore(NOW, () -> true);

    assertThat(outcome.written()).isZero();
    assertThat(outcome.failed()).isEmpty();
  }

  @Test
  void rescoring_namesAnIssuerThatCannotBeRead() {
    Desk other = scoredByAnotherMethod();
    Map<String, AttributeValue> member =
        new HashMap<>(other.store.item(Book.ISSUERS, "@MEMBER#KC"));
    member.put("sha256", AttributeValue.fromS("0".repeat(64)));
    other.store.put(member);

    assertThat(rescore(other).rescore(NOW, () -> true).failed())
        .singleElement()
        .asString()
        .startsWith("@MEMBER#KC cannot be read");
  }
}

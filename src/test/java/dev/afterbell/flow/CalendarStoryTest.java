package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.DueEvent;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.FlagCode;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotHtml;
import dev.afterbell.snapshot.SnapshotJson;
import dev.afterbell.snapshot.SnapshotMarkdown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange closes at short notice while an event waits for its T+3 (faults, row 37). */
class CalendarStoryTest {

  private static final Calendars SHUT = late("XNAS,2026-05-29,CLOSED,,Exchange notice");
  private static final Instant OLD_DUE = Desk.LATER;
  private static final Instant NEW_DUE = Instant.parse("2026-06-03T00:30:00Z");
  private static final Instant LATEST = Instant.parse("2026-06-20T00:00:00Z");

  private final Desk desk = new Desk().withSample();

  @Test
  void row37_closureAnnouncedLate_movesT3AndTheRefresh() {
    RefreshEvidence refresh = refresh(SHUT);

    RefreshEvidence.Outcome early = refresh.refresh(OLD_DUE);

    assertThat(early).isEqualTo(new RefreshEvidence.Outcome(List.of(), List.of(), List.of()));
    assertThat(desk.store.ledger.dueOn(LocalDate.parse("2026-06-01"))).isEmpty();
    LocalDate moved = LocalDate.parse("2026-06-02");
    assertThat(desk.store.ledger.dueOn(moved))
        .containsExactly(new DueEvent(Desk.TICKER, Desk.EVENT, moved));
    assertThat(refresh.refresh(NEW_DUE).scored()).hasSize(1);
    assertThat(cards())
        .singleElement()
        .satisfies(c -> assertThat(c.asOf().toInstant()).isEqualTo(NEW_DUE));
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void row37_cardAndPage_nameTheCalendarAndTheDay() {
    refresh(SHUT).refresh(NEW_DUE);

    Snapshot page = page(SHUT, Optional.empty());

    assertThat(page.card().calendarVersion())
        .isEqualTo(page.event().clock().calendar().version())
        .matches("XNAS-2026\\.2\\+[0-9a-f]{12}");
    assertThat(page.card().flag(FlagCode.CAL_OVERRIDE).orElseThrow().detail())
        .isEqualTo("XNAS was shut on 2026-05-29 (Exchange notice)");
    JsonNode event = SnapshotJson.write(page).path("event");
    assertThat(event.path("t2").asText()).isEqualTo("2026-06-01");
    assertThat(event.path("t3").asText()).isEqualTo("2026-06-02");
    assertThat(event.path("calendar").asText()).isEqualTo(page.card().calendarVersion());
    assertThat(page.card().pending()).isFalse();
  }

  @Test
  void row37_halfDay_movesNothingButIsNamed() {
    Calendars half = late("XNAS,2026-05-29,EARLY,13:00,Exchange notice");

    assertThat(refresh(half).refresh(OLD_DUE).scored()).hasSize(1);

    Snapshot page = page(half, Optional.empty());
    assertThat(page.card().asOf()).isEqualTo(OLD_DUE);
    assertThat(page.card().flag(FlagCode.CAL_OVERRIDE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "XNYS,2026-05-29,CLOSED,,Exchange notice",
        "XNAS,2026-06-03,CLOSED,,Exchange notice",
        "XNAS,2026-05-26,CLOSED,,Exchange notice",
      })
  void row37_elsewhereOrOutsideTheWindow_changesNoDayAndRaisesNothing(String overrides) {
    assertThat(refresh(late(overrides)).refresh(OLD_DUE).scored()).hasSize(1);

    ScoreCard card = page(late(overrides), Optional.empty()).card();
    assertThat(card.asOf()).isEqualTo(OLD_DUE);
    assertThat(card.flag(FlagCode.CAL_OVERRIDE)).isEmpty();
  }

  @Test
  void row37_announcedAfterTheRefresh_pageIsCountedAnewAndTheOldCardStaysOnFile() {
    desk.refresh.refresh(OLD_DUE);

    Snapshot page = page(SHUT, Optional.empty());

    assertThat(page.card().asOf()).isEqualTo(NEW_DUE);
    assertThat(page.card().t3()).isEqualTo(Instant.parse("2026-06-02T20:00:00Z"));
    assertThat(page.card().pending()).isFalse();
    assertThat(page.card().flag(FlagCode.CAL_OVERRIDE)).isPresent();
    assertThat(page(SHUT, Optional.of(OLD_DUE)).card().pending()).isTrue();
    assertThat(cards()).hasSize(1);
    assertThat(desk.snapshot().card().calendarVersion()).isEqualTo("XNAS-2026.2");
  }

  @Test
  void calendarThatEndsBeforeT3_isReportedByTheRefreshWithTheTable() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    story.desk().deliver(story.undated());
    story
        .desk()
        .deliver(
            story.sideCar(
                Toolmaker.FIRST, "8-K", "2028-12-26T07:00:00-05:00", "2028-12-26T12:01:00Z"));
    Calendars shorter = late("XNYS,2028-12-28,CLOSED,,Exchange notice");

    RefreshEvidence.Outcome outcome =
        new RefreshEvidence(
                story.desk().store.ledger,
                story.desk().store.vault,
                Optional.empty(),
                ScoringSetting.in(shorter))
            .refresh(Instant.parse("2028-12-30T01:30:00Z"));

    assertThat(outcome.failed())
        .singleElement()
        .asString()
        .startsWith("BVT 2028-12-26: The trading calendar of XNYS covers 2024-01-01 to 2028-12-31");
  }

  @Test
  void releaseThatNoTableReaches_isKeptAndRejectedWithTheTable() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    story.desk().deliver(story.undated());
    story
        .desk()
        .deliver(
            story.sideCar(
                Toolmaker.FIRST, "8-K", "2028-12-28T07:00:00-05:00", "2028-12-30T12:01:00Z"));

    JsonNode rejections =
        new Catalogue(story.desk().store.ledger)
            .rejections(Toolmaker.TICKER, Instant.parse("2028-12-31T00:00:00Z"))
            .path("rejections");

    assertThat(rejections).anyMatch(r -> r.path("reason").asText().equals("CALENDAR_EXHAUSTED"));
    assertThat(rejections.toString()).contains("the trading calendar of XNYS covers 2024-01-01");
  }

  @Test
  void provisionalYear_isSaidOnThePage() {
    Toolmaker story = new Toolmaker();
    story
        .desk()
        .deliver(
            story.drop(
                "inbox/BVT/issuer.json",
                """
                {"ticker":"BVT","name":"Brass Valley Tools, Inc.","primaryVenue":"XHKG",
                 "listings":[{"venue":"XHKG","symbol":"BVT"},{"venue":"XNAS","symbol":"BVTX"}],
                 "reportingCurrency":"USD","fiscalYearEnd":"12-31","country":"US"}
                """,
                "2026-01-05T15:00:00Z"));
    story.desk().deliver(story.undated());
    story
        .desk()
        .deliver(
            story.sideCar(
                Toolmaker.FIRST, "8-K", "2027-04-21T12:00:00+08:00", "2027-04-21T12:01:00Z"));

    Snapshot page =
        story
            .desk()
            .assemble
            .latest(Toolmaker.TICKER, Optional.empty(), Instant.parse("2027-04-22T00:00:00Z"))
            .snapshot()
            .orElseThrow();

    JsonNode event = SnapshotJson.write(page).path("event");
    assertThat(event.path("provisional").asBoolean()).isTrue();
    assertThat(event.path("listings").path(0).path("provisional").asBoolean()).isTrue();
    assertThat(event.path("listings").path(1).path("provisional").asBoolean()).isFalse();
    String said = "XHKG has not confirmed its calendar of 2027 yet";
    assertThat(SnapshotMarkdown.write(page))
        .contains(said, "2027-04-21*", "Provisional: not confirmed yet by XHKG.");
    assertThat(SnapshotHtml.write(page)).contains(said, "2027-04-21*");
    assertThat(SnapshotMarkdown.write(desk.snapshot())).doesNotContain("rovisional");
  }

  private static Calendars late(String rows) {
    return Calendars.with(CalendarOverrides.parse(rows));
  }

  private RefreshEvidence refresh(Calendars calendars) {
    return new RefreshEvidence(
        desk.store.ledger, desk.store.vault, Optional.empty(), ScoringSetting.in(calendars));
  }

  private Snapshot page(Calendars calendars, Optional<Instant> asOf) {
    return new AssembleSnapshot(desk.store.ledger, desk.store.vault, ScoringSetting.in(calendars))
        .ofEvent(Desk.TICKER, Desk.EVENT, asOf, LATEST)
        .snapshot()
        .orElseThrow();
  }

  private List<LedgerEntry.ScoreEntry> cards() {
    return desk.store
        .ledger
        .read(Book.of(Desk.TICKER), LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), LATEST)
        .of(LedgerEntry.ScoreEntry.class)
        .toList();
  }
}

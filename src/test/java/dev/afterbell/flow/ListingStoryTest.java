package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Unit;
import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.Venue;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LegKind;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotHtml;
import dev.afterbell.snapshot.SnapshotJson;
import dev.afterbell.snapshot.SnapshotMarkdown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An issuer that is listed twice: its event side by side in the sessions of both venues. */
class ListingStoryTest {

  private static final Instant LATEST = Instant.parse("2026-06-20T00:00:00Z");

  private final Desk desk = new Desk().withSample();

  @Test
  void listedTwice_pageShowsTheDaysOfBothVenues() {
    Snapshot page = desk.snapshot();

    JsonNode listings = SnapshotJson.write(page).path("event").path("listings");
    assertThat(listings).hasSize(2);
    assertThat(days(listings.path(0)))
        .isEqualTo("XNAS KC true 2026-05-27 2026-05-28 2026-05-29 2026-06-01");
    assertThat(days(listings.path(1)))
        .isEqualTo("XHKG 3896 false 2026-05-28 2026-05-29 2026-06-01 2026-06-02");
    assertThat(listings.path(1).has("reaction")).isFalse();
    assertThat(SnapshotMarkdown.write(page))
        .contains(
            "| XHKG 3896 | 2026-05-28 | 2026-05-29 | 2026-06-01 | 2026-06-02 | no prices on file |");
    assertThat(SnapshotHtml.write(page)).contains("<td>XHKG 3896</td><td>2026-05-28</td>");
  }

  @Test
  void listedOnce_pageHasNoTableOfListings() {
    Toolmaker story = new Toolmaker();
    story.desk().deliver(story.profile());
    story.desk().deliver(story.release());
    story.desk().deliver(story.sideCar());

    Snapshot page = story.snapshot("2026-05-01T00:00:00Z").orElseThrow();

    assertThat(SnapshotJson.write(page).path("event").path("listings")).isEmpty();
    assertThat(SnapshotMarkdown.write(page)).doesNotContain("| listing |");
    assertThat(SnapshotHtml.write(page)).doesNotContain("class=\"listings\"");
  }

  @Test
  void pricesOfBothListings_areMeasuredEachInItsSessions_andTheEventVenueDecides() {
    drop("prices.csv", SyntheticPrices.share(), "2026-06-02T09:00:00Z");
    drop("prices-KWEB.csv", SyntheticPrices.benchmark(), "2026-06-02T09:00:00Z");
    drop("prices-3896.csv", SyntheticPrices.shareOn(Venue.XHKG, 3), "2026-06-02T09:00:00Z");
    drop("prices-2800.csv", SyntheticPrices.benchmarkOn(Venue.XHKG), "2026-06-02T09:00:00Z");
    assertThat(desk.refresh.refresh(LATEST).failed()).isEmpty();

    Snapshot page = page();

    EvidenceId reading = EvidenceId.parse("PX-2026-06-02-XHKG");
    PriceReaction reaction = reaction(page, reading);
    assertThat(reaction.symbol()).isEqualTo("3896");
    assertThat(reaction.benchmark()).isEqualTo("2800");
    assertThat(reaction.sessions())
        .extracting(s -> s.date().toString())
        .containsExactly("2026-05-28", "2026-05-29", "2026-06-01", "2026-06-02");
    assertThat(reaction.closeBefore().orElseThrow().unit()).isEqualTo(Unit.perShare("HKD"));
    assertThat(page.card().leg(LegKind.REACTION).reason()).doesNotContain("XHKG");
    assertThat(page.card().item(reading).orElseThrow().admiralty()).isNotEmpty();
    assertThat(page.card().flag(FlagCode.LOOKAHEAD)).isEmpty();
    JsonNode listings = SnapshotJson.write(page).path("event").path("listings");
    assertThat(listings.path(0).path("reaction").path("evidence").asText())
        .isEqualTo("PX-2026-06-01");
    JsonNode there = listings.path(1).path("reaction");
    assertThat(there.path("evidence").asText()).isEqualTo(reading.toString());
    assertThat(there.path("sessions").asInt()).isEqualTo(4);
    assertThat(new BigDecimal(there.path("abnormal").asText()))
        .isEqualByComparingTo(reaction.car());
    assertThat(SnapshotMarkdown.write(page))
        .containsPattern(
            "\\| −\\d+\\.\\d\\d% from T0 to T\\+3, abnormal −7\\.\\d\\d% against 2800 \\[#PX-2026-06-02-XHKG\\] \\|");
    assertThat(SnapshotHtml.write(page)).contains("against 2800 <a class=\"cite\"");
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void refreshBeforeTheOtherVenuesT3_measuresWhatHasClosedThere_andTheRestLater() {
    drop("prices-3896.csv", SyntheticPrices.shareOn(Venue.XHKG, 3), "2026-06-01T22:00:00Z");
    drop("prices-2800.csv", SyntheticPrices.benchmarkOn(Venue.XHKG), "2026-06-01T22:00:00Z");
    desk.refresh.refresh(Desk.LATER);

    EvidenceId first = EvidenceId.parse("PX-2026-06-01-XHKG");
    assertThat(reaction(desk.snapshot(), first).sessions()).hasSize(3);
    assertThat(desk.snapshot().card().asOf()).isEqualTo(Desk.LATER);
    assertThat(desk.snapshot().card().leg(LegKind.REACTION).verified()).isFalse();
    assertThat(SnapshotMarkdown.write(desk.snapshot())).contains(" from T0 to T+2, abnormal ");

    drop(
        "later/prices-3896.csv",
        SyntheticPrices.shareOn(Venue.XHKG, 3) + "\n",
        "2026-06-03T22:00:00Z");
    drop(
        "later/prices-2800.csv",
        SyntheticPrices.benchmarkOn(Venue.XHKG) + "\n",
        "2026-06-03T22:00:00Z");

    assertThat(SnapshotMarkdown.write(page()))
        .contains(" from T0 to T+3, abnormal ", "[#PX-2026-06-02-XHKG]");
  }

  @Test
  void closureOfTheOtherVenue_movesItsDaysAlone() {
    Calendars calendars =
        Calendars.with(CalendarOverrides.parse("XHKG,2026-06-01,CLOSED,,HKEX circular"));
    Snapshot page =
        new AssembleSnapshot(desk.store.ledger, desk.store.vault, ScoringSetting.in(calendars))
            .ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), LATEST)
            .snapshot()
            .orElseThrow();

    JsonNode listings = SnapshotJson.write(page).path("event").path("listings");
    assertThat(days(listings.path(0))).endsWith(" 2026-06-01");
    assertThat(days(listings.path(1)))
        .isEqualTo("XHKG 3896 false 2026-05-28 2026-05-29 2026-06-02 2026-06-03");
    assertThat(page.card().flag(FlagCode.CAL_OVERRIDE)).isEmpty();
  }

  private static String days(JsonNode listing) {
    return String.join(
        " ",
        listing.path("venue").asText(),
        listing.path("symbol").asText(),
        listing.path("eventVenue").asText(),
        listing.path("t0").asText(),
        listing.path("t1").asText(),
        listing.path("t2").asText(),
        listing.path("t3").asText());
  }

  private static PriceReaction reaction(Snapshot page, EvidenceId id) {
    return page.evidence().stream()
        .filter(e -> e.id().equals(id))
        .flatMap(e -> e.extraction().events().stream())
        .map(PriceReaction.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Snapshot page() {
    return desk.assemble
        .ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), LATEST)
        .snapshot()
        .orElseThrow();
  }

  private void drop(String file, String text, String at) {
    desk.deliver(desk.drop("inbox/KC/" + file, SyntheticPrices.bytes(text), at));
  }
}

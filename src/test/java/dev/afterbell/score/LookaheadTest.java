package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.issuer;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.evidence.SourceClass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a reading has not happened yet at the snapshot time. */
class LookaheadTest {

  private static Item at(String asOf, DocumentEvent... events) {
    ScoreInput input =
        new ScoreInput(
            listedTwice(),
            event(),
            List.of(
                item("PX-2026-05-22", SourceClass.PRICE_FEED)
                    .published("2026-05-22T06:00:00-04:00")
                    .events(events)
                    .build()),
            Fixtures.at(asOf),
            CALENDAR);
    return Items.of(input).get(0);
  }

  private static String ahead(String asOf, DocumentEvent... events) {
    return at(asOf, events).lookahead().orElse("");
  }

  /** A full session closes at 16:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-26T20:00:00-04:00, a return of 2026-05-27",
    "2026-05-27T15:59:59-04:00, a return of 2026-05-27",
    "2026-05-27T16:00:00-04:00, a return of 2026-05-28",
    "2026-05-28T15:59:59-04:00, a return of 2026-05-28",
    "2026-05-28T16:00:00-04:00, ''",
  })
  void returnOfTheEventVenue_isAheadUntilItsSessionCloses_theFirstIsNamed(
      String asOf, String ahead) {
    assertThat(ahead(asOf, prices("XMPL", "2026-05-28", "2026-05-27"))).isEqualTo(ahead);
  }

  @Test
  void item_withSomethingAhead_isNotUsable() {
    PriceReaction reading = prices("XMPL", "2026-05-27");

    assertThat(at("2026-05-27T15:59:59-04:00", reading).usable()).isFalse();
    assertThat(at("2026-05-27T16:00:00-04:00", reading).usable()).isTrue();
  }

  /**
   * The other listing is in Hong Kong, where a day begins at noon of the day before in New York.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-05-27T11:59:59-04:00, a return of 2026-05-28",
    "2026-05-27T12:00:00-04:00, ''",
  })
  void returnAtAnotherListing_isAheadUntilItsDayBeginsThere(String asOf, String ahead) {
    assertThat(ahead(asOf, prices("9999", "2026-05-28"))).isEqualTo(ahead);
  }

  /** Where a symbol is listed that the profile does not name is not known. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-27T23:59:59-04:00, a return of 2026-05-28",
    "2026-05-28T00:00:00-04:00, ''",
  })
  void returnOfASymbolThatTheProfileLacks_isAheadUntilItsDayBeginsAtTheEventVenue(
      String asOf, String ahead) {
    assertThat(ahead(asOf, prices("OTHER", "2026-05-28"))).isEqualTo(ahead);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-27T15:59:59-04:00, a peer's return to 2026-05-27",
    "2026-05-27T16:00:00-04:00, ''",
  })
  void returnOfAPeer_isAheadUntilItsLastSessionCloses(String asOf, String ahead) {
    assertThat(ahead(asOf, peer("2026-05-26", "2026-05-27"))).isEqualTo(ahead);
  }

  /** Memorial Day: the peer is listed where it is none. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-24T23:59:59-04:00, a peer's return to 2026-05-25",
    "2026-05-25T00:00:00-04:00, ''",
  })
  void returnToADayWithoutASessionAtTheEventVenue_isAheadUntilThatDay(String asOf, String ahead) {
    assertThat(ahead(asOf, peer("2026-05-22", "2026-05-25"))).isEqualTo(ahead);
  }

  @Test
  void readingsOfSeveralKinds_areAheadIfOneIs() {
    PriceReaction past = prices("XMPL", "2026-05-22");

    assertThat(ahead("2026-05-27T12:00:00-04:00", past, peer("2026-05-27", "2026-05-27")))
        .isEqualTo("a peer's return to 2026-05-27");
    assertThat(ahead("2026-05-27T12:00:00-04:00", past, peer("2026-05-26", "2026-05-26")))
        .isEmpty();
  }

  private static PriceReaction prices(String symbol, String... dates) {
    return new PriceReaction(
        symbol,
        "INDX",
        Arrays.stream(dates)
            .map(d -> new SessionReturn(LocalDate.parse(d), dec("0"), dec("0"), dec("0")))
            .toList(),
        dec("0"),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        passage("0"));
  }

  private static PeerReaction peer(String from, String to) {
    return new PeerReaction(
        "AA",
        LocalDate.parse(from),
        LocalDate.parse(to),
        dec("0"),
        dec("0"),
        dec("0"),
        passage("0"));
  }

  private static Issuer listedTwice() {
    return issuer(
        profile ->
            profile
                .withArray("listings")
                .add(listing("XNAS", "XMPL"))
                .add(listing("XHKG", "9999")));
  }

  private static ObjectNode listing(String venue, String symbol) {
    return JsonNodeFactory.instance.objectNode().put("venue", venue).put("symbol", symbol);
  }
}

package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LegKind;
import dev.afterbell.snapshot.SnapshotJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of estimates from the inbox to the revision on the page, over a real table. */
class EstimateStoryTest {

  private static final String BEFORE_AT = "2026-05-26T22:00:00Z";
  private static final String AFTER_AT = "2026-06-01T22:00:00Z";

  private final Desk desk = new Desk();

  @Test
  void consensusBeforeAndAfter_givesExpectationAndRevision() {
    desk.withSample();
    drop("estimates-before.json", before("Example Data"), BEFORE_AT);
    drop("estimates-after.json", after("Example Data"), AFTER_AT);

    refresh();

    Evidence reading = reading().orElseThrow();
    assertThat(reading.id()).hasToString("EST-2026-06-01-CONS");
    assertThat(reading.sourceClass()).isEqualTo(SourceClass.ESTIMATE_FEED);
    assertThat(reading.provenance().publisher()).contains("Example Data");
    assertThat(events(reading, Consensus.class))
        .extracting(c -> c.metric() + " " + c.period().end().orElseThrow() + " " + c.mean())
        .containsExactlyInAnyOrder(
            "REVENUE 2026-03-31 2650000000", "REVENUE 2026-06-30 2800000000");
    assertThat(events(reading, ConsensusRevision.class))
        .extracting(r -> r.period().end().orElseThrow() + " " + r.before() + " " + r.after())
        .containsExactly("2026-06-30 2800000000 2660000000");
    ScoreCard card = desk.snapshot().card();
    assertThat(card.leg(LegKind.ANALYST).best()).contains(reading.id());
    assertThat(card.leg(LegKind.ANALYST).strength()).isPositive();
    assertThat(card.leg(LegKind.ANALYST).verified()).isFalse();
    assertThat(card.flag(FlagCode.NO_REVISION)).isPresent();
    assertThat(card.flag(FlagCode.STALE_ESTIMATE)).isEmpty();
    assertThat(card.flag(FlagCode.THIN_COVERAGE)).isEmpty();
  }

  @Test
  void bothMomentsInOneFile_giveTheSameReading() {
    desk.withSample();
    drop(
        "estimates.json",
        """
        {"provider": "Example Data", "asOf": "2026-06-01T16:30:00-04:00", "estimates": [
          {"metric": "revenue", "periodEnd": "2026-06-30", "unit": "CNY",
           "consensus": "2660000000", "analysts": 8,
           "snapshots": [{"asOf": "2026-05-26", "consensus": "2800000000", "analysts": 9}]}]}
        """,
        AFTER_AT);

    refresh();

    assertThat(events(reading().orElseThrow(), ConsensusRevision.class))
        .extracting(r -> r.before() + " " + r.after())
        .containsExactly("2800000000 2660000000");
  }

  @Test
  void twoProviders_areNotCompared() {
    desk.withSample();
    drop("estimates-before.json", before("Example Data"), BEFORE_AT);
    drop("estimates-after.json", after("Other Data"), AFTER_AT);

    refresh();

    Evidence reading = reading().orElseThrow();
    assertThat(events(reading, ConsensusRevision.class)).isEmpty();
    assertThat(events(reading, Consensus.class)).hasSize(2);
    assertThat(reading.id()).hasToString("EST-2026-05-26-CONS");
  }

  @Test
  void consensusAfterOnly_saysNothingOfWhatWasExpected() {
    desk.withSample();
    drop("estimates-after.json", after("Example Data"), AFTER_AT);

    refresh();

    assertThat(reading()).isEmpty();
    assertThat(desk.snapshot().evidence())
        .anyMatch(e -> e.id().equals(EvidenceId.parse("EST-2026-06-01")));
  }

  @Test
  void consensusOfTheReleaseDayWithoutATime_isNeither() {
    desk.withSample();
    drop(
        "estimates-before.json",
        before("Example Data").replace("2026-05-26T17:00:00-04:00", "2026-05-27"),
        "2026-05-27T22:00:00Z");
    drop("estimates-after.json", after("Example Data"), AFTER_AT);

    refresh();

    assertThat(reading()).isEmpty();
  }

  @Test
  void consensusAfterTheSnapshotTime_isNotUsed() {
    desk.withSample();
    drop("estimates-before.json", before("Example Data"), BEFORE_AT);
    drop(
        "estimates-after.json",
        after("Example Data").replace("2026-06-01T16:30", "2026-06-02T16:30"),
        "2026-06-02T22:00:00Z");

    desk.refresh.refresh(Desk.LATER.plusSeconds(86_400));

    assertThat(events(reading().orElseThrow(), ConsensusRevision.class)).isEmpty();
  }

  @ParameterizedTest(name = "newest estimate {0}, {1} analysts: {2}")
  @CsvSource({"2026-05-20, 8, STALE_ESTIMATE", "2026-05-30, 2, THIN_COVERAGE"})
  void weakConsensus_isFlagged(String newest, int analysts, FlagCode flag) {
    desk.withSample();
    drop("estimates-before.json", before("Example Data"), BEFORE_AT);
    drop(
        "estimates-after.json",
        after("Example Data")
            .replace(
                "\"analysts\": 8", "\"newest\": \"" + newest + "\", \"analysts\": " + analysts),
        AFTER_AT);

    refresh();

    assertThat(desk.snapshot().card().flag(flag)).isPresent();
  }

  @Test
  void providersShape_withItsCurrency_givesARevision() {
    desk.withSample();
    String json =
        """
        {"symbol": "KC", "estimates": [{"date": "2026-12-31", "horizon": "fiscal year",
          "eps_estimate_average": "-0.3000", "eps_estimate_analyst_count": "6.0000",
          "eps_estimate_average_7_days_ago": "-0.2500", "eps_estimate_average_30_days_ago": "None"}]}
        """;
    assertThat(drop("estimates-av.json", json, AFTER_AT))
        .isEqualTo(new IngestOutcome.Rejected(RejectionReason.MALFORMED));
    desk.drop("inbox/KC/estimates-usd.json.meta.json", bytes("{\"currency\": \"USD\"}"), AFTER_AT);
    drop("estimates-usd.json", json, AFTER_AT);

    refresh();

    Evidence reading = reading().orElseThrow();
    assertThat(events(reading, ConsensusRevision.class))
        .extracting(r -> r.unit() + " " + r.before() + " " + r.after())
        .containsExactly("USD/ADS -0.2500 -0.3000");
  }

  /** A history of the ordinary share is no measure of surprises for each ADS. */
  @ParameterizedTest(name = "earnings of {0}: {1}")
  @CsvSource({"KC, 1", "3896, 0"})
  void earlierEarnings_countForTheirOwnListingOnly(String symbol, int surprises) {
    desk.withSample();
    String estimates =
        """
        {"provider": "Example Data", "asOf": "2026-05-26T17:00:00-04:00", "estimates": [
          {"metric": "eps", "basis": "gaap", "periodEnd": "2026-03-31", "unit": "USD/ADS",
           "consensus": "-0.10", "analysts": 9}]}
        """;
    String earnings =
        """
        {"symbol": "%s", "quarterlyEarnings": [{"fiscalDateEnding": "2025-12-31",
          "reportedDate": "2026-03-25", "reportedEPS": "-0.10", "estimatedEPS": "-0.12"}]}
        """
            .formatted(symbol);
    desk.drop("inbox/KC/earnings.json.meta.json", bytes("{\"currency\": \"USD\"}"), BEFORE_AT);
    drop("estimates.json", estimates, BEFORE_AT);
    drop("earnings.json", earnings, BEFORE_AT);
    drop("prices-KC.csv", SyntheticPrices.share(), AFTER_AT);

    refresh();

    assertThat(events(reading().orElseThrow(), Consensus.class))
        .singleElement()
        .satisfies(c -> assertThat(c.pastSurprises()).hasSize(surprises));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyOrder_eachDeliveredTwice_givesTheSamePage(long seed) {
    notices(desk).forEach(desk::deliver);
    refresh();

    Desk other = new Desk();
    List<ObjectNotice> shuffled = new ArrayList<>(notices(other));
    shuffled.addAll(shuffled);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(other::deliver);
    other.refresh.refresh(Desk.LATER);

    assertThat(page(other)).isEqualTo(page(desk)).contains("EST-2026-06-01-CONS");
    assertThat(other.intact()).isTrue();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Note\": \"25 a day\"} | MALFORMED",
        "{\"symbol\": \"OTHER\", \"estimates\": [{\"date\": \"2026-12-31\", \"horizon\": \"fiscal year\","
            + " \"revenue_estimate_average\": \"1\", \"revenue_estimate_analyst_count\": \"1\"}]} | MALFORMED",
        "{\"provider\": \"P\", \"symbol\": \"OTHER\", \"asOf\": \"2026-05-26\", \"estimates\":"
            + " [{\"metric\": \"revenue\", \"periodEnd\": \"2026-06-30\", \"unit\": \"CNY\","
            + " \"consensus\": 1, \"analysts\": 1}]} | WRONG_ISSUER",
        "{\"provider\": \"P\", \"asOf\": \"2026-06-03\", \"estimates\":"
            + " [{\"metric\": \"revenue\", \"periodEnd\": \"2026-06-30\", \"unit\": \"CNY\","
            + " \"consensus\": 1, \"analysts\": 1}]} | MALFORMED",
        "'' | EMPTY",
      })
  void unusableFile_isRejected(String json, RejectionReason reason) {
    desk.withSample();

    assertThat(drop("estimates.json", json, AFTER_AT))
        .isEqualTo(new IngestOutcome.Rejected(reason));
  }

  private static String before(String provider) {
    return """
        {"provider": "%s", "asOf": "2026-05-26T17:00:00-04:00", "estimates": [
          {"metric": "revenue", "periodEnd": "2026-03-31", "unit": "CNY",
           "consensus": "2650000000", "analysts": 9},
          {"metric": "revenue", "periodEnd": "2026-06-30", "unit": "CNY",
           "consensus": "2800000000", "analysts": 9}]}
        """
        .formatted(provider);
  }

  private static String after(String provider) {
    return """
        {"provider": "%s", "asOf": "2026-06-01T16:30:00-04:00", "estimates": [
          {"metric": "revenue", "periodEnd": "2026-03-31", "unit": "CNY",
           "consensus": "2703700000", "analysts": 8},
          {"metric": "revenue", "periodEnd": "2026-06-30", "unit": "CNY",
           "consensus": "2660000000", "analysts": 8}]}
        """
        .formatted(provider);
  }

  private static List<ObjectNotice> notices(Desk desk) {
    List<ObjectNotice> notices = new ArrayList<>(Desk.SAMPLE);
    notices.add(
        desk.drop("inbox/KC/estimates-before.json", bytes(before("Example Data")), BEFORE_AT));
    notices.add(desk.drop("inbox/KC/estimates-after.json", bytes(after("Example Data")), AFTER_AT));
    return notices;
  }

  private IngestOutcome drop(String name, String json, String at) {
    return desk.deliver(desk.drop("inbox/KC/" + name, bytes(json), at));
  }

  private void refresh() {
    assertThat(desk.refresh.refresh(Desk.LATER).failed()).isEmpty();
  }

  private Optional<Evidence> reading() {
    return desk.snapshot().evidence().stream()
        .filter(e -> e.id().tag().filter("CONS"::equals).isPresent())
        .findFirst();
  }

  private static <T> List<T> events(Evidence evidence, Class<T> type) {
    Stream<?> all = evidence.extraction().events().stream();
    return all.filter(type::isInstance).map(type::cast).toList();
  }

  private static String page(Desk desk) {
    return CanonicalJson.text(SnapshotJson.write(desk.snapshot()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

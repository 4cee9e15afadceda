package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.MarketReading.Price;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Unit;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LegKind;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotJson;
import dev.afterbell.vault.VaultRead;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of prices from the inbox to the reaction on the page, over a real table. */
class PriceStoryTest {

  private static final String AFTER_CLOSE = "2026-06-01T22:00:00Z";
  private static final LocalDate T3 = LocalDate.parse("2026-06-01");
  private static final EvidenceId READING = EvidenceId.parse("PX-2026-06-01");
  private static final BigDecimal NINE_DIGITS = new BigDecimal("0.000000001");

  private final Desk desk = new Desk();

  @Test
  void bothFiles_atT3_giveTheReactionThatIsInThem() {
    desk.withSample();
    drop("prices.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    Evidence reading = reading(desk.snapshot());
    assertThat(reading.sourceClass()).isEqualTo(SourceClass.PRICE_FEED);
    assertThat(reading.provenance().custody()).isEqualTo(Custody.PASTED);
    PriceReaction reaction = reaction(reading);
    assertThat(reaction.symbol()).isEqualTo("KC");
    assertThat(reaction.benchmark()).isEqualTo("KWEB");
    assertThat(reaction.estimationSessions()).isEqualTo(110);
    assertThat(reaction.missing()).isEmpty();
    assertThat(reaction.halted()).isEmpty();
    assertThat(reaction.sessions())
        .extracting(s -> s.date().toString())
        .containsExactly("2026-05-27", "2026-05-28", "2026-05-29", "2026-06-01");
    for (int day = 0; day < 4; day++) {
      SessionReturn session = reaction.sessions().get(day);
      double jump = SyntheticPrices.JUMPS.get(day);
      assertThat(session.abnormal().doubleValue()).isCloseTo(jump, within(0.002));
    }
    assertThat(reaction.car())
        .isCloseTo(
            reaction.sessions().stream()
                .map(SessionReturn::abnormal)
                .reduce(BigDecimal.ZERO, BigDecimal::add),
            within(NINE_DIGITS));
    assertThat(reaction.sigma().orElseThrow().doubleValue()).isCloseTo(0.004, within(0.0005));
    Price before = reaction.closeBefore().orElseThrow();
    assertThat(before.unit()).isEqualTo(Unit.perAds("USD"));
    assertThat(before.value().scale()).isEqualTo(2);
  }

  @Test
  void reading_isADocumentThatNamesItsInputsAndCanBeQuoted() {
    desk.withSample();
    String share = SyntheticPrices.share();
    String benchmark = SyntheticPrices.benchmark();
    drop("prices.csv", share);
    drop("prices-KWEB.csv", benchmark);

    refresh();

    Evidence reading = reading(desk.snapshot());
    byte[] document = kept(reading.extraction().document().sha256());
    assertThat(new String(document, StandardCharsets.UTF_8))
        .contains("Prices of KC: sha256 " + Sha256.of(SyntheticPrices.bytes(share)))
        .contains("Prices of KWEB: sha256 " + Sha256.of(SyntheticPrices.bytes(benchmark)))
        .contains("adjusted for splits and dividends");
    Passage passage = reaction(reading).passage();
    byte[] quoted = Arrays.copyOfRange(document, passage.span().start(), passage.span().end());
    assertThat(new String(quoted, StandardCharsets.UTF_8))
        .isEqualTo(passage.quote())
        .matches("-7\\.\\d\\d%");
    assertThat(kept(Sha256.of(SyntheticPrices.bytes(share))))
        .isEqualTo(SyntheticPrices.bytes(share));
    assertThat(
            desk.store.vault.getText(
                reading.extraction().document().sha256(),
                reading.extraction().document().canonicalSha256()))
        .isInstanceOf(VaultRead.Found.class);
  }

  @ParameterizedTest(name = "share addressed {0}, benchmark addressed {1}: {2}, V {3}")
  @CsvSource({
    "false, false, PASTED, 0.3",
    "true, false, PASTED, 0.3",
    "false, true, PASTED, 0.3",
    "true, true, ADDRESSED, 0.6",
  })
  void handDropped_isShownButVerifiesNothing_asItsWeakestFile(
      boolean share, boolean benchmark, Custody custody, BigDecimal v) {
    desk.withSample();
    address(share, "prices.csv");
    address(benchmark, "prices-KWEB.csv");
    drop("prices.csv", SyntheticPrices.share());
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(reading(page).provenance().custody()).isEqualTo(custody);
    assertThat(page.card().item(READING).orElseThrow().verification().value())
        .isEqualByComparingTo(v);
    Leg leg = page.card().leg(LegKind.REACTION);
    assertThat(leg.verified()).isFalse();
    assertThat(leg.strength()).isPositive();
    assertThat(page.card().flag(FlagCode.FOLLOWUP_THIN)).isPresent();
    assertThat(page.card().quality().value().orElseThrow()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyOrder_eachDeliveredTwice_givesTheSamePage(long seed) {
    List<ObjectNotice> notices = new ArrayList<>(Desk.SAMPLE);
    notices.addAll(files(desk));
    notices.forEach(desk::deliver);
    refresh();

    Desk other = new Desk();
    List<ObjectNotice> shuffled = new ArrayList<>(Desk.SAMPLE);
    shuffled.addAll(files(other));
    shuffled.addAll(shuffled);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(other::deliver);
    other.refresh.refresh(Desk.LATER);

    assertThat(page(other)).isEqualTo(page(desk)).contains("PX-2026-06-01");
    assertThat(other.intact()).isTrue();
  }

  @Test
  void refreshedAgain_addsNothing() {
    desk.withSample();
    files(desk).forEach(desk::deliver);
    refresh();
    List<String> once = entries();

    desk.refresh.refresh(Desk.LATER.plusSeconds(86_400));

    assertThat(entries()).isEqualTo(once);
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void cardOfTheRefresh_isTheOneShown_howeverLateTheRefresh() {
    desk.withSample();
    files(desk).forEach(desk::deliver);
    Instant due = Instant.parse("2026-06-02T00:30:00Z");

    desk.refresh.refresh(due.plusSeconds(3 * 86_400));

    ScoreCard card =
        desk.assemble
            .ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), due.plusSeconds(9 * 86_400))
            .snapshot()
            .orElseThrow()
            .card();
    assertThat(card.asOf()).isEqualTo(due);
    assertThat(card.item(READING)).isPresent();
  }

  @Test
  void filesThatComeAfterTheRefresh_areCalculatedWhenTheyCome() {
    desk.withSample();
    refresh();
    drop("prices.csv", SyntheticPrices.share(), "2026-06-03T15:00:00Z");
    assertThat(shown()).noneMatch(e -> e.id().equals(READING));

    drop("prices-KWEB.csv", SyntheticPrices.benchmark(), "2026-06-03T16:00:00Z");

    assertThat(shown()).anyMatch(e -> e.id().equals(READING));
    assertThat(desk.intact()).isTrue();
  }

  @Test
  void filesThatReachBeyondT3_areReadToT3Only() {
    desk.withSample();
    drop("prices.csv", SyntheticPrices.shareUntil(6), "2026-06-05T15:00:00Z");
    drop("prices-KWEB.csv", SyntheticPrices.benchmark(), "2026-06-05T15:00:00Z");

    desk.refresh.refresh(Instant.parse("2026-06-06T00:30:00Z"));

    assertThat(reaction(reading(shown())).sessions()).hasSize(4);
  }

  @Test
  void betterFile_replacesTheCalculation_andOnlyTheBetterOneCounts() {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    drop("prices.csv", SyntheticPrices.share(s -> !s.date().equals(T3)));
    refresh();
    assertThat(desk.snapshot().card().flag(FlagCode.PRICE_INCOMPLETE)).isPresent();

    drop("prices-KC.csv", SyntheticPrices.share(), "2026-06-03T16:00:00Z");

    Evidence better =
        shown().stream().filter(e -> e.id().equals(READING.withCopy(2))).findFirst().orElseThrow();
    assertThat(better.supersedes()).contains(READING);
    assertThat(reaction(better).sessions()).hasSize(4);
    ScoreCard card =
        desk.assemble
            .ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), LATEST)
            .snapshot()
            .orElseThrow()
            .card();
    assertThat(card.flag(FlagCode.PRICE_INCOMPLETE)).isEmpty();
    assertThat(card.item(READING)).isEmpty();
  }

  @ParameterizedTest(name = "without {0}: {1} sessions")
  @CsvSource({"2026-06-01, 3", "2026-05-29, 2", "2026-05-28, 1"})
  void closeMissingInTheWindow_measuresTheSessionsBeforeIt(String missing, int sessions) {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    drop("prices.csv", SyntheticPrices.share(s -> !s.date().toString().equals(missing)));

    refresh();

    Snapshot page = desk.snapshot();
    PriceReaction reaction = reaction(reading(page));
    assertThat(reaction.missing()).containsExactly(LocalDate.parse(missing));
    assertThat(reaction.sessions()).hasSize(sessions);
    assertThat(page.card().flag(FlagCode.PRICE_INCOMPLETE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-27", "2026-05-26"})
  void closeMissingAtT0OrBefore_measuresNothing(String missing) {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    drop("prices.csv", SyntheticPrices.share(s -> !s.date().toString().equals(missing)));

    refresh();

    assertThat(desk.snapshot().evidence()).noneMatch(e -> e.id().equals(READING));
  }

  @Test
  void shortHistory_isFlagged() {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    LocalDate from = LocalDate.parse("2026-04-01");
    drop("prices.csv", SyntheticPrices.share(s -> !s.date().isBefore(from)));

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(reaction(reading(page)).estimationSessions()).isLessThan(60);
    assertThat(page.card().flag(FlagCode.SHORT_HISTORY)).isPresent();
  }

  @Test
  void sessionWithoutVolume_isAHalt() {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    String share = SyntheticPrices.share();
    int line = share.indexOf("2026-05-28");
    int volume = share.indexOf(",1000", line);
    drop("prices.csv", share.substring(0, volume) + ",0" + share.substring(volume + 5));

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(reaction(reading(page)).halted()).containsExactly(LocalDate.parse("2026-05-28"));
    assertThat(page.card().flag(FlagCode.HALT)).isPresent();
  }

  @Test
  void noBenchmarkInTheProfile_aBroadFundStandsIn() throws IOException {
    String profile =
        Files.readString(Path.of("infra/sample/KC/issuer.json"))
            .replace("  \"benchmark\": \"KWEB\",\n", "");
    desk.deliver(
        desk.drop("inbox/KC/issuer.json", SyntheticPrices.bytes(profile), "2026-01-05T15:00:00Z"));
    Desk.SAMPLE.subList(1, Desk.SAMPLE.size()).forEach(desk::deliver);
    drop("prices.csv", SyntheticPrices.share());
    drop("prices-SPY.csv", SyntheticPrices.benchmark());

    refresh();

    Snapshot page = desk.snapshot();
    assertThat(reaction(reading(page)).benchmark()).isEqualTo("SPY");
    assertThat(page.card().flag(FlagCode.BENCH_DEFAULT)).isPresent();
  }

  @Test
  void filesInTwoCurrencies_areNotCompared() {
    desk.withSample();
    desk.drop(
        "inbox/KC/prices-KWEB.csv.meta.json",
        SyntheticPrices.bytes("{\"currency\": \"HKD\"}"),
        AFTER_CLOSE);
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    drop("prices.csv", SyntheticPrices.share());

    refresh();

    assertThat(desk.snapshot().evidence()).noneMatch(e -> e.id().equals(READING));
  }

  @Test
  void dayWhoseSessionIsStillOpen_isLeftOut() {
    desk.withSample();
    drop("prices-KWEB.csv", SyntheticPrices.benchmark());
    IngestOutcome stored = drop("prices.csv", SyntheticPrices.share(), "2026-06-01T19:59:59Z");

    refresh();

    assertThat(stored).isEqualTo(new IngestOutcome.Stored(EvidenceId.parse("PX-2026-05-29-KC")));
    assertThat(reaction(reading(desk.snapshot())).missing()).containsExactly(T3);
  }

  @Test
  void fileOfPrices_isEvidenceOfItsOwn() {
    desk.withSample();

    assertThat(drop("prices.csv", SyntheticPrices.share()))
        .isEqualTo(new IngestOutcome.Stored(EvidenceId.parse("PX-2026-06-01-KC")));
    assertThat(drop("prices-3896.csv", SyntheticPrices.benchmark()))
        .isEqualTo(new IngestOutcome.Stored(EvidenceId.parse("PX-2026-06-01-S3896")));
    assertThat(drop("prices-kweb.csv", SyntheticPrices.benchmark() + "\n"))
        .isEqualTo(new IngestOutcome.Stored(EvidenceId.parse("PX-2026-06-01-KWEB")));
    assertThat(drop("prices-KWEB.csv", SyntheticPrices.benchmark() + "\n"))
        .isEqualTo(new IngestOutcome.AlreadyKnown());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "prices-KWBE.csv, 'Date,Close\n2026-06-01,1', WRONG_ISSUER, KWEB",
    "prices2026.csv, 'Date,Close\n2026-06-01,1', MALFORMED, prices-<SYMBOL>.csv",
    "prices.csv, '', EMPTY, empty",
    "prices.csv, '<html>', MALFORMED, at least Date",
    "prices.csv, 'Date,Close\n2026-06-05,1', MALFORMED, had closed",
  })
  void unusableFile_isRejectedWithWhatToDo(
      String name, String csv, RejectionReason reason, String words) {
    desk.withSample();

    assertThat(drop(name, csv)).isEqualTo(new IngestOutcome.Rejected(reason));
    assertThat(rejections()).singleElement().asString().contains(words);
  }

  private static final Instant LATEST = Instant.parse("2026-06-10T00:00:00Z");

  private IngestOutcome drop(String name, String csv) {
    return drop(name, csv, AFTER_CLOSE);
  }

  private IngestOutcome drop(String name, String csv, String at) {
    return desk.deliver(desk.drop("inbox/KC/" + name, SyntheticPrices.bytes(csv), at));
  }

  private static List<ObjectNotice> files(Desk desk) {
    return List.of(
        desk.drop(
            "inbox/KC/prices.csv", SyntheticPrices.bytes(SyntheticPrices.share()), AFTER_CLOSE),
        desk.drop(
            "inbox/KC/prices-KWEB.csv",
            SyntheticPrices.bytes(SyntheticPrices.benchmark()),
            AFTER_CLOSE));
  }

  private void address(boolean given, String name) {
    if (given) {
      desk.drop(
          "inbox/KC/" + name + ".meta.json",
          SyntheticPrices.bytes("{\"source-url\": \"https://prices.example/history\"}"),
          AFTER_CLOSE);
    }
  }

  private void refresh() {
    assertThat(desk.refresh.refresh(Desk.LATER).failed()).isEmpty();
  }

  private List<Evidence> shown() {
    return desk.assemble
        .ofEvent(Desk.TICKER, Desk.EVENT, Optional.empty(), LATEST)
        .snapshot()
        .orElseThrow()
        .evidence();
  }

  private static Evidence reading(Snapshot page) {
    return reading(page.evidence());
  }

  private static Evidence reading(List<Evidence> evidence) {
    return evidence.stream().filter(e -> e.id().equals(READING)).findFirst().orElseThrow();
  }

  private static PriceReaction reaction(Evidence reading) {
    assertThat(reading.extraction().events()).hasSize(1);
    return (PriceReaction) reading.extraction().events().get(0);
  }

  private byte[] kept(Sha256 digest) {
    VaultRead read = desk.store.vault.get(digest);
    assertThat(read).isInstanceOf(VaultRead.Found.class);
    return ((VaultRead.Found) read).bytes();
  }

  private static String page(Desk desk) {
    return CanonicalJson.text(SnapshotJson.write(desk.snapshot()));
  }

  private List<String> entries() {
    return read().map(e -> e.stored().key() + " " + e.stored().payload().sha256()).toList();
  }

  private List<String> rejections() {
    return read()
        .filter(LedgerEntry.RejectedEntry.class::isInstance)
        .map(e -> ((LedgerEntry.RejectedEntry) e).rejection().message())
        .toList();
  }

  private Stream<LedgerEntry> read() {
    return desk
        .store
        .ledger
        .read(Book.of(Desk.TICKER), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), LATEST)
        .entries()
        .stream();
  }
}

package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.article;
import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.peers;
import static dev.afterbell.score.Fixtures.prices;
import static dev.afterbell.score.Fixtures.release;
import static dev.afterbell.score.Fixtures.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What fills a leg, what verifies it, and what is said where nothing does. */
class LegScoringTest {

  private static final String LATE = "2026-06-01T20:30:00-04:00";

  private static Leg leg(LegKind kind, Evidence... evidence) {
    return leg(kind, EvidenceScore.of(input(evidence)));
  }

  private static Leg leg(LegKind kind, EvidenceScore score) {
    return score.legs().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
  }

  private static List<String> sought(Leg leg) {
    return leg.lookedFor().stream()
        .map(l -> l.what() + ", " + l.where() + ": " + l.outcome().text())
        .toList();
  }

  /** Where nothing is on file: what would have been sought outside, and where. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRIMARY   | results filings of XMPL, EDGAR",
        "REACTION  | daily prices of XMPL, price feed",
        "ANALYST   | consensus before and after the release, estimate feed",
        "FOLLOW_UP | later filings and call transcripts, EDGAR",
        "PEERS     | daily prices of the peers, price feed",
      })
  void leg_withNothingOnFile_saysWhatNoSourceIsConfiguredFor(LegKind kind, String outside) {
    Leg leg = leg(kind);

    assertThat(leg.strength()).isEqualTo("0.0000");
    assertThat(leg.verified()).isFalse();
    assertThat(leg.best()).isEmpty();
    assertThat(leg.reason()).isEqualTo("nothing on file");
    assertThat(leg.contribution()).isZero();
    assertThat(sought(leg))
        .containsExactly(
            kind.text() + ", documents on file: nothing", outside + ": not configured");
  }

  @Test
  void leg_withWhatVerifiesIt_namesIt() {
    Leg leg = leg(LegKind.REACTION, release().build(), article().build(), priced().build());

    assertThat(leg.verified()).isTrue();
    assertThat(leg.reason()).isEqualTo("verified by PX-2026-06-01");
    assertThat(leg.contribution()).isEqualByComparingTo("0.1525");
    assertThat(sought(leg)).containsExactly("market reaction, documents on file: found");
  }

  private static Fixtures.Item priced() {
    return prices("0", "0.04");
  }

  /** What was fetched shows that there is a source, whatever came of it. */
  @Test
  void leg_withAnItemThatCannotBeUsed_saysSo() {
    assertThat(sought(leg(LegKind.REACTION, article().build())))
        .containsExactly(
            "market reaction, documents on file: unusable",
            "daily prices of XMPL, price feed: not configured");
    assertThat(sought(leg(LegKind.REACTION, article().custody(Custody.FETCHED).build())))
        .containsExactly("market reaction, documents on file: unusable");
  }

  @Test
  void leg_thatNothingVerifies_saysWhy() {
    Evidence call =
        item("CALL-2026-05-28", SourceClass.ISSUER_RELEASE)
            .published("2026-05-28T08:00:00-04:00")
            .custody(Custody.PASTED)
            .build();

    assertThat(leg(LegKind.REACTION, article().build()).reason())
        .isEqualTo("only NEWS-2026-05-27, which reports at second hand and can verify nothing");
    assertThat(leg(LegKind.FOLLOW_UP, release().build(), call).reason())
        .isEqualTo("only CALL-2026-05-28: handed in without an address");
  }

  /** A filing without a figure carries enough at T+3, and half a year later it does not. */
  @Test
  void leg_ofAnItemThatCarriesTooLittle_saysThatItsQualityIsBelowTheBound() {
    Evidence bare =
        item("6K-2026-05-28", SourceClass.REGULATOR_FILING)
            .published("2026-05-28T08:00:00-04:00")
            .build();
    ScoreInput halfAYearLater = input(at("2026-12-15T20:30:00-05:00"), bare);
    Leg late = leg(LegKind.FOLLOW_UP, EvidenceScore.of(halfAYearLater));

    assertThat(leg(LegKind.FOLLOW_UP, bare).reason()).isEqualTo("verified by 6K-2026-05-28");
    assertThat(late.strength()).isLessThan(dec("0.5"));
    assertThat(late.reason()).isEqualTo("only 6K-2026-05-28, whose quality is below 0.5");
  }

  /** The kind of source counts, and that it is a calculation and no report. */
  @ParameterizedTest
  @EnumSource(
      value = SourceClass.class,
      names = {"PRICE_FEED", "ESTIMATE_FEED", "PEER_FEED", "NAMED_NEWS"})
  void reading_verifiesItsLegOnlyFromTheFeedOfItsKind(SourceClass source) {
    assertThat(leg(LegKind.REACTION, from(priced(), source)).verified())
        .isEqualTo(source == SourceClass.PRICE_FEED);
    assertThat(leg(LegKind.ANALYST, from(revisions("1", "1.1"), source)).verified())
        .isEqualTo(source == SourceClass.ESTIMATE_FEED);
    assertThat(leg(LegKind.PEERS, from(peers("PEER-2026-06-01", LATE, 6), source)).verified())
        .isEqualTo(source == SourceClass.PEER_FEED);
  }

  private static Evidence from(Fixtures.Item item, SourceClass source) {
    return item.sourceClass(source).custody(Custody.FETCHED).build();
  }

  /** A feed that reports a move in words has calculated nothing. */
  @Test
  void priceFeed_thatOnlyReportsAMove_verifiesNothing() {
    DocumentEvent claim = article().build().extraction().events().get(0);
    Evidence words = priced().events(claim).facts(release().facts().toArray(Fact[]::new)).build();
    Leg leg = leg(LegKind.REACTION, words);

    assertThat(leg.best()).contains(words.id());
    assertThat(leg.verified()).isFalse();
    assertThat(leg.reason()).endsWith("which reports at second hand and can verify nothing");
  }

  /** The strongest item fills the leg; a weaker one may be the one that verifies it. */
  @Test
  void leg_isAsStrongAsItsBestItem_andVerifiedByTheBestThatCan() {
    Evidence detailed =
        article()
            .sourceClass(SourceClass.NAMED_NEWS)
            .published(LATE)
            .custody(Custody.FETCHED)
            .facts(release().facts().toArray(Fact[]::new))
            .build();
    Evidence twoSessions = EveryFlagTest.series(2, 110, 0, 0);
    EvidenceScore score = EvidenceScore.of(input(detailed, twoSessions));
    Leg leg = leg(LegKind.REACTION, score);

    assertThat(score.item(detailed.id()).orElseThrow().quality())
        .isGreaterThan(score.item(twoSessions.id()).orElseThrow().quality());
    assertThat(leg.best()).contains(detailed.id());
    assertThat(leg.strength()).isEqualTo(score.item(detailed.id()).orElseThrow().quality());
    assertThat(leg.reason()).isEqualTo("verified by PX-2026-06-01");
  }

  @Test
  void items_ofALeg_areServedBestFirst_andWhatCountsNothingNotAtAll() {
    Evidence stranger = priced().mismatched().build();
    EvidenceScore score =
        EvidenceScore.of(input(article().build(), EveryFlagTest.series(4, 110, 0, 0)));
    EvidenceScore without = EvidenceScore.of(input(article().build(), stranger));

    assertThat(score.serving(LegKind.REACTION))
        .extracting(e -> e.id().toString())
        .containsExactly("PX-2026-06-01", "NEWS-2026-05-27");
    assertThat(score.serving(LegKind.ANALYST)).isEmpty();
    assertThat(without.serving(LegKind.REACTION))
        .extracting(e -> e.id().toString())
        .containsExactly("NEWS-2026-05-27");
  }

  @Test
  void item_countsIfItHasAnyQuality_andIsVerifiedIfItIsCheckedAndCarriesHalf() {
    Evidence news = article().build();
    Evidence stranger = release().mismatched().build();
    Evidence prices = priced().build();
    EvidenceScore score = EvidenceScore.of(input(news, stranger, prices));

    assertThat(score.counts(news)).isTrue();
    assertThat(score.counts(prices)).isTrue();
    assertThat(score.counts(stranger)).isFalse();
    assertThat(score.verified(news)).isFalse();
    assertThat(score.verified(prices)).isTrue();
    assertThat(score.verified(stranger)).isFalse();
    Evidence absent = revisions("1", "1.1").build();
    assertThat(score.counts(absent)).isFalse();
    assertThat(score.verified(absent)).isFalse();
  }
}

package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.CALENDAR;
import static dev.afterbell.score.Fixtures.T3;
import static dev.afterbell.score.Fixtures.dec;
import static dev.afterbell.score.Fixtures.event;
import static dev.afterbell.score.Fixtures.issuer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parts of a score may hold, and how their words are read back. */
class ScoreRecordsTest {

  private static ItemQuality quality(String verification, String quality, int digit) {
    Component zero = new Component(BigDecimal.ZERO, "none");
    return new ItemQuality(
        EvidenceId.parse("PR-2026-05-27"),
        SourceClass.ISSUER_RELEASE,
        Optional.of(LegKind.PRIMARY),
        new Component(dec(verification), "as drawn"),
        zero,
        zero,
        zero,
        zero,
        dec(quality),
        digit,
        Clusters.ISSUER,
        BigDecimal.ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, true",
    "1, 6, true",
    "0.5, 3, true",
    "-0.0001, 3, false",
    "1.0001, 3, false",
    "0.5, 0, false",
    "0.5, 7, false"
  })
  void item_hasAQualityFromZeroToOneAndADigitFromOneToSix(String q, int digit, boolean valid) {
    if (valid) {
      assertThatCode(() -> quality("1", q, digit)).doesNotThrowAnyException();
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> quality("1", q, digit));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,   0.5,    true",
    "1.0, 0.9,    true",
    "1,   0.4999, false",
    "0.6, 0.5999, false",
  })
  void item_isVerifiedIfItIsFullyCheckedAndCarriesHalf(String v, String q, boolean verified) {
    assertThat(quality(v, q, 2).verified()).isEqualTo(verified);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "0.25, true", "-0.01, false", "1.01, false"})
  void component_liesBetweenZeroAndOne(String value, boolean valid) {
    if (valid) {
      assertThat(new Component(dec(value), "why").value()).isEqualTo(value);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Component(dec(value), "why"));
    }
  }

  @Test
  void component_withoutAReason_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Component(BigDecimal.ONE, " "));
  }

  @Test
  void leg_addsItsWeightTimesItsStrength_ifItIsVerified() {
    Leg verified = leg(LegKind.PRIMARY, true);

    assertThat(verified.contribution()).isEqualByComparingTo("0.32");
    assertThat(leg(LegKind.PRIMARY, false).contribution()).isEqualByComparingTo("0");
  }

  private static Leg leg(LegKind kind, boolean verified) {
    return new Leg(kind, dec("0.8000"), verified, Optional.empty(), "as drawn", List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "FOUND, found",
    "UNUSABLE, unusable",
    "NOTHING, nothing",
    "FAILED, failed",
    "NOT_CONFIGURED, not configured"
  })
  void outcome_isReadBackFromItsWords(LookedFor.Outcome outcome, String text) {
    assertThat(outcome.text()).isEqualTo(text);
    assertThat(LookedFor.Outcome.parse(text)).isEqualTo(outcome);
  }

  @Test
  void search_endsWithItsReasonInBrackets_whereItHasOne() {
    LookedFor plain = new LookedFor("prices", "price feed", T3, LookedFor.Outcome.FAILED);
    LookedFor reasoned =
        new LookedFor(
            "prices", "price feed", T3, LookedFor.Outcome.FAILED, Optional.of("no answer"));

    assertThat(plain.ending()).isEqualTo("failed");
    assertThat(reasoned.ending()).isEqualTo("failed (no answer)");
  }

  @ParameterizedTest
  @EnumSource(Uncertainty.Level.class)
  void level_isReadBackFromItsWords(Uncertainty.Level level) {
    assertThat(Uncertainty.Level.parse(level.text())).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "X", "", "PR"})
  void leg_ofAnUnknownLetter_isRefused(String letter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LegKind.parse(letter))
        .withMessage("A leg is P, R, A, F or B: " + letter);
  }

  @ParameterizedTest
  @EnumSource(LegKind.class)
  void leg_hasWords(LegKind kind) {
    assertThat(kind.text()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(ZeroRule.class)
  void zeroRule_hasAReason(ZeroRule rule) {
    assertThat(rule.reason()).isNotBlank();
  }

  /** A pending quality is not known to be zero, and nothing is known by it. */
  @Test
  void uncertainty_whileQualityIsPending_isWhole() {
    EvidenceQuality pending =
        new EvidenceQuality(Optional.empty(), dec("0.8"), BigDecimal.ONE, List.of());

    assertThat(Uncertainty.of(BigDecimal.ONE, pending).value()).isEqualTo("1.0000");
    assertThat(pending.pending()).isTrue();
  }

  @Test
  void input_ofAnotherCompanyOrAnotherCalendar_isRefused() {
    EarningsEvent e = event();
    EarningsEvent stranger =
        new EarningsEvent(
            new Ticker("OTHR"), e.eventDate(), e.clock(), e.releaseKnownFrom(), e.primary());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreInput(issuer(), stranger, List.of(), T3, CALENDAR))
        .withMessage("The event of OTHR is not one of XMPL");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ScoreInput(issuer(), e, List.of(), T3, SessionCalendar.of(Venue.XHKG)))
        .withMessageStartingWith("Sessions are counted in the event's calendar ");
  }

  private static String words(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "w" + i).reduce("", (a, b) -> a + " " + b);
  }

  /** The twelve words of one text make five runs of eight. */
  @ParameterizedTest
  @CsvSource({"1, 12, 1.0000, true", "1, 11, 1.0000, true", "2, 13, 0.8000, true"})
  void copy_isATextWithFourFifthsOfTheRuns(int from, int to, String overlap, boolean copy) {
    Shingles text = Shingles.of(words(1, 12));

    assertThat(text.runs()).hasSize(5);
    assertThat(text.overlap(Shingles.of(words(from, to)))).isEqualTo(overlap);
    assertThat(text.copyOf(Shingles.of(words(from, to)))).isEqualTo(copy);
    assertThat(text.copyOf(Shingles.of(words(3, 14)))).isFalse();
  }

  @Test
  void runs_ofEightWordsOrFewer_areOne() {
    assertThat(Shingles.of(words(1, 8)).runs()).hasSize(1);
    assertThat(Shingles.of(words(1, 9)).runs()).hasSize(2);
    assertThat(Shingles.of("\"W1, w2.\"").runs()).containsExactly("w1 w2");
    assertThat(Shingles.of("").runs()).isEmpty();
    assertThat(Shingles.of(" ... ").runs()).isEmpty();
  }
}

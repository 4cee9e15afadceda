package dev.afterbell.score;

import static dev.afterbell.score.Fixtures.at;
import static dev.afterbell.score.Fixtures.input;
import static dev.afterbell.score.Fixtures.item;
import static dev.afterbell.score.Fixtures.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of all that is on file counts: published by then, one for each id, none replaced. */
class CountedItemsTest {

  private static final String RELEASE = "PR-2026-05-27";
  private static final String LATER = "PR-2026-05-28";

  private static List<String> ids(ScoreInput input) {
    return Items.of(input).stream().map(i -> i.id().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-27T06:29:59-04:00, false",
    "2026-05-27T06:30:00-04:00, true",
    "2026-05-28T06:30:00-04:00, true"
  })
  void item_countsFromTheMomentItIsPublished(String asOf, boolean counted) {
    assertThat(ids(input(at(asOf), release().build())).contains(RELEASE)).isEqualTo(counted);
  }

  /** Its day ends at midnight in New York. */
  @ParameterizedTest
  @CsvSource({"2026-05-27T23:59:59-04:00, false", "2026-05-28T00:00:00-04:00, true"})
  void item_ofWhichOnlyTheDayIsKnown_countsFromTheEndOfIt(String asOf, boolean counted) {
    assertThat(ids(input(at(asOf), release().undated().build())).contains(RELEASE))
        .isEqualTo(counted);
  }

  /** As of 2026-06-01, the third session after 2026-05-27; a session closes at 16:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-27T06:30:00-04:00, 3",
    "2026-05-27T15:59:59-04:00, 3",
    "2026-05-27T16:00:00-04:00, 2",
    "2026-05-30T12:00:00-04:00, 0",
    "2026-06-01T17:00:00-04:00, 0",
  })
  void age_countsFromTheSessionThatClosesAfterPublication(String published, int age) {
    assertThat(Items.of(input(release().published(published).build())))
        .extracting(Item::age)
        .containsExactly(age);
  }

  /** Freshness is that of its day, although it counts from the end of it only. */
  @Test
  void age_whereOnlyTheDayIsKnown_countsFromTheSessionOfThatDay() {
    assertThat(Items.of(input(release().undated().build())))
        .extracting(Item::age)
        .containsExactly(3);
  }

  private static Evidence observed(Evidence evidence, String moment) {
    Provenance p = evidence.provenance();
    Instant then = at(moment);
    return new Evidence(
        evidence.id(),
        evidence.ticker(),
        evidence.sourceClass(),
        new Provenance(p.custody(), p.publisher(), p.sourceUrl(), p.objectKey(), then),
        evidence.entityMatched(),
        evidence.extraction(),
        evidence.supersedes());
  }

  private static void assertKept(Evidence kept, Evidence... all) {
    List<Evidence> order = Arrays.asList(all);
    List<Evidence> reversed = List.of(all[1], all[0]);

    assertThat(Items.of(input(order.toArray(Evidence[]::new))))
        .extracting(Item::evidence)
        .containsExactly(kept);
    assertThat(Items.of(input(reversed.toArray(Evidence[]::new))))
        .extracting(Item::evidence)
        .containsExactly(kept);
  }

  @Test
  void sameId_twice_theOneOfStrongerCustodyCounts() {
    Evidence pasted =
        observed(release().custody(Custody.PASTED).build(), "2026-05-27T06:31:00-04:00");
    Evidence original = observed(release().build(), "2026-05-29T06:31:00-04:00");

    assertKept(original, pasted, original);
  }

  @Test
  void sameId_inEqualCustody_theOneThatCameFirstCounts() {
    Evidence first = observed(release().title("A").build(), "2026-05-27T06:31:00-04:00");
    Evidence second = observed(release().title("B").build(), "2026-05-27T06:32:00-04:00");

    assertKept(first, first, second);
    assertKept(
        observed(second, "2026-05-27T06:30:00-04:00"),
        first,
        observed(second, "2026-05-27T06:30:00-04:00"));
  }

  @Test
  void sameId_ofTheSameMoment_oneCountsWhateverTheOrder() {
    Evidence a = release().title("Results of the quarter, corrected").build();
    Evidence b = release().title("Results of the quarter").build();

    assertThat(Items.of(input(a, b)).get(0).evidence())
        .isEqualTo(Items.of(input(b, a)).get(0).evidence());
    assertKept(a, a, a);
  }

  private static Fixtures.Item later() {
    return item(LATER, SourceClass.ISSUER_RELEASE)
        .published("2026-05-28T06:00:00-04:00")
        .supersedes(RELEASE);
  }

  /** What the amendment is, and whether it takes the place of an item that was fetched. */
  @ParameterizedTest
  @CsvSource({
    "ISSUER_RELEASE,   SELF_IDENTIFYING, true",
    "ISSUER_RELEASE,   FETCHED,          true",
    "ISSUER_RELEASE,   ADDRESSED,        false",
    "ISSUER_RELEASE,   PASTED,           false",
    "REGULATOR_FILING, SELF_IDENTIFYING, false",
    "NAMED_NEWS,       FETCHED,          false",
  })
  void amendment_ofTheSameClassAndNoWeakerCustody_replaces(
      SourceClass sourceClass, Custody custody, boolean replaces) {
    Evidence fetched = release().custody(Custody.FETCHED).build();
    Evidence amendment = later().sourceClass(sourceClass).custody(custody).build();

    assertThat(ids(input(fetched, amendment)))
        .isEqualTo(replaces ? List.of(LATER) : List.of(RELEASE, LATER));
  }

  @Test
  void amendment_ofAnotherCompany_replacesNothing() {
    assertThat(ids(input(release().build(), later().mismatched().build())))
        .containsExactly(RELEASE, LATER);
  }

  @Test
  void amendment_thatIsNotPublishedYet_replacesNothing() {
    assertThat(ids(input(at("2026-05-28T05:59:59-04:00"), release().build(), later().build())))
        .containsExactly(RELEASE);
    assertThat(ids(input(at("2026-05-28T06:00:00-04:00"), release().build(), later().build())))
        .containsExactly(LATER);
  }

  @Test
  void amendment_ofItselfOrOfWhatIsNotOnFile_counts() {
    assertThat(ids(input(release().supersedes(RELEASE).build()))).containsExactly(RELEASE);
    assertThat(ids(input(later().build()))).containsExactly(LATER);
  }
}

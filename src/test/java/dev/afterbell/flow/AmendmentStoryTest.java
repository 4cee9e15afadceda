package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release is amended two days later (faults, row 39). */
class AmendmentStoryTest {

  private static final EvidenceId FIRST = EvidenceId.parse("PR-2026-04-21");
  private static final EvidenceId AMENDED = EvidenceId.parse("PR-2026-04-23");
  private static final String BEFORE = "2026-04-22T12:00:00Z";
  private static final String AFTER = "2026-04-23T18:00:00Z";

  private final Toolmaker story = new Toolmaker();

  @Test
  void row39_amendment_isThePrimaryFromItsPublicationOn_andTheOldOneBeforeIt() {
    deliver(true);

    assertShowsTheOldBeforeAndTheNewAfter();
    assertThat(story.desk().store.ledger.eventDates(Toolmaker.TICKER, 9))
        .containsExactly(Toolmaker.EVENT);
  }

  @Test
  void row39_amendmentDeliveredFirst_givesTheSame() {
    deliver(false);

    assertShowsTheOldBeforeAndTheNewAfter();
  }

  @Test
  void row39_both_canStillBeOpened() {
    deliver(true);
    ReadEvidence read = new ReadEvidence(story.desk().store.ledger, story.desk().store.vault);

    assertThat(read.item(Toolmaker.TICKER, FIRST, Instant.parse(AFTER))).isPresent();
    assertThat(read.item(Toolmaker.TICKER, AMENDED, Instant.parse(AFTER))).isPresent();
  }

  @Test
  void row39_amendment_isNoConflictBetweenPrimaries() {
    deliver(true);

    Snapshot after = story.snapshot("2026-04-28T00:00:00Z").orElseThrow();
    assertThat(after.card().flags()).noneMatch(f -> f.code().name().equals("FACT_CONFLICT"));
    assertThat(after.card().items()).noneMatch(i -> i.id().equals(FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORRECTING and REPLACING BRASS VALLEY TOOLS REPORTS",
        "/C O R R E C T I O N -- BRASS VALLEY TOOLS REPORTS",
        "CORRECTION: BRASS VALLEY TOOLS REPORTS"
      })
  void row39_releaseThatCallsItselfACorrection_supersedes(String headline) {
    story.desk().deliver(story.profile());
    story.sideCar();
    story.desk().deliver(story.release());
    story.sideCar(Toolmaker.AMENDED, "8-K", "2026-04-23T07:00:00-04:00", "2026-04-23T12:01:00Z");
    story
        .desk()
        .deliver(
            story.drop(
                Toolmaker.AMENDED, Toolmaker.text(headline, "18,650"), "2026-04-23T12:00:00Z"));

    assertThat(story.snapshot(AFTER).orElseThrow().event().primary()).isEqualTo(AMENDED);
  }

  @Test
  void laterCopy_thatCorrectsNothing_supersedesNothing() {
    story.desk().deliver(story.profile());
    story.sideCar();
    story.desk().deliver(story.release());
    story.sideCar(Toolmaker.AMENDED, "8-K", "2026-04-23T07:00:00-04:00", "2026-04-23T12:01:00Z");
    story.desk().deliver(story.amendment());

    Snapshot page = story.snapshot(AFTER).orElseThrow();
    assertThat(page.event().primary()).isEqualTo(FIRST);
    assertThat(page.evidence()).allMatch(e -> e.supersedes().isEmpty());
  }

  private void deliver(boolean inOrder) {
    story.desk().deliver(story.profile());
    story.sideCar();
    story.amendmentSideCar();
    List<ObjectNotice> drops =
        inOrder
            ? List.of(story.release(), story.amendment())
            : List.of(story.amendment(), story.release());
    drops.forEach(story.desk()::deliver);
  }

  private void assertShowsTheOldBeforeAndTheNewAfter() {
    Snapshot before = story.snapshot(BEFORE).orElseThrow();
    assertThat(before.event().primary()).isEqualTo(FIRST);
    assertThat(story.page(BEFORE)).contains("US$18.5 million").doesNotContain("US$18.7 million");

    Snapshot after = story.snapshot(AFTER).orElseThrow();
    assertThat(after.event().primary()).isEqualTo(AMENDED);
    assertThat(after.event().eventDate()).isEqualTo(Toolmaker.EVENT);
    assertThat(story.page(AFTER)).contains("US$18.7 million").doesNotContain("US$18.5 million");
    assertThat(after.evidence())
        .filteredOn(e -> e.id().equals(AMENDED))
        .singleElement()
        .extracting(Evidence::supersedes)
        .isEqualTo(Optional.of(FIRST));
    assertThat(after.evidence()).anyMatch(e -> e.id().equals(FIRST));
  }
}

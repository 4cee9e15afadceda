package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.ledger.RejectionReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document's side-car comes before it, after it, alone, or broken. */
class SideCarStoryTest {

  private static final Instant LATER = Instant.parse("2026-04-22T12:00:00Z");
  private static final EvidenceId RELEASE = EvidenceId.parse("PR-2026-04-21");

  private final Toolmaker story = new Toolmaker();
  private final Desk desk = story.desk();

  @BeforeEach
  void profile() {
    desk.deliver(story.profile());
  }

  @Test
  void sideCarBeforeItsDocument_isIgnoredUntilTheDocumentComes() {
    assertThat(desk.deliver(story.sideCar())).isEqualTo(new IngestOutcome.Ignored());

    assertThat(desk.deliver(story.release())).isEqualTo(new IngestOutcome.Stored(RELEASE));
    assertThat(story.page("2026-04-22T12:00:00Z")).doesNotContain("Not used");
  }

  @Test
  void sideCarAfterItsDocument_settlesItsRejection() {
    assertThat(desk.deliver(story.undated()))
        .isEqualTo(new IngestOutcome.Rejected(RejectionReason.NO_PUBLICATION_TIME));
    assertThat(open()).containsExactly("NO_PUBLICATION_TIME");

    assertThat(desk.deliver(story.sideCar())).isEqualTo(new IngestOutcome.Stored(RELEASE));

    assertThat(story.page("2026-04-22T12:00:00Z"))
        .contains("US$18.5 million")
        .doesNotContain("Not used", "NO_PUBLICATION_TIME");
    assertThat(open()).isEmpty();
  }

  @Test
  void laterVersionThatCannotBeRead_staysOpenBesideTheEarlierOne() {
    story.sideCar();
    desk.deliver(story.release());
    ObjectNotice empty = story.drop(Toolmaker.FIRST, " ", "2026-04-21T15:00:00Z");

    desk.deliver(newer(empty));

    assertThat(open()).containsExactly("EMPTY");
    assertThat(story.page("2026-04-22T12:00:00Z")).contains("US$18.5 million", "EMPTY");
  }

  @Test
  void sideCarOfNothingOrOfASideCar_isIgnored() {
    assertThat(desk.deliver(story.drop("inbox/BVT/.meta.json", "{}", "2026-04-21T12:00:00Z")))
        .isEqualTo(new IngestOutcome.Ignored());
    story.sideCar();
    assertThat(
            desk.deliver(
                story.drop(Toolmaker.FIRST + ".meta.json.meta.json", "{}", "2026-04-21T12:00:00Z")))
        .isEqualTo(new IngestOutcome.Ignored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "2026-04-21",
        "+12345-04-21T07:00:00-04:00",
        "+999999999-12-31T23:59:59-18:00",
        "-999999999-01-01T00:00:00+18:00"
      })
  void sideCarWithAnOddTime_isRejectedNotRetried(String published) {
    story.sideCar(Toolmaker.FIRST, "8-K", published, "2026-04-21T12:00:00Z");

    assertThat(desk.deliver(story.release()))
        .isEqualTo(new IngestOutcome.Rejected(RejectionReason.MALFORMED));
  }

  @Test
  void brokenSideCar_addsNothing() {
    story.drop(Toolmaker.FIRST + ".meta.json", "{\"form\":", "2026-04-21T12:00:00Z");

    assertThat(desk.deliver(story.undated()))
        .isEqualTo(new IngestOutcome.Rejected(RejectionReason.NO_PUBLICATION_TIME));
  }

  private static ObjectNotice newer(ObjectNotice notice) {
    return new ObjectNotice(
        notice.change(),
        notice.bucket(),
        notice.key(),
        notice.versionId(),
        java.util.Optional.of("0B"),
        notice.bytes(),
        notice.at());
  }

  private List<String> open() {
    List<String> open = new java.util.ArrayList<>();
    new Catalogue(desk.store.ledger)
        .rejections(Toolmaker.TICKER, LATER)
        .path("rejections")
        .forEach(
            r -> {
              if (r.path("open").asBoolean()) {
                open.add(r.path("reason").asText());
              }
            });
    return open;
  }
}

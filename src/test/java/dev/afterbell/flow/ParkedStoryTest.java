package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.faults.Intercepted;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Documents that come before their issuer's profile. */
class ParkedStoryTest {

  private static final Instant LATER = Instant.parse("2026-04-22T12:00:00Z");

  private final Toolmaker story = new Toolmaker();
  private final Desk desk = story.desk();

  @Test
  void profileAfterTheDocumentWasTakenAway_readsItFromTheVault() {
    story.sideCar();
    assertThat(desk.deliver(story.release()))
        .isEqualTo(new IngestOutcome.Rejected(RejectionReason.UNKNOWN_ISSUER));
    desk.takeAway(Toolmaker.FIRST);

    desk.deliver(story.profile());

    assertThat(story.page("2026-04-22T12:00:00Z"))
        .contains("US$18.5 million")
        .doesNotContain("UNKNOWN_ISSUER");
  }

  @Test
  void profile_forAParkedDocumentThatCannotBeRead_leavesTheRealReasonAlone() {
    desk.deliver(story.undated());

    desk.deliver(story.profile());

    assertThat(
            new Catalogue(desk.store.ledger)
                .rejections(Toolmaker.TICKER, LATER)
                .path("rejections")
                .findValuesAsText("reason"))
        .containsExactlyInAnyOrder("UNKNOWN_ISSUER", "NO_PUBLICATION_TIME");
    assertThat(
            new Catalogue(desk.store.ledger)
                .rejections(Toolmaker.TICKER, LATER)
                .path("rejections")
                .toString())
        .containsOnlyOnce("\"open\":true");
  }

  @Test
  void profileThatComesWhileADocumentIsParked_andThenTheStoreFails_losesNothing() {
    story.sideCar();
    ObjectNotice release = story.release();
    AtomicInteger profileReads = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Ledger racing =
        Intercepted.ledger(
            desk.store.ledger,
            (method, arguments) -> {
              if (method.equals("issuer") && profileReads.incrementAndGet() == 2) {
                desk.store.ledger.append(profile());
              }
              boolean second = method.equals("append") && profileReads.get() == 2;
              if (second && failed.compareAndSet(false, true)) {
                throw new StoreUnavailable("DynamoDB TransactWriteItems");
              }
            });
    Inbox inbox = inbox(release.key());
    IngestFiling ingest = new IngestFiling(racing, desk.store.vault, inbox);

    assertThatThrownBy(() -> ingest.ingest(release, release.at()))
        .isInstanceOf(StoreUnavailable.class);
    ingest.ingest(release, release.at().plusSeconds(3600));

    assertThat(
            new ReadEvidence(desk.store.ledger, desk.store.vault)
                .item(Toolmaker.TICKER, EvidenceId.parse("PR-2026-04-21"), LATER))
        .isPresent();
  }

  @Test
  void corruptProfile_failsTheItem_andParksNothing() {
    desk.deliver(story.profile());
    Map<String, AttributeValue> item =
        new HashMap<>(desk.store.item(Book.of(Toolmaker.TICKER), "@ISSUER"));
    item.put("sha256", AttributeValue.fromS("0".repeat(64)));
    desk.store.put(item);

    assertThatThrownBy(() -> desk.deliver(story.release())).isInstanceOf(CorruptStored.class);
  }

  private dev.afterbell.ledger.Append profile() {
    Toolmaker twin = new Toolmaker();
    twin.desk().deliver(twin.profile());
    dev.afterbell.ledger.Lookup.Found found =
        (dev.afterbell.ledger.Lookup.Found) twin.desk().store.ledger.issuer(Toolmaker.TICKER);
    return dev.afterbell.ledger.Append.of(
        Book.of(Toolmaker.TICKER),
        LATER,
        new dev.afterbell.ledger.Change.SetIssuer(found.entry().stored().payload(), 0));
  }

  private static Inbox inbox(String key) {
    return new Inbox() {
      @Override
      public FetchResult fetch(ObjectRef object) {
        return object.key().equals(key)
            ? new FetchResult.Body(
                Toolmaker.text("BRASS VALLEY TOOLS REPORTS", "18,450")
                    .getBytes(StandardCharsets.UTF_8),
                Map.of("form", "8-K", "published", "2026-04-21T07:00:00-04:00"),
                Optional.empty())
            : new FetchResult.Gone();
      }

      @Override
      public Optional<String> keepRejected(ObjectRef object) {
        return Optional.empty();
      }
    };
  }
}

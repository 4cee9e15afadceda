package dev.afterbell.ledger.dynamo;

import static dev.afterbell.ledger.dynamo.LedgerFixture.BOOK;
import static dev.afterbell.ledger.dynamo.LedgerFixture.event;
import static dev.afterbell.ledger.dynamo.LedgerFixture.evidence;
import static dev.afterbell.ledger.dynamo.LedgerFixture.payload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.ledger.Verification;
import dev.afterbell.ledger.Verification.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever alters a book behind the ledger's back is found out, and the entry is named. */
class TamperingTest {

  private static final String FIRST = "2026-04-23#EVIDENCE#6K-2026-04-23-XM";
  private static final String SECOND = "2026-05-27#EVIDENCE#PR-2026-05-27";
  private static final String THIRD = "2026-05-27#EVENT#v1";

  private final LedgerFixture fixture = new LedgerFixture();

  @BeforeEach
  void threeEntries() {
    fixture.append(evidence("6K-2026-04-23-XM", "agreement"));
    fixture.append(evidence("PR-2026-05-27", "release"));
    fixture.append(event("release", 0));
  }

  @Test
  void nothingAltered_isIntact() {
    assertThat(fixture.ledger.verify(BOOK))
        .isInstanceOfSatisfying(
            Verification.Intact.class, v -> assertThat(v.entries()).isEqualTo(3));
  }

  @Test
  void payloadAltered_entryIsNamed() {
    fixture.tamper(SECOND, "payload", packed("forged!"));

    assertBroken(2, Optional.of(SECOND), Fault.ALTERED);
  }

  @Test
  void payloadAndItsDigestAltered_entryIsNamed() {
    fixture.tamper(SECOND, "payload", packed("forged!"));
    fixture.tamper(SECOND, "sha256", Item.text(payload("forged!").sha256().hex()));

    assertBroken(2, Optional.of(SECOND), Fault.ALTERED);
  }

  @Test
  void recordedTimeAltered_entryIsNamed() {
    fixture.tamper(FIRST, "recordedAt", Item.text("2020-01-01T00:00:00Z"));

    assertBroken(1, Optional.of(FIRST), Fault.ALTERED);
  }

  @Test
  void entryRemoved_itsPlaceIsNamed() {
    fixture.remove(SECOND);

    assertBroken(2, Optional.empty(), Fault.MISSING);
  }

  @Test
  void lastEntryRemoved_itsPlaceIsNamed() {
    fixture.remove(THIRD);

    assertBroken(3, Optional.empty(), Fault.MISSING);
  }

  @Test
  void headRemoved_isFound() {
    fixture.remove("@CHAIN");

    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void placesOfTwoEntriesSwapped_firstIsNamed() {
    swap("seq", "prevHash", "hash");

    assertBroken(1, Optional.of(SECOND), Fault.REORDERED);
  }

  @Test
  void contentsOfTwoEntriesSwapped_firstIsNamed() {
    swap("payload", "sha256", "size");

    assertBroken(1, Optional.of(FIRST), Fault.ALTERED);
  }

  @Test
  void linkRemoved_entryIsNamed() {
    Map<String, AttributeValue> item = new HashMap<>(fixture.item(BOOK, SECOND));
    item.remove("seq");
    fixture.put(item);

    assertBroken(2, Optional.of(SECOND), Fault.ALTERED);
  }

  @Test
  void entryAddedToAPlace_isFound() {
    Map<String, AttributeValue> item = new HashMap<>(fixture.item(BOOK, SECOND));
    item.put("eventDate", Item.text("2026-05-27#EVIDENCE#NEWS-2026-05-27"));
    fixture.put(item);

    assertThat(fixture.ledger.verify(BOOK)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void standingEventAltered_isFound() {
    fixture.tamper("2026-05-27#EVENT", "payload", packed("forged!"));

    assertBroken(3, Optional.of("2026-05-27#EVENT"), Fault.CURRENT_DIFFERS);
  }

  @Test
  void standingEventRemoved_isFound() {
    fixture.remove("2026-05-27#EVENT");

    assertBroken(3, Optional.of("2026-05-27#EVENT"), Fault.CURRENT_DIFFERS);
  }

  private void swap(String... attributes) {
    Map<String, AttributeValue> first = fixture.item(BOOK, FIRST);
    Map<String, AttributeValue> second = fixture.item(BOOK, SECOND);
    for (String attribute : attributes) {
      fixture.tamper(FIRST, attribute, second.get(attribute));
      fixture.tamper(SECOND, attribute, first.get(attribute));
    }
  }

  private static AttributeValue packed(String text) {
    byte[] bytes = payload(text).json().getBytes(StandardCharsets.UTF_8);
    return AttributeValue.fromB(SdkBytes.fromByteArray(PackedPayload.deflate(bytes)));
  }

  private void assertBroken(long seq, Optional<String> key, Fault fault) {
    assertThat(fixture.ledger.verify(BOOK))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            b -> {
              assertThat(b.seq()).isEqualTo(seq);
              assertThat(b.key()).isEqualTo(key);
              assertThat(b.fault()).isEqualTo(fault);
            });
  }
}

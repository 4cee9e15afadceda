package dev.afterbell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HashChainTest {

  private static final EntryKey KEY =
      new EntryKey(Book.of(new Ticker("ACME")), SortKey.parse("2026-05-27#EVIDENCE#PR-2026-05-27"));
  private static final Payload PAYLOAD = Payload.of("{\"a\":1}");
  private static final Instant AT = Instant.parse("2026-05-27T12:00:00Z");

  /** The rule as anyone can recompute it, from the text of the documentation. */
  @Test
  void firstEntry_hashed_isTheDigestOfTheDocumentedText() {
    String text =
        "{\"kind\":\"EVIDENCE\",\"payloadSha256\":\""
            + PAYLOAD.sha256()
            + "\",\"prevHash\":\"0000000000000000000000000000000000000000000000000000000000000000\","
            + "\"recordedAt\":\"2026-05-27T12:00:00Z\",\"seq\":1,"
            + "\"sortKey\":\"2026-05-27#EVIDENCE#PR-2026-05-27\",\"ticker\":\"ACME\"}";

    ChainLink link = HashChain.next(ChainHead.EMPTY, KEY, PAYLOAD.sha256(), AT);

    assertThat(link.seq()).isEqualTo(1);
    assertThat(link.prevHash()).isEqualTo(ChainLink.GENESIS);
    assertThat(link.hash()).isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void secondEntry_followsTheFirst() {
    ChainLink first = HashChain.next(ChainHead.EMPTY, KEY, PAYLOAD.sha256(), AT);
    ChainLink second = HashChain.next(ChainHead.EMPTY.after(first), KEY, PAYLOAD.sha256(), AT);

    assertThat(second.seq()).isEqualTo(2);
    assertThat(second.prevHash()).isEqualTo(first.hash());
    assertThat(second.hash()).isNotEqualTo(first.hash());
  }

  @Test
  void wholeChain_verified_isIntact() {
    assertThat(HashChain.verify(KEY.book(), chain("a", "b", "c"), head(chain("a", "b", "c"))))
        .isEqualTo(new Verification.Intact(3, head(chain("a", "b", "c")).hash()));
  }

  @Test
  void entryForgedWithAHashOfItsOwn_isBetrayedByTheNextOne() {
    List<ChainItem> forged = new ArrayList<>(chain("a", "b", "c"));
    forged.set(1, chain("a", "forged").get(1));

    assertThat(HashChain.verify(KEY.book(), forged, head(chain("a", "b", "c"))))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            b -> {
              assertThat(b.seq()).isEqualTo(3);
              assertThat(b.fault()).isEqualTo(Verification.Fault.REORDERED);
            });
  }

  @Test
  void lastEntryForgedWithAHashOfItsOwn_isBetrayedByTheHead() {
    assertThat(HashChain.verify(KEY.book(), chain("a", "forged"), head(chain("a", "b"))))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            b -> {
              assertThat(b.seq()).isEqualTo(2);
              assertThat(b.fault()).isEqualTo(Verification.Fault.ALTERED);
            });
  }

  @Test
  void entriesBehindTheHead_areInserted() {
    assertThat(HashChain.verify(KEY.book(), chain("a", "b"), head(chain("a"))))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            b -> {
              assertThat(b.seq()).isEqualTo(2);
              assertThat(b.fault()).isEqualTo(Verification.Fault.INSERTED);
            });
  }

  @Test
  void chainOfAnotherBook_isNotThisBooks() {
    assertThat(HashChain.verify(Book.UNKNOWN, chain("a"), head(chain("a"))))
        .isInstanceOf(Verification.Broken.class);
  }

  private static List<ChainItem> chain(String... payloads) {
    List<ChainItem> items = new ArrayList<>();
    ChainHead head = ChainHead.EMPTY;
    for (String text : payloads) {
      Sha256 payload = Payload.of(text).sha256();
      ChainLink link = HashChain.next(head, KEY, payload, AT);
      head = head.after(link);
      items.add(
          new ChainItem(
              KEY.sortKey().toString(), "EVIDENCE", Optional.of(payload), AT.toString(), link));
    }
    return items;
  }

  private static ChainHead head(List<ChainItem> chain) {
    ChainLink last = chain.get(chain.size() - 1).link();
    return new ChainHead(last.seq(), last.hash());
  }
}

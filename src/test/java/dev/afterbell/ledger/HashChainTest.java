package dev.afterbell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
}

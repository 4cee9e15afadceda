package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.filing.Sha256;
import dev.afterbell.limit.Limits;
import dev.afterbell.score.Fixtures;
import dev.afterbell.vault.MemoryVault;
import dev.afterbell.vault.StoreUnavailable;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparedTextsTest {

  private final MemoryVault vault = new MemoryVault();

  /** An item of so many bytes, its text kept in the vault. */
  private Evidence kept(Fixtures.Item item, String text, int bytes) {
    Evidence plain = item.content(text).build();
    Extraction e = plain.extraction();
    DocumentSummary d = e.document();
    vault.putText(d.sha256(), text);
    DocumentSummary sized =
        new DocumentSummary(
            d.sha256(),
            Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
            bytes,
            d.format(),
            d.form(),
            d.issuerName(),
            d.cik(),
            d.title(),
            d.published(),
            d.publishedFrom(),
            d.kind(),
            d.readable(),
            d.unaudited(),
            d.period(),
            d.currency());
    return new Evidence(
        plain.id(),
        plain.ticker(),
        plain.sourceClass(),
        plain.provenance(),
        plain.entityMatched(),
        new Extraction(sized, e.facts(), e.guidance(), e.events(), e.tone(), e.gaps()),
        plain.supersedes());
  }

  private Evidence article(int n, int bytes) {
    return kept(
        Fixtures.item("NEWS-2026-05-27-P" + n, SourceClass.NAMED_NEWS)
            .published("2026-05-27T08:00:00-04:00"),
        "paper " + n,
        bytes);
  }

  private Evidence release() {
    return kept(Fixtures.release(), "the release", 100);
  }

  @Test
  void texts_areThoseOfArticlesAndReleases() {
    assertThat(new ComparedTexts(vault).of(List.of(article(1, 100), release())).values())
        .containsExactlyInAnyOrder("paper 1", "the release");
  }

  @Test
  void texts_withoutAnArticle_areNotRead() {
    Vault down = new Down();

    assertThat(new ComparedTexts(down).of(List.of(release()))).isEmpty();
    assertThatThrownBy(() -> new ComparedTexts(down).of(List.of(article(1, 100), release())))
        .isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void text_thatIsMissing_isUnread() {
    assertThat(new ComparedTexts(new MemoryVault()).of(List.of(article(1, 100)))).isEmpty();
  }

  @Test
  void textsOfLongDocuments_areNotRead() {
    int most = Limits.COMPARED_TEXT_BYTES_MAX;

    assertThat(new ComparedTexts(vault).of(List.of(article(1, most), article(2, most + 1))))
        .hasSize(1);
  }

  @Test
  void texts_areFortyAtMost() {
    List<Evidence> many =
        IntStream.rangeClosed(1, Limits.COMPARED_TEXTS_MAX + 1)
            .mapToObj(n -> article(n, 100))
            .toList();

    assertThat(new ComparedTexts(vault).of(many)).hasSize(Limits.COMPARED_TEXTS_MAX);
  }

  /** A vault that does not answer. */
  private static final class Down implements Vault {

    @Override
    public Sha256 put(byte[] bytes) {
      throw new StoreUnavailable("S3");
    }

    @Override
    public VaultRead get(Sha256 digest) {
      throw new StoreUnavailable("S3");
    }

    @Override
    public Sha256 putText(Sha256 document, String text) {
      throw new StoreUnavailable("S3");
    }

    @Override
    public VaultRead getText(Sha256 document, Sha256 textDigest) {
      throw new StoreUnavailable("S3");
    }
  }
}

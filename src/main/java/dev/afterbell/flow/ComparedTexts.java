package dev.afterbell.flow;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The texts by which scoring tells copies from independent accounts: those of articles, and of the
 * releases that they may copy. Without an article nothing is read. A text that is missing or
 * altered is as good as unread, and the score card says which texts it had.
 */
final class ComparedTexts {

  private final Vault vault;

  ComparedTexts(Vault vault) {
    this.vault = vault;
  }

  /**
   * The canonical texts by item.
   *
   * @param evidence of one event
   * @throws dev.afterbell.vault.StoreUnavailable if the vault does not answer: the same evidence
   *     must not give another card on a bad day
   */
  Map<EvidenceId, String> of(List<Evidence> evidence) {
    Map<EvidenceId, String> texts = new TreeMap<>();
    if (evidence.stream().noneMatch(ComparedTexts::article)) {
      return texts;
    }
    Predicate<Evidence> compared = e -> article(e) || release(e);
    evidence.stream()
        .filter(compared)
        .filter(e -> e.extraction().document().bytes() <= Limits.COMPARED_TEXT_BYTES_MAX)
        .limit(Limits.COMPARED_TEXTS_MAX)
        .forEach(e -> text(e).ifPresent(t -> texts.put(e.id(), t)));
    return texts;
  }

  private Optional<String> text(Evidence evidence) {
    DocumentSummary document = evidence.extraction().document();
    return vault.getText(document.sha256(), document.canonicalSha256())
            instanceof VaultRead.Found found
        ? Optional.of(new String(found.bytes(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static boolean article(Evidence evidence) {
    return switch (evidence.sourceClass()) {
      case NAMED_NEWS, AGGREGATOR, SOCIAL, UNKNOWN -> true;
      case REGULATOR_FILING, ISSUER_RELEASE, PRICE_FEED, ESTIMATE_FEED, PEER_FEED -> false;
    };
  }

  private static boolean release(Evidence evidence) {
    return evidence.sourceClass() == SourceClass.ISSUER_RELEASE
        && evidence.extraction().document().kind() == DocumentSummary.Kind.RESULTS;
  }
}

package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what a third party says of the price: always as a claim, never as a price. */
final class ThirdPartyWriter {

  private static final BigDecimal SHARP = BigDecimal.TEN;

  private final SentenceTemplates templates;

  ThirdPartyWriter(SentenceTemplates templates) {
    this.templates = templates;
  }

  /**
   * The sentence of the commentary.
   *
   * @param missing what stays unverified, in words
   */
  Optional<Statement> summary(Evidence article, Optional<String> missing) {
    return claim(article)
        .flatMap(
            c -> {
              Map<String, Statement> slots = slots(article, c);
              if (sharp(c)) {
                slots.put("article", Words.plain("a "));
              }
              missing.ifPresent(m -> slots.put("missing", Words.plain(m)));
              return templates.fill("commentary.reaction", slots);
            });
  }

  /**
   * The paragraph on the article.
   *
   * @param period name of the reported period
   * @param unverified what was looked for and not verified, in words
   */
  List<Statement> paragraph(
      Evidence article, Optional<Statement> period, Optional<String> unverified) {
    Optional<DocumentEvent.ReactionClaim> claim = claim(article);
    if (claim.isEmpty()) {
      return List.of();
    }
    Map<String, Statement> slots = slots(article, claim.get());
    slots.put("period", period.orElseGet(() -> Words.plain("results")));
    claim
        .get()
        .framing()
        .ifPresent(
            f ->
                slots.put(
                    "framing", Words.plain(Words.article(f) + f.replace(' ', '-') + " reaction")));
    unverified.ifPresent(u -> slots.put("unverified", Words.plain(u)));
    return Stream.of(
            templates.fill("event.reaction", slots), templates.fill("event.reaction.weight", slots))
        .flatMap(Optional::stream)
        .map(s -> Statement.compose().part(s).cite(article.id()).done())
        .toList();
  }

  private static Optional<DocumentEvent.ReactionClaim> claim(Evidence article) {
    return article.extraction().events().stream()
        .filter(DocumentEvent.ReactionClaim.class::isInstance)
        .map(DocumentEvent.ReactionClaim.class::cast)
        .filter(c -> c.percent().signum() != 0)
        .findFirst();
  }

  private static boolean sharp(DocumentEvent.ReactionClaim claim) {
    return claim.percent().abs().compareTo(SHARP) >= 0;
  }

  private static Map<String, Statement> slots(Evidence article, DocumentEvent.ReactionClaim claim) {
    Map<String, Statement> slots = new HashMap<>();
    slots.put("source", Words.plain(Words.sourceNoun(article.sourceClass())));
    slots.put("sharp", Words.plain(sharp(claim) ? "sharp " : ""));
    slots.put("article", Words.plain(Words.articleOf(claim.percent())));
    slots.put(
        "move",
        Statement.compose()
            .figure(
                AmountPrinter.percent(article.id(), claim.percent(), Unit.PERCENT, claim.passage()))
            .done());
    slots.put(
        "session",
        Words.plain(
            switch (claim.session()) {
              case PRE_MARKET -> "pre-market ";
              case AFTER_HOURS -> "after-hours ";
              case REGULAR, UNSTATED -> "";
            }));
    slots.put("noun", Words.plain(claim.percent().signum() < 0 ? "drop" : "gain"));
    return slots;
  }
}

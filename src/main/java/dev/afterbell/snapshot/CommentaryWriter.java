package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Gap;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.Stance;
import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LegKind;
import dev.afterbell.score.Uncertainty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule-based writer: sentences from facts, axes, legs and flags, the same for the same
 * evidence. What it writes goes through {@link GroundingCheck} like anyone's text.
 */
final class CommentaryWriter {

  /**
   * From here up an evidence-quality score is called moderate, and solid where a formal view could
   * rest on it.
   */
  private static final BigDecimal MODERATE = new BigDecimal("0.40");

  private static final BigDecimal SOLID = new BigDecimal("0.60");

  private final SentenceTemplates templates = SentenceTemplates.load();
  private final ThirdPartyWriter thirdParties = new ThirdPartyWriter(templates);
  private final ContractWriter contracts = new ContractWriter(templates);

  /** Writes, checks every sentence, and keeps those that stand. */
  Commentary write(SnapshotInput input, GroundingCheck check) {
    List<Commentary.Refusal> refused = new ArrayList<>(unplaced(input.evidence()));
    List<Statement> summary = kept("commentary", summary(input), check, refused);
    List<Commentary.Paragraph> paragraphs = new ArrayList<>();
    for (Evidence item : ordered(input)) {
      List<Statement> kept = kept(item.id().toString(), paragraph(input, item), check, refused);
      if (!kept.isEmpty()) {
        paragraphs.add(new Commentary.Paragraph(kept));
      }
    }
    return new Commentary(summary, paragraphs, refused);
  }

  private static List<Statement> kept(
      String about,
      List<Statement> drafts,
      GroundingCheck check,
      List<Commentary.Refusal> refused) {
    List<Statement> kept = new ArrayList<>();
    for (Statement draft : drafts) {
      GroundingCheck.Verdict verdict = check.check(draft);
      if (verdict instanceof GroundingCheck.Verdict.Refused fault) {
        refused.add(new Commentary.Refusal(about, fault.reason()));
      } else {
        kept.add(draft);
      }
    }
    return kept;
  }

  /** Stored figures that lost their place: whatever sentence needed them cannot be written. */
  private static List<Commentary.Refusal> unplaced(List<Evidence> evidence) {
    return evidence.stream()
        .flatMap(
            e ->
                e.extraction().gaps().stream()
                    .filter(g -> g.reason() == Gap.Reason.NO_PLACE)
                    .map(g -> new Commentary.Refusal(e.id().toString(), g.detail())))
        .toList();
  }

  private List<Statement> summary(SnapshotInput input) {
    ScoreCard card = input.card();
    List<Statement> sentences = new ArrayList<>();
    input
        .primary()
        .ifPresent(
            primary -> {
              card.axes()
                  .sentence()
                  .ifPresent(
                      axes ->
                          fill("commentary.axes", Map.of("axes", Words.plain(axes)))
                              .ifPresent(s -> sentences.add(citing(s, primary))));
              release(input, primary).summary().ifPresent(s -> sentences.add(citing(s, primary)));
            });
    Optional<String> missing = missing(card);
    Optional<Statement> reaction =
        articles(input).stream()
            .flatMap(a -> thirdParties.summary(a, missing).map(s -> citing(s, a)).stream())
            .findFirst();
    reaction
        .or(
            () ->
                missing.flatMap(m -> fill("commentary.missing", Map.of("missing", Words.plain(m)))))
        .ifPresent(sentences::add);
    fill(card.pending() ? "commentary.pending" : "commentary.stance", stanceSlots(card))
        .ifPresent(sentences::add);
    return sentences;
  }

  private List<Statement> paragraph(SnapshotInput input, Evidence item) {
    if (input.primary().filter(p -> p.id().equals(item.id())).isPresent()) {
      return release(input, item).paragraph();
    }
    List<Statement> contract = contracts.paragraph(item);
    if (!contract.isEmpty()) {
      return contract;
    }
    Optional<Statement> period = input.primary().flatMap(p -> release(input, p).periodName());
    return thirdParties.paragraph(item, period, unverified(input.card()));
  }

  private ReleaseWriter release(SnapshotInput input, Evidence release) {
    return new ReleaseWriter(release, input.issuer().fiscalYearEnd(), templates);
  }

  /** The release first, then third parties on it, then what was filed around it, newest first. */
  private static List<Evidence> ordered(SnapshotInput input) {
    Comparator<Evidence> rank =
        Comparator.comparingInt(
            e -> e.id().equals(input.event().primary()) ? 0 : reports(e) ? 1 : 2);
    return input.evidence().stream()
        .sorted(
            rank.thenComparing(e -> e.id().date(), Comparator.reverseOrder())
                .thenComparing(e -> e.id().toString()))
        .toList();
  }

  private static List<Evidence> articles(SnapshotInput input) {
    return ordered(input).stream().filter(CommentaryWriter::reports).toList();
  }

  private static boolean reports(Evidence item) {
    return item.extraction().events().stream()
        .anyMatch(DocumentEvent.ReactionClaim.class::isInstance);
  }

  private static Optional<String> missing(ScoreCard card) {
    return card.flag(FlagCode.NO_REVISION).map(Flag::text);
  }

  private static Optional<String> unverified(ScoreCard card) {
    return card.leg(LegKind.ANALYST).verified()
        ? Optional.empty()
        : Optional.of("no fresh post-print analyst target or estimate reset was verified");
  }

  private Map<String, Statement> stanceSlots(ScoreCard card) {
    Map<String, Statement> slots = new HashMap<>();
    Stance stance = card.stance().stance();
    boolean hold =
        stance == Stance.TENTATIVE_HOLD || stance == Stance.HOLD || stance == Stance.MIXED_HOLD;
    Uncertainty.Level level = card.uncertainty().level();
    boolean wide = level == Uncertainty.Level.HIGH || level == Uncertainty.Level.VERY_HIGH;
    slots.put("carrying", Words.plain(wide ? "still carrying" : "carrying"));
    slots.put("uncertainty", Words.plain(card.uncertainty().level().text()));
    slots.put(
        "quality",
        Words.plain(
            card.quality()
                .value()
                .map(CommentaryWriter::qualityWords)
                .orElse("a pending evidence-quality score")));
    slots.put("verb", Words.plain(hold ? "stays" : "supports"));
    slots.put("stance", Words.plain("a " + stance.text() + (hold ? "" : " reading")));
    if (hold) {
      slots.put("alternative", Words.plain("a stronger post-earnings re-rating call"));
    }
    return slots;
  }

  private static String qualityWords(BigDecimal quality) {
    if (quality.signum() == 0) {
      return "zero evidence-quality score";
    }
    return quality.compareTo(SOLID) >= 0
        ? "a solid evidence-quality score"
        : quality.compareTo(MODERATE) >= 0
            ? "a moderate evidence-quality score"
            : "a thin evidence-quality score";
  }

  private Optional<Statement> fill(String name, Map<String, Statement> slots) {
    return templates.fill(name, slots);
  }

  private static Statement citing(Statement sentence, Evidence item) {
    return Statement.compose().part(sentence).cite(item.id()).done();
  }
}

package dev.afterbell.prior;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.Price;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Tone;
import dev.afterbell.score.EvidenceScore;
import dev.afterbell.score.LegKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the signals of the prior off verified items only (docs/method.md §2). */
final class SignalReader {

  private static final BigDecimal CLIP = new BigDecimal("3");
  private static final BigDecimal REVISION_UNIT = new BigDecimal("0.05");
  private static final BigDecimal REVENUE_UNIT = new BigDecimal("0.02");
  private static final BigDecimal GUIDANCE_UNIT = new BigDecimal("0.03");
  private static final BigDecimal SURPRISE_SD_DEFAULT = new BigDecimal("0.005");
  private static final BigDecimal TONE_SD_DEFAULT = new BigDecimal("0.25");
  private static final int SURPRISES_MIN = 4;
  private static final int SURPRISES_MAX = 8;
  private static final int TONES = 4;
  private static final int SESSIONS = 4;
  private static final BigDecimal SMALL_USD = new BigDecimal("2000000000");
  private static final BigDecimal MIDDLE_USD = new BigDecimal("10000000000");

  private final EvidenceScore score;
  private final List<Evidence> results;
  private final EarlierResults earlier;

  SignalReader(EvidenceScore score, EarlierResults earlier) {
    this.score = score;
    this.earlier = earlier;
    this.results = score.serving(LegKind.PRIMARY).stream().filter(score::verified).toList();
  }

  /** One reading of each signal, in the order of {@link Signal}. */
  List<SignalReading> read() {
    return List.of(
        earningsSurprise(),
        abnormalReturn(),
        estimateRevision(),
        revenueSurprise(),
        guidance(),
        tone());
  }

  /** 1 below US$2 billion of market value, 0.5 up to 10, 0.25 above; 1 where it is not known. */
  BigDecimal sizeFactor() {
    Optional<BigDecimal> value =
        reactions().flatMap(r -> r.event().marketValueUsd().stream()).findFirst();
    if (value.isEmpty() || value.get().compareTo(SMALL_USD) < 0) {
      return BigDecimal.ONE;
    }
    return new BigDecimal(value.get().compareTo(MIDDLE_USD) <= 0 ? "0.5" : "0.25");
  }

  private record Sourced<E>(Evidence evidence, E event) {}

  private SignalReading earningsSurprise() {
    Signal signal = Signal.EARNINGS_SURPRISE;
    Optional<Price> price = reactions().flatMap(r -> r.event().closeBefore().stream()).findFirst();
    if (price.isEmpty()) {
      return missing(signal, "no verified price before the release");
    }
    for (Sourced<Consensus> consensus : consensus().toList()) {
      Consensus c = consensus.event();
      Optional<Fact> actual =
          c.metric().perShare() && c.unit().equals(price.get().unit())
              ? actual(c)
              : Optional.empty();
      if (actual.isPresent()) {
        BigDecimal surprise =
            actual.get().value().subtract(c.mean()).divide(price.get().value(), Figures.PRECISION);
        BigDecimal sd = surpriseSd(c.pastSurprises());
        String reason = actual.get().value() + " against a consensus of " + c.mean();
        return present(signal, surprise.divide(sd, Figures.PRECISION), reason, consensus.evidence);
      }
    }
    return missing(signal, "no verified earnings consensus before the release");
  }

  private static BigDecimal surpriseSd(List<BigDecimal> past) {
    List<BigDecimal> used = past.stream().limit(SURPRISES_MAX).toList();
    return used.size() < SURPRISES_MIN ? SURPRISE_SD_DEFAULT : sd(used, SURPRISE_SD_DEFAULT);
  }

  private SignalReading abnormalReturn() {
    Signal signal = Signal.ABNORMAL_RETURN;
    Optional<Sourced<PriceReaction>> reaction =
        reactions()
            .filter(r -> r.event().sessions().size() == SESSIONS)
            .filter(r -> r.event().sigma().filter(s -> s.signum() > 0).isPresent())
            .findFirst();
    if (reaction.isEmpty()) {
      return missing(signal, "no verified price series of the four sessions");
    }
    PriceReaction r = reaction.get().event();
    double scale = r.sigma().orElseThrow().doubleValue() * StrictMath.sqrt(r.sessions().size());
    BigDecimal z = new BigDecimal(r.car().doubleValue() / scale);
    return present(signal, z, "cumulative abnormal return " + r.car(), reaction.get().evidence());
  }

  private SignalReading estimateRevision() {
    Signal signal = Signal.ESTIMATE_REVISION;
    Optional<Sourced<ConsensusRevision>> revision =
        score.serving(LegKind.ANALYST).stream()
            .filter(e -> score.verified(e) && e.sourceClass() == SourceClass.ESTIMATE_FEED)
            .flatMap(e -> events(e, ConsensusRevision.class))
            .filter(r -> r.event().before().signum() != 0)
            .min(
                Comparator.comparing((Sourced<ConsensusRevision> r) -> rank(r.event().metric()))
                    .thenComparing(r -> r.event().period().end().map(Object::toString).orElse("~"))
                    .thenComparing(r -> r.event().toString()));
    if (revision.isEmpty()) {
      return missing(signal, "no verified consensus after the release");
    }
    ConsensusRevision r = revision.get().event();
    BigDecimal change = relative(r.after(), r.before());
    String reason =
        "consensus " + r.metric().text(r.basis()) + " from " + r.before() + " to " + r.after();
    return present(
        signal, change.divide(REVISION_UNIT, Figures.PRECISION), reason, revision.get().evidence());
  }

  /** Earnings come before revenue, revenue before the rest. */
  private static int rank(Metric metric) {
    return switch (metric) {
      case EPS_DILUTED -> 0;
      case EPS_BASIC -> 1;
      case REVENUE -> 2;
      default -> 3 + metric.ordinal();
    };
  }

  private SignalReading revenueSurprise() {
    Signal signal = Signal.REVENUE_SURPRISE;
    for (Sourced<Consensus> consensus : consensus().toList()) {
      Consensus c = consensus.event();
      Optional<Fact> actual =
          c.metric() == Metric.REVENUE && c.mean().signum() > 0 ? actual(c) : Optional.empty();
      if (actual.isPresent()) {
        BigDecimal z =
            relative(actual.get().value(), c.mean()).divide(REVENUE_UNIT, Figures.PRECISION);
        String reason =
            actual.get().value().toPlainString()
                + " against a consensus of "
                + c.mean().toPlainString();
        return present(signal, z, reason, consensus.evidence());
      }
    }
    return missing(signal, "no verified revenue consensus before the release");
  }

  private SignalReading guidance() {
    Signal signal = Signal.GUIDANCE;
    List<Guidance> given =
        results.stream().flatMap(e -> e.extraction().guidance().stream()).toList();
    String changes =
        GuidanceChanges.told(results, earlier.documents()).map(c -> "; " + c).orElse("");
    if (given.isEmpty()) {
      return missing(signal, "no quantitative guidance in a verified document" + changes);
    }
    for (Sourced<Consensus> consensus : consensus().toList()) {
      Consensus c = consensus.event();
      Optional<Guidance> guided = given.stream().filter(g -> about(g, c)).findFirst();
      if (guided.isPresent() && c.mean().signum() != 0) {
        BigDecimal middle =
            guided
                .get()
                .low()
                .add(guided.get().high())
                .divide(new BigDecimal("2"), Figures.PRECISION);
        BigDecimal z = relative(middle, c.mean()).divide(GUIDANCE_UNIT, Figures.PRECISION);
        String reason =
            "midpoint "
                + middle.toPlainString()
                + " against a consensus of "
                + c.mean().toPlainString()
                + changes;
        return present(signal, z, reason, consensus.evidence());
      }
    }
    return missing(signal, "no verified consensus for the guided period" + changes);
  }

  private static boolean about(Guidance guidance, Consensus consensus) {
    return guidance.metric() == consensus.metric()
        && guidance.basis() == consensus.basis()
        && guidance.unit().equals(consensus.unit())
        && guidance.open().isEmpty()
        && guidance.period().end().isPresent()
        && guidance.period().end().equals(consensus.period().end());
  }

  private SignalReading tone() {
    Signal signal = Signal.TONE;
    Optional<Evidence> release =
        results.stream().filter(e -> e.extraction().tone().isPresent()).findFirst();
    if (release.isEmpty()) {
      return missing(signal, "no tone in a verified results document");
    }
    List<BigDecimal> before =
        earlier.quarters().stream()
            .flatMap(e -> e.extraction().tone().stream())
            .map(Tone::score)
            .limit(TONES)
            .toList();
    BigDecimal now = release.get().extraction().tone().orElseThrow().score();
    BigDecimal sd = before.size() < TONES ? TONE_SD_DEFAULT : sd(before, TONE_SD_DEFAULT);
    BigDecimal z = now.subtract(mean(before)).divide(sd, Figures.PRECISION);
    String reason =
        "tone "
            + now.toPlainString()
            + (before.isEmpty()
                ? " against 0, with no earlier release on file"
                : " against a mean of "
                    + AxisScale.rounded(mean(before)).toPlainString()
                    + " of "
                    + before.size()
                    + " before");
    return present(signal, z, reason, release.get());
  }

  private Optional<Fact> actual(Consensus c) {
    return results.stream()
        .flatMap(e -> e.extraction().facts().stream())
        .filter(f -> f.metric() == c.metric() && f.basis() == c.basis())
        .filter(f -> f.role() == Fact.Role.LEVEL && f.segment().isEmpty())
        .filter(f -> f.unit().equals(c.unit()) && f.period().kind() == c.period().kind())
        .filter(f -> f.period().end().isPresent() && f.period().end().equals(c.period().end()))
        .findFirst();
  }

  private Stream<Sourced<PriceReaction>> reactions() {
    return score.serving(LegKind.REACTION).stream()
        .filter(e -> score.verified(e) && e.sourceClass() == SourceClass.PRICE_FEED)
        .flatMap(e -> events(e, PriceReaction.class));
  }

  /** What was expected, newest reading first. */
  private Stream<Sourced<Consensus>> consensus() {
    return score.evidence().stream()
        .filter(e -> score.verified(e) && e.sourceClass() == SourceClass.ESTIMATE_FEED)
        .sorted(Comparator.comparing(Evidence::id).reversed())
        .flatMap(e -> events(e, Consensus.class));
  }

  private static <E extends DocumentEvent> Stream<Sourced<E>> events(Evidence e, Class<E> type) {
    return e.extraction().events().stream()
        .filter(type::isInstance)
        .map(event -> new Sourced<>(e, type.cast(event)));
  }

  private static BigDecimal relative(BigDecimal now, BigDecimal before) {
    return now.subtract(before).divide(before.abs(), Figures.PRECISION);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.isEmpty()
        ? BigDecimal.ZERO
        : values.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(values.size()), Figures.PRECISION);
  }

  /** Sample standard deviation, or {@code ifNone} where the values do not differ. */
  private static BigDecimal sd(List<BigDecimal> values, BigDecimal ifNone) {
    BigDecimal mean = mean(values);
    BigDecimal squares =
        values.stream().map(v -> v.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
    double variance = squares.doubleValue() / (values.size() - 1);
    return variance > 0 ? new BigDecimal(StrictMath.sqrt(variance)) : ifNone;
  }

  private static SignalReading present(
      Signal signal, BigDecimal z, String reason, Evidence source) {
    BigDecimal clipped = z.max(CLIP.negate()).min(CLIP).setScale(4, RoundingMode.HALF_EVEN);
    return new SignalReading(signal, Optional.of(clipped), reason, Optional.of(source.id()));
  }

  private static SignalReading missing(Signal signal, String reason) {
    return new SignalReading(signal, Optional.empty(), reason, Optional.empty());
  }
}

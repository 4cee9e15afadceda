package dev.afterbell.evidence;

import dev.afterbell.evidence.Candidate.Key;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Totals against their parts: gross profit, free cash flow, revenue of the segments. */
final class TotalChecks {

  /** Segments add up to the total to 0.2% (method.md §6). */
  private static final BigDecimal SEGMENT_SLACK = new BigDecimal("0.002");

  /** Farther off, the segments named are not all of them; nearer, a figure is wrong. */
  private static final BigDecimal SEGMENT_NEAR = new BigDecimal("0.02");

  private static final int SEGMENT_DIGITS_MIN = 3;
  private static final int SEGMENTS_MAX = 12;

  /** Rounding may leave one part in this many of a difference open, or chance would confirm it. */
  private static final BigDecimal SHARP = BigDecimal.valueOf(50);

  private TotalChecks() {}

  static void run(Workbench bench) {
    for (Candidate fact : bench.facts()) {
      Key k = fact.key();
      if (k.role() != Fact.Role.LEVEL || k.segment().isPresent()) {
        continue;
      }
      switch (k.metric()) {
        case GROSS_PROFIT ->
            difference(
                bench,
                fact,
                revenues(bench, k),
                bench.amounts(Metric.COST_OF_REVENUE, k.basis(), k));
        case FREE_CASH_FLOW ->
            difference(
                bench,
                fact,
                bench.amounts(Metric.OPERATING_CASH_FLOW, Basis.GAAP, k),
                bench.amounts(Metric.CAPEX, Basis.GAAP, k));
        case REVENUE, NET_SALES -> segments(bench, fact);
        default -> {}
      }
    }
  }

  private static Stream<Candidate> revenues(Workbench bench, Key k) {
    return Stream.concat(
        bench.amounts(Metric.REVENUE, k.basis(), k), bench.amounts(Metric.NET_SALES, k.basis(), k));
  }

  /** Confirms {@code rest} and both others where whole less part gives it to the digit. */
  private static void difference(
      Workbench bench, Candidate rest, Stream<Candidate> wholes, Stream<Candidate> parts) {
    List<Candidate> taken = parts.filter(p -> sameUnit(p, rest)).toList();
    for (Candidate whole : wholes.filter(w -> sameUnit(w, rest)).toList()) {
      for (Candidate part : taken) {
        BigDecimal off = whole.value().subtract(part.value()).subtract(rest.value()).abs();
        BigDecimal slack = rest.halfDigit().add(part.halfDigit()).add(whole.halfDigit());
        boolean sharp = slack.multiply(SHARP).compareTo(rest.value().abs()) < 0;
        if (sharp && off.compareTo(slack) <= 0) {
          List.of(rest, whole, part).forEach(c -> bench.confirm(c, Fact.Check.TOTAL_RECOMPUTED));
        }
      }
    }
  }

  private static boolean sameUnit(Candidate one, Candidate other) {
    return one.key().unit().equals(other.key().unit());
  }

  /**
   * Revenue of all segments named, or of those named in one place, against the total. Parts of
   * parts are named beside their whole, so a sum that is far off says nothing.
   */
  private static void segments(Workbench bench, Candidate total) {
    List<Candidate> all =
        bench.facts().stream()
            .filter(f -> f.key().metric() == Metric.SEGMENT_REVENUE)
            .filter(f -> f.key().role() == Fact.Role.LEVEL && sameUnit(f, total))
            .filter(f -> f.key().period().equals(total.key().period()))
            .filter(f -> f.key().basis() == total.key().basis() && f.value().signum() > 0)
            .toList();
    Map<Integer, List<Candidate>> byPlace = new LinkedHashMap<>();
    all.forEach(f -> byPlace.computeIfAbsent(f.source(), s -> new ArrayList<>()).add(f));
    List<List<Candidate>> groups = new ArrayList<>(byPlace.values());
    groups.add(all);
    boolean whole =
        groups.stream()
                .filter(g -> g.size() >= 2 && g.size() <= SEGMENTS_MAX)
                .filter(g -> adds(g, total))
                .peek(g -> g.forEach(c -> bench.confirm(c, Fact.Check.TOTAL_RECOMPUTED)))
                .count()
            > 0;
    if (whole) {
      bench.confirm(total, Fact.Check.TOTAL_RECOMPUTED);
    } else {
      nearly(bench, all, total);
    }
  }

  private static boolean adds(List<Candidate> parts, Candidate total) {
    BigDecimal slack = total.value().abs().multiply(SEGMENT_SLACK);
    BigDecimal rounding =
        parts.stream().map(Candidate::halfDigit).reduce(total.halfDigit(), BigDecimal::add);
    return total.precise(SEGMENT_DIGITS_MIN)
        && rounding.compareTo(slack.add(slack)) <= 0
        && off(parts, total).compareTo(slack) <= 0;
  }

  private static BigDecimal off(List<Candidate> parts, Candidate total) {
    return parts.stream()
        .map(Candidate::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .subtract(total.value())
        .abs();
  }

  private static void nearly(Workbench bench, List<Candidate> parts, Candidate total) {
    BigDecimal rounding =
        parts.stream().map(Candidate::halfDigit).reduce(total.halfDigit(), BigDecimal::add);
    BigDecimal off = off(parts, total);
    BigDecimal fine = total.value().abs().multiply(SEGMENT_SLACK).max(rounding);
    BigDecimal near = total.value().abs().multiply(SEGMENT_NEAR);
    if (parts.size() >= 2 && off.compareTo(fine) > 0 && off.compareTo(near) <= 0) {
      bench.report(
          Gap.Reason.TOTAL_CHECK,
          "The segments named add up to "
              + parts.stream()
                  .map(Candidate::value)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .toPlainString()
              + "; the stated total is "
              + total.value().toPlainString()
              + ".",
          parts.get(0),
          Optional.of(total.passage().span()));
    }
  }
}

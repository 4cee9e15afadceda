package dev.afterbell.evidence;

import dev.afterbell.evidence.TableFacts.Rate;
import dev.afterbell.filing.ByteSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Translated amounts against the exchange rate that the document states or, where it states none,
 * against each other.
 */
final class RateChecks {

  /** Exchange rates within a document differ by rounding only. */
  private static final BigDecimal SLACK = new BigDecimal("0.015");

  /** An amount at the stated rate differs by rounding only. */
  private static final BigDecimal STATED_SLACK = new BigDecimal("0.003");

  /** Printed digits of a translation that leave more of the rate open confirm nothing. */
  private static final BigDecimal ROUNDING_MAX = new BigDecimal("0.01");

  /** Fewer translations do not tell which of them is right. */
  private static final int RATES_MIN = 3;

  private final Workbench bench;
  private final List<Rate> rates;

  private RateChecks(Workbench bench, List<Rate> rates) {
    this.bench = bench;
    this.rates = rates.stream().filter(r -> r.rounding().compareTo(ROUNDING_MAX) <= 0).toList();
  }

  static void run(Workbench bench, List<Rate> rates, List<StatedRate> stated) {
    RateChecks checks = new RateChecks(bench, rates);
    if (checks.rates.isEmpty()) {
      return;
    }
    BigDecimal median = checks.median();
    List<StatedRate> own =
        stated.stream()
            .filter(s -> checks.rates.stream().anyMatch(r -> currency(r).equals(s.currency())))
            .toList();
    Optional<StatedRate> followed =
        own.stream().filter(s -> off(median, s.rate()).compareTo(SLACK) <= 0).findFirst();
    if (followed.isPresent()) {
      checks.compare(followed.get().rate(), STATED_SLACK, Optional.of(followed.get().span()));
    } else if (!own.isEmpty()) {
      checks.otherRate(own.get(0), median);
    } else if (checks.rates.size() >= RATES_MIN) {
      checks.compare(median, SLACK, Optional.empty());
    }
  }

  private static String currency(Rate rate) {
    String code = rate.key().unit().code();
    return code.substring(0, Math.min(3, code.length()));
  }

  private BigDecimal median() {
    List<BigDecimal> sorted = rates.stream().map(r -> r.rate().abs()).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static BigDecimal off(BigDecimal rate, BigDecimal from) {
    return rate.subtract(from).abs().divide(from, MathContext.DECIMAL64);
  }

  private void compare(BigDecimal expected, BigDecimal slack, Optional<ByteSpan> statedAt) {
    for (Rate r : rates) {
      Optional<Candidate> fact = bench.fact(r.key());
      BigDecimal rounding = fact.map(RateChecks::rounding).orElse(BigDecimal.ZERO);
      BigDecimal off = off(r.rate().abs(), expected);
      if (off.compareTo(slack.add(r.rounding()).add(rounding)) <= 0) {
        fact.ifPresent(f -> bench.confirm(f, Fact.Check.FX_CONSISTENT));
      } else if (off.compareTo(SLACK.add(r.rounding()).add(rounding)) > 0) {
        fact.ifPresent(f -> outlier(f, r, expected, statedAt));
      }
    }
  }

  private static BigDecimal rounding(Candidate fact) {
    return fact.value().signum() == 0
        ? BigDecimal.ZERO
        : fact.halfDigit().divide(fact.value().abs(), MathContext.DECIMAL64);
  }

  private void outlier(Candidate fact, Rate r, BigDecimal expected, Optional<ByteSpan> statedAt) {
    bench.report(
        Gap.Reason.FX_CHECK,
        "The translation of "
            + r.key().metric().text(r.key().basis())
            + " implies a rate of "
            + printed(r.rate())
            + "; the document's is "
            + printed(expected)
            + footnote(fact, r, expected)
            + ".",
        fact,
        statedAt);
  }

  /** A footnote mark fused to the translated amount: the rate fits without its first digit. */
  private static String footnote(Candidate fact, Rate r, BigDecimal expected) {
    BigDecimal translated = fact.value().abs().divide(r.rate().abs(), MathContext.DECIMAL64);
    int places = translated.precision() - translated.scale() - 1;
    if (places < 1) {
      return "";
    }
    BigDecimal first = BigDecimal.ONE.scaleByPowerOfTen(places);
    BigDecimal rest = translated.remainder(first);
    if (rest.signum() == 0) {
      return "";
    }
    BigDecimal implied = fact.value().abs().divide(rest, MathContext.DECIMAL64);
    return off(implied, expected).compareTo(SLACK) <= 0
        ? " and would follow without the first digit, which may be a footnote mark"
        : "";
  }

  /** One sentence for the document: none of its translations follows the rate that it states. */
  private void otherRate(StatedRate stated, BigDecimal median) {
    rates.stream()
        .flatMap(r -> bench.fact(r.key()).stream())
        .findFirst()
        .ifPresent(
            fact ->
                bench.report(
                    Gap.Reason.FX_CHECK,
                    "The document states a rate of "
                        + stated.rate().toPlainString()
                        + "; its translations imply "
                        + printed(median)
                        + ".",
                    fact,
                    Optional.of(stated.span())));
  }

  private static String printed(BigDecimal rate) {
    return rate.abs().setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}

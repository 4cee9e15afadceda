package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The guidance found so far: each subject once, with its unit and period settled. */
final class GuidanceBook {

  /** Smaller amounts are counts or figures that lost their scale. */
  private static final BigDecimal AMOUNT_MIN = BigDecimal.valueOf(10_000);

  private static final BigDecimal PER_SHARE_MAX = BigDecimal.valueOf(10_000);
  private static final BigDecimal RATIO_MAX = BigDecimal.valueOf(100);

  private final GuidancePeriod periods;
  private final Optional<String> currency;
  private final List<Guidance> found = new ArrayList<>();

  GuidanceBook(GuidancePeriod periods, Optional<String> currency) {
    this.periods = periods;
    this.currency = currency;
  }

  /** What a place expects, with sign, unit and period settled. */
  record Entry(
      Metric metric,
      Basis basis,
      GuidanceRange range,
      Unit unit,
      FactPeriod period,
      Optional<Guidance.Action> action) {}

  /** Whether an issuer guides for it: not for what stands on a day's balance sheet. */
  static boolean guided(Metric metric) {
    return metric != Metric.CASH && metric != Metric.TOTAL_DEBT && metric != Metric.ADS_RATIO;
  }

  Optional<FactPeriod> period(PeriodRef ref, String words) {
    return periods.find(ref, words);
  }

  List<Guidance> guidance() {
    return List.copyOf(found);
  }

  /**
   * Adds {@code e} unless its subject stands there already; a range goes before a point of the same
   * subject, since points round ranges.
   *
   * @param in the text that holds its figures
   */
  void add(Entry e, SourceText in) {
    GuidanceRange r = e.range();
    if (odd(e)) {
      return;
    }
    int to = r.to();
    Guidance guidance =
        new Guidance(
            e.metric(),
            e.basis(),
            plain(r.low()),
            plain(r.high()),
            e.unit(),
            e.period(),
            e.action(),
            r.open(),
            new Passage(in.span(r.from(), to), in.text().substring(r.from(), to)));
    for (int i = 0; i < found.size(); i++) {
      Guidance old = found.get(i);
      if (old.sameSubject(guidance)) {
        boolean finer = old.low().equals(old.high()) && !guidance.low().equals(guidance.high());
        if (finer) {
          found.set(i, guidance);
        }
        return;
      }
    }
    found.add(guidance);
  }

  private static boolean odd(Entry e) {
    BigDecimal high = e.range().low().abs().max(e.range().high().abs());
    if (e.unit().equals(Unit.PERCENT) || e.unit().equals(Unit.PERCENTAGE_POINTS)) {
      return e.metric().ratio() && high.compareTo(RATIO_MAX) > 0;
    }
    return e.metric().perShare()
        ? high.compareTo(PER_SHARE_MAX) > 0 || e.range().scaled()
        : high.compareTo(AMOUNT_MIN) < 0;
  }

  /** The unit of an amount; empty where no currency is told. */
  Optional<Unit> unit(Metric metric, GuidanceRange r, String name) {
    String c = r.currency().or(() -> currency).orElse("");
    String code =
        c.equals("$")
            ? currency.filter(Currencies::dollarSign).orElse("USD")
            : c.equals("¥") ? currency.filter(x -> x.equals("CNY")).orElse("JPY") : c;
    if (code.length() != 3) {
      return Optional.empty();
    }
    if (!metric.perShare()) {
      return Optional.of(Unit.money(code));
    }
    boolean ads = name.matches("(?s).*\\b(?:ads|american depositary shares?)\\b.*");
    return Optional.of(ads ? Unit.perAds(code) : Unit.perShare(code));
  }

  private static BigDecimal plain(BigDecimal v) {
    BigDecimal bare = v.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}

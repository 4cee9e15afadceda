package dev.afterbell.score;

import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A complete figure of an item: a value with unit and end of period.
 *
 * @param subject what it is about, down to segment and attribution; equal subjects can be compared
 * @param headline whether the item's message hangs on it
 * @param value full amount
 * @param lastDigit worth of the last digit printed, e.g. 100000 for "EUR412.6 million"
 * @param compared whether it stands beside the figure it is measured against
 */
record Figure(
    String subject, boolean headline, BigDecimal value, BigDecimal lastDigit, boolean compared) {

  private static final Set<Metric> HEADLINE =
      Set.of(
          Metric.REVENUE,
          Metric.GROSS_MARGIN,
          Metric.OPERATING_INCOME,
          Metric.NET_INCOME,
          Metric.EPS_BASIC,
          Metric.EPS_DILUTED);

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?|\\.\\d+");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The complete figures of an item, in its order, each subject once for each value. */
  static List<Figure> of(Evidence evidence) {
    List<Figure> figures = new ArrayList<>();
    evidence.extraction().facts().forEach(f -> of(f).ifPresent(figures::add));
    for (var event : evidence.extraction().events()) {
      if (event instanceof ContractEvent contract) {
        contract.caps().forEach(c -> of(contract, c).ifPresent(figures::add));
      }
    }
    figures.addAll(ReadingFigures.of(evidence));
    return figures.stream().distinct().toList();
  }

  /** Whether both say the same to half the last digit of the coarser one. */
  boolean agreesWith(Figure other) {
    return subject.equals(other.subject)
        && difference(other).multiply(TWO).compareTo(coarser(other)) <= 0;
  }

  /** Whether they differ by more than a whole last digit of the coarser one. */
  boolean contradicts(Figure other) {
    return subject.equals(other.subject) && difference(other).compareTo(coarser(other)) > 0;
  }

  private BigDecimal difference(Figure other) {
    return value.subtract(other.value).abs();
  }

  private BigDecimal coarser(Figure other) {
    return lastDigit.max(other.lastDigit);
  }

  private static Optional<Figure> of(Fact fact) {
    return period(fact.period())
        .map(
            period ->
                new Figure(
                    subject(fact, period),
                    HEADLINE.contains(fact.metric()) && fact.segment().isEmpty(),
                    fact.value(),
                    lastDigit(fact.value(), fact.passage().quote()),
                    fact.comparator().isPresent() || fact.role() != Fact.Role.LEVEL));
  }

  private static Optional<Figure> of(ContractEvent contract, AnnualCap cap) {
    return period(cap.period())
        .map(
            period ->
                new Figure(
                    "annual cap|"
                        + contract.counterparty().orElse("")
                        + "|"
                        + cap.subject()
                        + "|"
                        + cap.unit()
                        + "|"
                        + period,
                    false,
                    cap.revised(),
                    lastDigit(cap.revised(), cap.passage().quote()),
                    cap.previous().isPresent()));
  }

  private static String subject(Fact fact, String period) {
    return String.join(
        "|",
        fact.metric().text(fact.basis()),
        fact.role().name(),
        fact.label().orElse(""),
        fact.segment().orElse(""),
        fact.attribution().map(Enum::name).orElse(""),
        fact.unit().code(),
        period);
  }

  /** Kind and last day, where the last day is known. */
  static Optional<String> period(FactPeriod period) {
    return period.end().map(end -> period.kind() + " to " + end);
  }

  /** What a subject is about, without unit and period, for a reader. */
  static String metricOf(String subject) {
    return subject.substring(0, subject.indexOf('|')).replace('_', ' ');
  }

  /** Worth of the last digit of a comparator as printed. */
  static BigDecimal lastDigit(Comparator comparator) {
    return lastDigit(comparator.value(), comparator.passage().quote());
  }

  /**
   * Worth of the last digit of {@code value} as {@code quote} prints it: the quote's own last digit
   * times the power of ten that leads from the quote's number to the value.
   */
  static BigDecimal lastDigit(BigDecimal value, String quote) {
    Matcher numbers = NUMBER.matcher(quote);
    while (numbers.find()) {
      BigDecimal printed = new BigDecimal(numbers.group().replace(",", ""));
      Optional<Integer> power = powerOfTen(value.abs(), printed);
      if (power.isPresent()) {
        return BigDecimal.ONE.scaleByPowerOfTen(power.get() - printed.scale());
      }
    }
    return value.stripTrailingZeros().ulp();
  }

  private static Optional<Integer> powerOfTen(BigDecimal value, BigDecimal printed) {
    BigDecimal a = value.stripTrailingZeros();
    BigDecimal b = printed.stripTrailingZeros();
    return a.unscaledValue().equals(b.unscaledValue())
        ? Optional.of(b.scale() - a.scale())
        : Optional.empty();
  }

  /** For readings of feeds: the last digit is that of the stored decimal. */
  static Figure ofReading(String subject, BigDecimal value, Unit unit, boolean compared) {
    return new Figure(subject + "|" + unit, false, value, value.ulp(), compared);
  }
}

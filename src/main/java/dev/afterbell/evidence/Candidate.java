package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A reading of one figure, before places are compared and arithmetic is done.
 *
 * @param key what it is about and when
 * @param value full amount
 * @param halfDigit how far rounding can have moved the value
 * @param comparator the figure for the same period a year earlier
 * @param comparatorHalfDigit rounding of the comparator
 * @param place kind of place
 * @param source number of the table or paragraph it stands in; two readings of one source do not
 *     confirm each other
 * @param weight trust in the place, higher first: a statement before a highlight before a sentence
 * @param checks arithmetic already done
 * @param passage the bytes
 */
record Candidate(
    Key key,
    BigDecimal value,
    BigDecimal halfDigit,
    Optional<Comparator> comparator,
    BigDecimal comparatorHalfDigit,
    Fact.Place place,
    int source,
    int weight,
    List<Fact.Check> checks,
    Passage passage) {

  Candidate {
    checks = List.copyOf(checks);
  }

  /** What must be equal for two readings to be about the same thing. */
  record Key(
      Metric metric,
      Optional<String> label,
      Basis basis,
      Fact.Role role,
      Optional<Fact.Attribution> attribution,
      Optional<String> segment,
      Unit unit,
      FactPeriod period) {

    Key withAttribution(Optional<Fact.Attribution> other) {
      return new Key(metric, label, basis, role, other, segment, unit, period);
    }

    Key withMetric(Metric other, Optional<String> otherSegment) {
      return new Key(other, label, basis, role, attribution, otherSegment, unit, period);
    }

    Key withPeriod(FactPeriod other) {
      return new Key(metric, label, basis, role, attribution, segment, unit, other);
    }

    Key withRole(Fact.Role other, Unit otherUnit) {
      return new Key(metric, label, basis, other, attribution, segment, otherUnit, period);
    }
  }

  Candidate withChecks(List<Fact.Check> more) {
    return new Candidate(
        key,
        value,
        halfDigit,
        comparator,
        comparatorHalfDigit,
        place,
        source,
        weight,
        more,
        passage);
  }

  Candidate withComparator(Optional<Comparator> other, BigDecimal half) {
    return new Candidate(
        key, value, halfDigit, other, half, place, source, weight, checks, passage);
  }

  /** The same reading as of {@code whose} share. */
  Candidate attributed(Fact.Attribution whose) {
    return about(key.withAttribution(Optional.of(whose)));
  }

  /** The same reading as of {@code period}. */
  Candidate during(FactPeriod period) {
    return about(key.withPeriod(period));
  }

  /** The same reading as about {@code metric}. */
  Candidate named(Metric metric) {
    return about(key.withMetric(metric, key.segment()));
  }

  /** The same reading of revenue as of a part of the business. */
  Candidate ofPart(String segment) {
    return about(key.withMetric(Metric.SEGMENT_REVENUE, Optional.of(segment)));
  }

  private Candidate about(Key other) {
    return new Candidate(
        other,
        value,
        halfDigit,
        comparator,
        comparatorHalfDigit,
        place,
        source,
        weight,
        checks,
        passage);
  }

  /** The same reading in units of ten to the {@code power}. */
  Candidate scaledBy(int power) {
    return new Candidate(
        key,
        Figure.plain(value.scaleByPowerOfTen(power)),
        halfDigit.scaleByPowerOfTen(power),
        comparator.map(
            c ->
                new Comparator(
                    Figure.plain(c.value().scaleByPowerOfTen(power)), c.period(), c.passage())),
        comparatorHalfDigit.scaleByPowerOfTen(power),
        place,
        source,
        weight,
        checks,
        passage);
  }

  /** Whether the value is printed with at least {@code digits} digits that tell it apart. */
  boolean precise(int digits) {
    BigDecimal last = halfDigit.add(halfDigit).scaleByPowerOfTen(digits - 1);
    return value.abs().compareTo(last) >= 0;
  }

  /** Whether {@code other} states the same amount to the coarser of the two printed digits. */
  boolean agrees(Candidate other) {
    BigDecimal slack = halfDigit.max(other.halfDigit);
    return value.subtract(other.value).abs().compareTo(slack) <= 0;
  }
}

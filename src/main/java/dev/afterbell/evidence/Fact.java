package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One figure that a document states.
 *
 * @param id {@code f1}, {@code f2}, … in document order; unique in its document
 * @param metric what it is about
 * @param label the issuer's own name for it; present for {@link Metric#KPI}
 * @param value full amount: thousands and millions applied, losses negative; per-share figures and
 *     percentages as printed
 * @param unit of the value
 * @param period what it is for
 * @param basis by which rules
 * @param role level, or growth against another period
 * @param attribution whose share of a profit, where it is said
 * @param segment business segment, where it is not the whole
 * @param comparator the figure beside it for the earlier period
 * @param checks arithmetic and agreement that confirmed it
 * @param place where in the document it was taken from
 * @param passage the bytes of the figure
 */
public record Fact(
    String id,
    Metric metric,
    Optional<String> label,
    BigDecimal value,
    Unit unit,
    FactPeriod period,
    Basis basis,
    Role role,
    Optional<Attribution> attribution,
    Optional<String> segment,
    Optional<Comparator> comparator,
    List<Check> checks,
    Place place,
    Passage passage) {

  public Fact {
    checks = List.copyOf(checks);
    if (metric == Metric.KPI && label.isEmpty()) {
      throw new IllegalArgumentException("A KPI is named by its label");
    }
  }

  /** What the value says of the metric. */
  public enum Role {
    /** The amount itself. */
    LEVEL,
    /** Change against the same period a year earlier, in percent. */
    YOY,
    /** Change against the period before, in percent. */
    QOQ
  }

  /** Whose share of a profit. */
  public enum Attribution {
    /** Attributable to the parent's (ordinary) shareholders. */
    PARENT,
    /** From continuing operations. */
    CONTINUING
  }

  /** What confirmed a figure. */
  public enum Check {
    /** The stated growth follows from the two amounts. */
    GROWTH_RECOMPUTED("growth-recomputed"),
    /** The stated margin follows from profit and revenue. */
    MARGIN_RECOMPUTED("margin-recomputed"),
    /** Parts add up to it, or it is such a part. */
    TOTAL_RECOMPUTED("total-recomputed"),
    /** The translated column follows at the document's exchange rate. */
    FX_CONSISTENT("fx-consistent"),
    /** The same figure stands in a second, separate place of the document. */
    STATED_TWICE("stated-twice");

    private final String text;

    Check(String text) {
      this.text = text;
    }

    /** As printed. */
    public String text() {
      return text;
    }
  }

  /** Where a figure stands; earlier places are preferred when the same figure stands in several. */
  public enum Place {
    TABLE,
    BODY,
    QUOTATION
  }

  /** Whether arithmetic or agreement confirmed it. */
  public boolean checked() {
    return !checks.isEmpty();
  }
}

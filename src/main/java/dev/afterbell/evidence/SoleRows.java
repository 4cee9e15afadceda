package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.MetricNames.Sign;
import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows rows that are what they are because of the rows beside them: the only line of revenue, what
 * gross profit is the difference of, and earnings for a share without a word.
 */
final class SoleRows {

  private static final Expression REVENUE_LINE = TableFacts.CUES.expression("revenue-line");
  private static final Expression NO_REVENUE = TableFacts.CUES.expression("no-revenue-row");
  private static final Expression COST_SECTION = TableFacts.CUES.expression("cost-section");
  private static final Expression INVENTORIES = TableFacts.CUES.expression("inventories-row");
  private static final Expression PROVISION = TableFacts.CUES.expression("provision");
  private static final Expression PLAIN_EPS = TableFacts.CUES.expression("plain-eps");

  /** The least sure of names. */
  private static final int RANK_LAST = 5;

  private SoleRows() {}

  /** The only line of revenue of an income statement that has no total of it. */
  static Optional<Reading> of(Part part, List<Reading> found) {
    boolean statement = has(found, Metric.NET_INCOME) && !has(found, Metric.SEGMENT_REVENUE);
    boolean lender = part.rows().stream().anyMatch(r -> PROVISION.in(r.folded()));
    boolean named = has(found, Metric.REVENUE) || has(found, Metric.NET_SALES);
    if (!statement || named || lender || has(found, Metric.NET_INTEREST_INCOME)) {
      return Optional.empty();
    }
    List<Row> lines = new ArrayList<>();
    for (Row row : part.rows()) {
      String label = row.folded();
      boolean end =
          COST_SECTION.in(label)
              || found.stream()
                  .anyMatch(r -> r.row() == row && r.named().metric() == Metric.NET_INCOME);
      if (end) {
        break;
      }
      if (!row.section() && REVENUE_LINE.matches(row.name().words())) {
        lines.add(row);
      }
    }
    if (lines.size() == 2 && netOf(lines.get(1), lines.get(0))) {
      lines.remove(0);
    }
    return lines.size() == 1
        ? Optional.of(reading(lines.get(0), Metric.REVENUE))
        : Optional.empty();
  }

  /**
   * Whether a row of revenue adds to the turnover above it what was made and not sold: the output
   * of the period, of which only the turnover is revenue.
   */
  static boolean outputOf(Part part, Reading total, List<Reading> found) {
    if (!sales(total)) {
      return false;
    }
    int end = part.rows().indexOf(total.row());
    return found.stream()
        .filter(r -> sales(r) && r.row() != total.row())
        .mapToInt(r -> part.rows().indexOf(r.row()))
        .filter(from -> from < end)
        .anyMatch(
            from ->
                part.rows().subList(from + 1, end).stream()
                    .anyMatch(r -> INVENTORIES.in(r.folded())));
  }

  private static boolean sales(Reading r) {
    return r.named().metric() == Metric.REVENUE || r.named().metric() == Metric.NET_SALES;
  }

  /**
   * The two rows above gross profit of which it is the difference in every column, however they are
   * called: revenue, and what it cost.
   */
  static List<Reading> aboveGrossProfit(Part part, List<Reading> found) {
    List<Row> rows = part.rows();
    int profit = -1;
    for (Reading r : found) {
      boolean whole = r.named().metric() == Metric.GROSS_PROFIT && r.named().basis() == Basis.GAAP;
      profit = whole && profit < 0 ? rows.indexOf(r.row()) : profit;
    }
    if (profit < 2
        || !COST_SECTION.in(rows.get(profit - 1).folded())
        || NO_REVENUE.in(rows.get(profit - 2).folded())
        || !differs(rows.get(profit - 2), rows.get(profit - 1), rows.get(profit))) {
      return List.of();
    }
    List<Reading> read = new ArrayList<>();
    if (!has(found, Metric.REVENUE) && !has(found, Metric.NET_SALES)) {
      read.add(reading(rows.get(profit - 2), Metric.REVENUE));
    }
    if (!has(found, Metric.COST_OF_REVENUE)) {
      read.add(reading(rows.get(profit - 1), Metric.COST_OF_REVENUE, Basis.GAAP, Sign.COST));
    }
    return read;
  }

  /** Whether {@code difference} is what is left of {@code from} without {@code less}. */
  private static boolean differs(Row from, Row less, Row difference) {
    boolean any = false;
    for (int i = 0; i < difference.entries().size(); i++) {
      Optional<Figure> a = from.figure(i).filter(f -> f.kind() != Figure.Kind.PERCENT);
      Optional<Figure> b = less.figure(i);
      Optional<Figure> d = difference.figure(i);
      if (a.isEmpty() || b.isEmpty() || d.isEmpty()) {
        continue;
      }
      BigDecimal left = a.get().printed().subtract(b.get().printed().abs());
      if (left.compareTo(d.get().printed()) != 0) {
        return false;
      }
      any = true;
    }
    return any && !from.section() && !less.section();
  }

  /** Whether {@code row} is {@code gross} after what was taken from it. */
  private static boolean netOf(Row row, Row gross) {
    String name = row.folded();
    String whole = gross.folded();
    return name.equals(whole + " net") || name.equals("net " + whole);
  }

  /** Earnings for a share that are not called diluted, where others are: the basic ones. */
  static Optional<Reading> basicBesideDiluted(Part part, List<Reading> found) {
    boolean diluted =
        found.stream()
            .anyMatch(
                r -> r.named().metric() == Metric.EPS_DILUTED && r.named().basis() == Basis.GAAP);
    if (!diluted || has(found, Metric.EPS_BASIC)) {
      return Optional.empty();
    }
    List<Row> plain =
        part.rows().stream()
            .filter(r -> !r.section() && PLAIN_EPS.matches(r.name().words()))
            .toList();
    return plain.size() == 1
        ? Optional.of(reading(plain.get(0), Metric.EPS_BASIC))
        : Optional.empty();
  }

  /**
   * Earnings for a share without a word, in a table that has no others on their basis: the diluted
   * ones where {@link PlainEps} says so of every figure.
   */
  static List<Reading> plainEps(Part part, List<Reading> found) {
    List<Reading> plain = new ArrayList<>();
    for (Basis basis : Basis.values()) {
      boolean said =
          found.stream().anyMatch(r -> r.named().metric().perShare() && r.named().basis() == basis);
      List<Row> rows =
          part.rows().stream()
              .filter(r -> !r.section() && basis(r.name()).filter(b -> b == basis).isPresent())
              .toList();
      if (!said && rows.size() == 1) {
        plain.add(reading(rows.get(0), Metric.EPS_DILUTED, basis));
      }
    }
    return plain;
  }

  /**
   * The basis of a label that is all earnings for a share but for the words that tell the basis.
   */
  private static Optional<Basis> basis(RowLabel label) {
    return PLAIN_EPS.matches(label.bare()) ? Optional.of(label.basis()) : Optional.empty();
  }

  private static boolean has(List<Reading> found, Metric metric) {
    return found.stream().anyMatch(r -> r.named().metric() == metric);
  }

  private static Reading reading(Row row, Metric metric) {
    return reading(row, metric, Basis.GAAP);
  }

  private static Reading reading(Row row, Metric metric, Basis basis) {
    String label = row.folded();
    return reading(row, metric, basis, label.contains("loss") ? Sign.LOSS : Sign.ASIS);
  }

  private static Reading reading(Row row, Metric metric, Basis basis, Sign sign) {
    String label = row.folded();
    Named named = new Named(metric, basis, sign, Optional.empty(), RANK_LAST);
    return new Reading(row, named, label, row.label().toLowerCase(Locale.ROOT), Optional.empty());
  }
}

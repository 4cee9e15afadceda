package dev.afterbell.evidence;

import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows that a table without a scale is in full amounts: its profit, divided by the shares that it
 * counts, is what it says for a share. A million shares or more are no thousands.
 */
final class FullAmounts {

  private static final Pattern SHARE_COUNT = TableFacts.CUES.get("share-count");
  private static final Pattern OWN_SCALE = TableFacts.CUES.get("own-scale");
  private static final BigDecimal SHARES_OFF = new BigDecimal("0.05");
  private static final BigDecimal SHARES_MIN = BigDecimal.valueOf(1_000_000);

  private FullAmounts() {}

  /** Whether arithmetic tells that the amounts of {@code part} are as printed. */
  static boolean told(Part part, List<Reading> readings) {
    Optional<Row> each =
        rows(readings, Metric.EPS_DILUTED)
            .findFirst()
            .or(() -> rows(readings, Metric.EPS_BASIC).findFirst());
    List<Row> counts = counts(part);
    // What holders of shares earn may be less than the profit, as where some can be redeemed.
    return each.isPresent()
        && part.rows().stream()
            .filter(r -> r.metrics().stream().anyMatch(n -> n.metric() == Metric.NET_INCOME))
            .anyMatch(profit -> follows(part, profit, each.get(), counts));
  }

  private static Stream<Row> rows(List<Reading> readings, Metric metric) {
    return readings.stream()
        .filter(r -> r.named().metric() == metric && r.named().basis() == Basis.GAAP)
        .map(Reading::row);
  }

  /** Rows of numbers of shares, which their label or the heading above them says. */
  private static List<Row> counts(Part part) {
    List<Row> counts = new ArrayList<>();
    boolean under = false;
    for (Row row : part.rows()) {
      // Shares that are counted in thousands say nothing of amounts that may be so as well.
      boolean said =
          SHARE_COUNT.matcher(row.folded()).matches() && !OWN_SCALE.matcher(row.label()).find();
      if (row.section()) {
        under = said;
      } else if (said || under) {
        counts.add(row);
      }
    }
    return counts;
  }

  /** Whether in every column that has both, {@code each} is {@code profit} over the shares. */
  private static boolean follows(Part part, Row profit, Row each, List<Row> counts) {
    int told = 0;
    for (int i = 0; i < part.headers().size(); i++) {
      Optional<Figure> amount = profit.figure(i);
      Optional<Figure> share = each.figure(i);
      if (amount.isPresent() && share.isPresent()) {
        if (!follows(amount.get(), share.get(), counts, i)) {
          return false;
        }
        told++;
      }
    }
    return told > 0;
  }

  private static boolean follows(Figure amount, Figure share, List<Row> counts, int column) {
    BigDecimal all = BigDecimal.ZERO;
    boolean any = false;
    for (Row count : counts) {
      BigDecimal shares = count.figure(column).map(Figure::printed).orElse(BigDecimal.ZERO);
      all = all.add(shares);
      any |= divides(amount, share, shares);
    }
    return any || divides(amount, share, all);
  }

  private static boolean divides(Figure amount, Figure share, BigDecimal shares) {
    if (shares.compareTo(SHARES_MIN) < 0
        || share.printed().scale() < 2
        || share.printed().signum() == 0) {
      return false;
    }
    BigDecimal each = amount.printed().abs().divide(shares, MathContext.DECIMAL64);
    BigDecimal off = each.subtract(share.printed().abs()).abs();
    // Shares at the end of a period are not their average; a scale would make a thousand of it.
    BigDecimal slack = share.printed().abs().multiply(SHARES_OFF).max(share.halfDigit());
    return off.compareTo(slack) <= 0;
  }
}

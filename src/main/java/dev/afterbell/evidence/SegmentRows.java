package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableColumns.Placed;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the rows of a table that break revenue down: rows that add up, in every column of figures,
 * to a row below them that can be the revenue. Whether it is the revenue of the company is known
 * only when the document is read to its end ({@link Breakdown}).
 */
final class SegmentRows {

  private static final Pattern TOTAL = TableFacts.CUES.get("total-row");
  private static final Pattern SUBTOTAL = TableFacts.CUES.get("subtotal-row");
  private static final Pattern REST = TableFacts.CUES.get("rest-row");
  private static final Pattern NO_PART = TableFacts.CUES.get("no-part-row");
  private static final Pattern ASIDE = TableFacts.CUES.get("aside-row");
  private static final Pattern MARK = TableFacts.CUES.get("label-mark");

  private static final int PARTS_MIN = 2;
  private static final int PARTS_MAX = 24;

  /** So many rows above a sum are looked at, sections and subtotals among them. */
  private static final int ROWS_MAX = 48;

  private static final int NAME_CHARS_MAX = 80;
  private static final int TOTAL_DIGITS_MIN = 3;

  private final List<Placed> columns;

  private SegmentRows(List<Placed> columns) {
    this.columns = columns;
  }

  /**
   * Rows that add up to another.
   *
   * @param total the row that is their sum, read as revenue
   * @param parts the rows that have a name of their own, read as revenue of a part
   * @param groups names of sections, of their sums and of what is left over
   */
  record Block(Reading total, List<Reading> parts, List<String> groups) {}

  /** The blocks of {@code part}, whose columns are {@code columns}, from top to bottom. */
  static List<Block> of(Part part, List<Placed> columns) {
    return new SegmentRows(columns).blocks(part.rows());
  }

  private List<Block> blocks(List<Row> rows) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).section() || !total(rows.get(i))) {
        continue;
      }
      Optional<Block> block = above(rows, from, i);
      if (block.isPresent()) {
        blocks.add(block.get());
        from = i + 1;
      }
    }
    return blocks;
  }

  /** Whether a row can be the whole that others are parts of. */
  private static boolean total(Row row) {
    String label = row.folded();
    return TOTAL.matcher(label).matches() || revenue(row.metrics());
  }

  private static boolean revenue(List<Named> names) {
    return names.stream()
        .anyMatch(
            n ->
                (n.metric() == Metric.REVENUE || n.metric() == Metric.NET_SALES)
                    && n.basis() == Basis.GAAP);
  }

  /** The rows above row {@code at} that add up to it: of its section, or of more sections. */
  private Optional<Block> above(List<Row> rows, int from, int at) {
    for (int start = at - 1; start >= Math.max(from, at - ROWS_MAX); start--) {
      boolean begins = start == from || rows.get(start).section() || rows.get(start - 1).section();
      if (begins) {
        Optional<Block> block = block(rows.subList(start, at), rows.get(at));
        if (block.isPresent()) {
          return block;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Block> block(List<Row> above, Row total) {
    List<Row> added = new ArrayList<>();
    for (Row row : above) {
      String label = row.folded();
      boolean skipped =
          row.section() || SUBTOTAL.matcher(label).find() || ASIDE.matcher(label).find();
      if (!skipped && !noAmounts(row)) {
        added.add(row);
      }
    }
    List<Row> named = added.stream().filter(r -> !REST.matcher(r.folded()).matches()).toList();
    if (named.size() < PARTS_MIN
        || added.size() > PARTS_MAX
        || !adds(added, named, total)
        || !named.stream().allMatch(SegmentRows::part)
        || !distinct(named)) {
      return Optional.empty();
    }
    return Optional.of(
        new Block(
            reading(total, Metric.REVENUE, Optional.empty()),
            named.stream()
                .map(r -> reading(r, Metric.SEGMENT_REVENUE, Optional.of(name(r.label()))))
                .toList(),
            groups(above)));
  }

  private static boolean groups(String label) {
    return SUBTOTAL.matcher(label).find() || REST.matcher(label).matches();
  }

  private static List<String> groups(List<Row> above) {
    return above.stream()
        .filter(r -> r.section() || groups(r.folded()))
        .map(r -> SUBTOTAL.matcher(r.folded()).replaceFirst("").strip())
        .filter(
            g ->
                !g.isEmpty()
                    && !NO_PART.matcher(g).find()
                    && !revenue(MetricNames.shipped().read(g)))
        .toList();
  }

  private static boolean noAmounts(Row row) {
    return row.entries().stream()
        .flatMap(Optional::stream)
        .flatMap(e -> e.figure().stream())
        .noneMatch(f -> f.kind() == Figure.Kind.NUMBER || f.kind() == Figure.Kind.MONEY);
  }

  /** Whether a row is a part of the business, and not of a statement or of an account. */
  private static boolean part(Row row) {
    String label = row.folded();
    return !label.isEmpty()
        && row.label().length() <= NAME_CHARS_MAX
        && label.chars().anyMatch(Character::isLetter)
        && !NO_PART.matcher(label).find()
        && row.metrics().isEmpty()
        && !PeriodReader.read(row.label()).hasTime();
  }

  private static boolean distinct(List<Row> rows) {
    Set<String> names = new HashSet<>();
    return rows.stream().allMatch(r -> names.add(r.folded()));
  }

  /** Whether the rows add up to {@code total} wherever it has an amount. */
  private boolean adds(List<Row> rows, List<Row> named, Row total) {
    boolean any = false;
    for (int i = 0; i < columns.size(); i++) {
      Optional<Figure> whole = total.figure(i).filter(SegmentRows::amount);
      if (whole.isEmpty() || columns.get(i).found().isEmpty()) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      int column = i;
      for (Row row : rows) {
        sum = sum.add(row.figure(i).map(Figure::printed).orElse(BigDecimal.ZERO));
      }
      BigDecimal slack = whole.get().halfDigit().multiply(BigDecimal.valueOf(rows.size() + 1L));
      boolean off = sum.subtract(whole.get().printed()).abs().compareTo(slack) > 0;
      long parts =
          named.stream()
              .flatMap(r -> r.figure(column).stream())
              .filter(f -> f.printed().signum() > 0)
              .count();
      if (off || named.stream().anyMatch(r -> below(r, column))) {
        return false;
      }
      any |= parts >= PARTS_MIN && whole.get().printed().precision() >= TOTAL_DIGITS_MIN;
    }
    return any;
  }

  private static boolean below(Row row, int column) {
    return row.figure(column).filter(f -> f.printed().signum() < 0).isPresent();
  }

  private static boolean amount(Figure f) {
    return f.kind() == Figure.Kind.NUMBER || f.kind() == Figure.Kind.MONEY;
  }

  /** The name as printed, without the mark of a footnote. */
  private static String name(String label) {
    return MARK.matcher(label.strip()).replaceAll("").strip();
  }

  private static Reading reading(Row row, Metric metric, Optional<String> segment) {
    Named named = new Named(metric, Basis.GAAP, MetricNames.Sign.ASIS, Optional.empty(), 1);
    return new Reading(row, named, row.folded(), row.label().toLowerCase(Locale.ROOT), segment);
  }
}

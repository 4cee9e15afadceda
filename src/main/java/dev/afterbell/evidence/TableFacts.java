package dev.afterbell.evidence;

import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableColumns.Placed;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one table: which columns are of the reported period, which of the year before, and what its
 * rows are about. A column in another currency for the same period is a translation: it is refused
 * as a fact and used to check the exchange rate.
 */
final class TableFacts {

  static final CuePatterns CUES = CuePatterns.of("table-cues.tsv");
  private static final Expression REFUSED_CAPTION = CUES.expression("refused-caption");
  private static final Expression SEGMENT_CAPTION = CUES.expression("segment-caption");
  private static final Expression ALONE_CAPTION = CUES.expression("alone-caption");
  private static final Expression CONSOLIDATED_CAPTION = CUES.expression("consolidated-caption");
  private static final Expression STATEMENT_CAPTION = CUES.expression("statement-caption");

  private static final Expression PART_CAPTION = ProseFacts.CUES.expression("part-heading");
  private static final Expression ITEM = CUES.expression("item-of-list");
  private static final int SEGMENT_WEIGHT = 40;

  /** Texts over the columns that are asked whether they refuse the table; a longer one is prose. */
  private static final int REFUSING_MAX = 4;

  private static final int HEADING_CHARS_MAX = 160;

  private TableFacts() {}

  /**
   * What stands around a table.
   *
   * @param source number of the block
   * @param captions texts before it, nearest first
   * @param unitsAbove texts before the table above, whose currency and scale hold on where nothing
   *     else is said
   * @param book the document's periods
   * @param currency the document's reporting currency, ISO 4217
   * @param before the last part of the table before, if this one may go on with it
   */
  record Around(
      int source,
      List<Wording> captions,
      List<Wording> unitsAbove,
      PeriodBook book,
      Optional<String> currency,
      Optional<Part> before) {}

  /**
   * What a table yields.
   *
   * @param candidates readings in row order
   * @param rates units of the reporting currency for one unit of the translation currency, as each
   *     translated pair implies
   * @param unscaled readings of a table whose scale is not said; their values are as printed
   * @param gaps what was refused
   * @param parts what the table was cut into
   * @param breakdowns rows that add up to what may be the revenue
   */
  record Yield(
      List<Candidate> candidates,
      List<Rate> rates,
      List<Candidate> unscaled,
      List<Gap> gaps,
      List<Part> parts,
      List<Breakdown> breakdowns) {

    static Yield of(List<Part> parts) {
      return new Yield(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          parts,
          new ArrayList<>());
    }
  }

  /**
   * An exchange rate implied by a translated pair.
   *
   * @param key the fact that was translated
   * @param rate reporting currency for one unit of the other
   * @param rounding how far the printed digits of the translation can have moved the rate, as a
   *     share of it
   */
  record Rate(Candidate.Key key, BigDecimal rate, BigDecimal rounding) {

    /** The rate that {@code translated}, known to {@code halfDigit}, implies for {@code amount}. */
    static Rate of(
        Candidate.Key key, BigDecimal amount, BigDecimal translated, BigDecimal halfDigit) {
      return new Rate(
          key,
          amount.divide(translated, MathContext.DECIMAL64),
          halfDigit.divide(translated.abs(), MathContext.DECIMAL64));
    }
  }

  /** Reads {@code table}, laid out as {@code layout}. */
  static Yield read(Table table, TableLayout layout, Around around) {
    Yield yield =
        Yield.of(TableLayout.inheriting(layout.parts(around.captions()), around.before()));
    for (Part part : yield.parts()) {
      StackedPeriods.of(part).forEach(p -> readPart(table, p, around, yield));
    }
    return yield;
  }

  private static void readPart(Table table, Part part, Around around, Yield yield) {
    List<Wording> near = near(part, around);
    if (refused(near)) {
      return;
    }
    TableUnits units =
        TableUnits.nearest(Stream.concat(near.stream(), around.unitsAbove().stream()).toList());
    List<Placed> columns = TableColumns.of(part, near, units, around);
    List<Reading> readings =
        ofPart(part, around) ? List.of() : SectionParts.current(rows(part), around.book());
    breakdowns(part, columns, units, around, yield);
    if (readings.isEmpty() || shares(readings)) {
      return;
    }
    if (columns.stream().noneMatch(c -> c.found().isPresent())) {
      boolean headline = readings.stream().anyMatch(r -> r.named().metric() == Metric.NET_INCOME);
      if (headline) {
        yield
            .gaps()
            .add(
                new Gap(
                    Gap.Reason.PERIOD_AMBIGUOUS,
                    "No column of this table names a period that could be resolved.",
                    Optional.of(table.span())));
      }
      return;
    }
    TableUnits scaled = scaled(units, part, columns, readings);
    int weight = weight(readings, near, around);
    Optional<Basis> basis = TableBasis.of(part.captions(), around, readings);
    for (Reading reading : readings) {
      new RowFacts(new RowFigures(reading, columns, scaled, weight, basis, around)).take(yield);
    }
  }

  /**
   * The units with the scale that stands over one column only, which is that of all, or that
   * arithmetic tells.
   */
  private static TableUnits scaled(
      TableUnits units, Part part, List<Placed> columns, List<Reading> readings) {
    if (units.power().isPresent()) {
      return units;
    }
    List<Integer> told =
        columns.stream().flatMap(c -> c.column().units().power().stream()).distinct().toList();
    Optional<Integer> power =
        told.size() == 1
            ? Optional.of(told.get(0))
            : told.isEmpty() && FullAmounts.told(part, readings)
                ? Optional.of(0)
                : Optional.empty();
    return new TableUnits(power, units.currency(), units.cents());
  }

  /** Whether the lines over a table say that it is of the parent company alone. */
  static boolean alone(List<Wording> captions) {
    return captions.stream().limit(REFUSING_MAX).anyMatch(t -> t.has(ALONE_CAPTION));
  }

  /** Whether a line heads a consolidated statement of results. */
  static boolean consolidated(String line) {
    return line.length() <= HEADING_CHARS_MAX
        && (line.contains("onsolidated") || line.contains("ONSOLIDATED"))
        && CONSOLIDATED_CAPTION.in(line);
  }

  /**
   * Whether a heading over the columns says that they are no record, or the text right over them. A
   * heading above a paragraph is the paragraph's.
   */
  private static boolean refused(List<Wording> near) {
    for (int i = 0; i < Math.min(near.size(), REFUSING_MAX); i++) {
      Wording text = near.get(i);
      boolean prose =
          text.length() > HEADING_CHARS_MAX || text.text().endsWith(".") || text.has(ITEM);
      if (prose && i > 0) {
        return false;
      }
      if (text.has(REFUSED_CAPTION)) {
        return true;
      }
    }
    return false;
  }

  private static List<Reading> rows(Part part) {
    return Stream.concat(RowNames.of(part).stream(), KpiRows.of(part).stream()).toList();
  }

  /** Whether the texts right over the columns say that the table is of one part of the business. */
  private static boolean ofPart(Part part, Around around) {
    return Stream.concat(part.captions().stream(), around.captions().stream().limit(2))
        .anyMatch(t -> t.stripped().has(PART_CAPTION));
  }

  private static void breakdowns(
      Part part, List<Placed> columns, TableUnits units, Around around, Yield yield) {
    for (SegmentRows.Block block : SegmentRows.of(part, columns)) {
      Yield totals = Yield.of(List.of());
      new RowFacts(new RowFigures(block.total(), columns, units, 0, Optional.empty(), around))
          .take(totals);
      Yield parts = Yield.of(List.of());
      for (Reading reading : block.parts()) {
        new RowFacts(
                new RowFigures(reading, columns, units, SEGMENT_WEIGHT, Optional.empty(), around))
            .take(parts);
      }
      yield.breakdowns().add(Breakdown.of(totals, parts, block.groups()));
    }
  }

  /** A table of shares of revenue: its revenue is 100 throughout. */
  private static boolean shares(List<Reading> readings) {
    return readings.stream()
        .filter(r -> r.named().metric() == Metric.REVENUE || r.named().metric() == Metric.NET_SALES)
        .map(
            r ->
                r.row().entries().stream()
                    .flatMap(Optional::stream)
                    .flatMap(e -> e.figure().stream())
                    .toList())
        .anyMatch(
            f ->
                !f.isEmpty()
                    && f.stream()
                        .allMatch(x -> x.printed().compareTo(BigDecimal.valueOf(100)) == 0));
  }

  private static List<Wording> near(Part part, Around around) {
    List<Wording> near = new ArrayList<>();
    for (int i = part.captions().size() - 1; i >= 0; i--) {
      near.add(part.captions().get(i));
    }
    near.addAll(around.captions());
    return near;
  }

  private static int weight(List<Reading> readings, List<Wording> near, Around around) {
    boolean revenue =
        has(readings, Metric.REVENUE)
            || has(readings, Metric.NET_SALES)
            || has(readings, Metric.NET_INTEREST_INCOME);
    boolean result = has(readings, Metric.NET_INCOME);
    boolean shares = has(readings, Metric.EPS_BASIC) || has(readings, Metric.EPS_DILUTED);
    List<Wording> close = near.subList(0, Math.min(near.size(), 6));
    int weight = 40;
    if (revenue && result) {
      weight += 20;
    }
    if (result && shares) {
      weight += 15;
    }
    if (close.stream().anyMatch(t -> t.has(STATEMENT_CAPTION))) {
      weight += 30;
    }
    if (!revenue && !result) {
      weight -= 20;
    }
    if (close.stream().anyMatch(t -> t.has(SEGMENT_CAPTION))) {
      weight -= 25;
    }
    return weight - Math.min(5, around.source() / 200);
  }

  private static boolean has(List<Reading> readings, Metric metric) {
    return readings.stream().anyMatch(r -> r.named().metric() == metric);
  }

  /** Growth of {@code value} over {@code prior}, percent, two decimals. */
  static BigDecimal growth(BigDecimal value, BigDecimal prior) {
    return value
        .subtract(prior)
        .multiply(BigDecimal.valueOf(100))
        .divide(prior.abs(), 2, RoundingMode.HALF_EVEN);
  }
}

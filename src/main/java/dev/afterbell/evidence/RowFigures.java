package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableColumns.Placed;
import dev.afterbell.evidence.TableFacts.Around;
import dev.afterbell.evidence.TableGrid.Entry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what one figure of a row states: amount with sign and scale, unit, basis and period. */
final class RowFigures {

  private static final CuePatterns CUES = TableFacts.CUES;
  private static final Pattern PER_ADS = CUES.get("per-ads");
  private static final Pattern WHOLE_CURRENCY = TableFacts.CUES.get("whole-currency");
  private static final Pattern CENTS = CUES.get("cents");

  private final Reading reading;
  private final List<Placed> columns;
  private final TableUnits units;
  private final int weight;
  private final Optional<Basis> captionBasis;
  private final Around around;
  private final boolean allPositive;

  RowFigures(
      Reading reading,
      List<Placed> columns,
      TableUnits units,
      int weight,
      Optional<Basis> captionBasis,
      Around around) {
    this.reading = reading;
    this.columns = columns;
    this.units = units;
    this.weight = weight;
    this.captionBasis = captionBasis;
    this.around = around;
    this.allPositive = allPositive();
  }

  List<Placed> columns() {
    return columns;
  }

  Around around() {
    return around;
  }

  /** What stands in column {@code i}. */
  Optional<Entry> entry(int i) {
    return reading.row().entries().get(i);
  }

  private boolean allPositive() {
    boolean any = false;
    for (int i = 0; i < columns.size(); i++) {
      Optional<Figure> f = reading.row().figure(i);
      boolean amounts = columns.get(i).column().use() == TableColumn.Use.AMOUNTS;
      if (f.isPresent() && amounts && f.get().kind() != Figure.Kind.PERCENT) {
        any = true;
        if (f.get().printed().signum() < 0) {
          return false;
        }
      }
    }
    return any;
  }

  /** Whether the scale of a figure is known: by a word beside it, over its column or the table. */
  boolean isScaled(int i) {
    return reading.row().figure(i).map(Figure::scaled).orElse(false) || power(i).isPresent();
  }

  /** Power of ten of the amounts of column {@code i}. */
  Optional<Integer> power(int i) {
    Optional<Integer> own = columns.get(i).column().units().power();
    return own.isPresent() ? own : units.power();
  }

  /** The reading of column {@code i}; empty where the figure is not of the metric's kind. */
  Optional<Candidate> candidate(int i) {
    Optional<Figure> figure = reading.row().figure(i);
    if (figure.isEmpty() || !fits(figure.get(), columns.get(i))) {
      return Optional.empty();
    }
    Figure f = figure.get();
    Metric metric = reading.named().metric();
    Placed column = columns.get(i);
    PeriodBook.Found found = column.found().orElseThrow();
    boolean balance = metric == Metric.CASH || metric == Metric.TOTAL_DEBT;
    if (balance && f.printed().signum() < 0) {
      return Optional.empty(); // taken off in a table of net debt, or net of overdrafts
    }
    if (!balance && found.months() == 0) {
      return Optional.empty();
    }
    FactPeriod period =
        balance
            ? new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), found.period().end())
            : found.period();
    Basis basis = basis(column);
    boolean sales =
        metric == Metric.REVENUE || metric == Metric.NET_SALES || metric == Metric.SEGMENT_REVENUE;
    if (sales && basis == Basis.NON_GAAP) {
      return Optional.empty();
    }
    String currency =
        f.currency().map(c -> TableColumns.settle(c, around)).orElse(column.currency());
    Candidate.Key key =
        new Candidate.Key(
            metric,
            reading.name().filter(n -> metric == Metric.KPI),
            basis,
            Fact.Role.LEVEL,
            reading.named().whose(),
            reading.name().filter(n -> metric == Metric.SEGMENT_REVENUE),
            unit(metric, f.kind() == Figure.Kind.PERCENT, currency),
            period);
    return Optional.of(stated(key, i, f))
        .filter(c -> !plainEps() || PlainEps.isDiluted(c.value(), basis, currency));
  }

  /** Whether neither the row nor its section says of which shares. */
  private boolean plainEps() {
    return reading.named().metric() == Metric.EPS_DILUTED && !reading.label().contains("dilut");
  }

  private boolean fits(Figure f, Placed column) {
    Metric metric = reading.named().metric();
    boolean percent = f.kind() == Figure.Kind.PERCENT;
    if ((metric != Metric.KPI && metric.ratio() != percent)
        || f.kind() == Figure.Kind.POINTS
        || f.kind() == Figure.Kind.BASIS_POINTS) {
      return false;
    }
    return (percent || !column.currency().isEmpty())
        && (!metric.perShare() || perShareFigure(f, column));
  }

  private Basis basis(Placed column) {
    if (reading.named().basis() == Basis.NON_GAAP) {
      return Basis.NON_GAAP;
    }
    return reading.label().startsWith("gaap ")
        ? Basis.GAAP
        : column.column().basis().or(() -> captionBasis).orElse(Basis.GAAP);
  }

  private Candidate stated(Candidate.Key key, int i, Figure f) {
    Named named = reading.named();
    int power = scale(i, f, named.metric());
    BigDecimal value = signed(f.printed(), named.sign(), allPositive).scaleByPowerOfTen(power);
    BigDecimal half =
        new BigDecimal("0.5").scaleByPowerOfTen(power - Math.max(f.printed().scale(), 0));
    return new Candidate(
        key,
        Figure.plain(value),
        half,
        Optional.empty(),
        BigDecimal.ZERO,
        Fact.Place.TABLE,
        around.source(),
        weight,
        List.of(),
        passage(entry(i).orElseThrow(), f));
  }

  /**
   * Amounts for a share have decimals, unless they are in cents; other whole numbers are shares or
   * the profit divided by them.
   */
  private boolean perShareFigure(Figure f, Placed column) {
    BigDecimal most = new BigDecimal(f.printed().scale() > 0 ? 100_000 : 10_000);
    boolean printed = f.printed().scale() > 0 || f.scaled() || cents(f, column);
    return printed && f.printed().abs().compareTo(most) < 0;
  }

  /**
   * Whether amounts for a share are in cents; one with a sign of dollars or pounds is not, nor one
   * whose label has it.
   */
  private boolean cents(Figure f, Placed column) {
    return f.currency().isEmpty()
        && !WHOLE_CURRENCY.matcher(reading.row().label()).find()
        && (CENTS.matcher(reading.written()).find()
            || column.column().units().cents()
            || units.cents());
  }

  private int scale(int i, Figure f, Metric metric) {
    if (f.scaled()) {
      return f.power();
    }
    if (metric.ratio() || f.kind() == Figure.Kind.PERCENT) {
      return 0;
    }
    if (metric.perShare()) {
      return cents(f, columns.get(i)) ? -2 : 0;
    }
    return power(i).orElse(0);
  }

  private Unit unit(Metric metric, boolean percent, String currency) {
    if (percent) {
      return Unit.PERCENT;
    }
    if (!metric.perShare()) {
      return Unit.money(currency);
    }
    return PER_ADS.matcher(reading.label()).find()
        ? Unit.perAds(currency)
        : Unit.perShare(currency);
  }

  private static BigDecimal signed(BigDecimal printed, MetricNames.Sign sign, boolean allPositive) {
    return switch (sign) {
      case ASIS -> printed;
      case LOSS -> allPositive ? printed.negate() : printed;
      case COST -> printed.abs();
    };
  }

  /** The figure without a currency sign that stands apart from it. */
  static Passage passage(Entry entry, Figure f) {
    String cell = entry.cell().text();
    int from = f.from();
    int gap = cell.substring(from, f.to()).indexOf(' ');
    boolean apart =
        gap >= 0 && cell.substring(from, from + gap).chars().noneMatch(Character::isDigit);
    int start = apart ? from + gap + 1 : from;
    return new Passage(entry.cell().span(start, f.to()), cell.substring(start, f.to()));
  }
}

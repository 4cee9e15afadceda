package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one table: which columns are of the reported period, which of the year before, and what its
 * rows are about. A column in another currency for the same period is a translation: it is refused
 * as a fact and used to check the exchange rate.
 */
final class TableFacts {

  private static final CuePatterns CUES = CuePatterns.of("table-cues.tsv");
  private static final Pattern REFUSED_CAPTION = CUES.get("refused-caption");
  private static final Pattern SEGMENT_CAPTION = CUES.get("segment-caption");
  private static final Pattern STATEMENT_CAPTION = CUES.get("statement-caption");
  private static final Pattern INCOME_CAPTION = CUES.get("income-caption");
  private static final Pattern WEAK = CUES.get("weak");
  private static final Pattern PER_ADS = CUES.get("per-ads");
  private static final Pattern CENTS = CUES.get("cents");

  private TableFacts() {}

  /**
   * What stands around a table.
   *
   * @param source number of the block
   * @param captions texts before it, nearest first
   * @param book the document's periods
   * @param currency the document's reporting currency, ISO 4217
   */
  record Around(int source, List<String> captions, PeriodBook book, Optional<String> currency) {}

  /**
   * What a table yields.
   *
   * @param candidates readings in row order
   * @param rates units of the reporting currency for one unit of the translation currency, as each
   *     translated pair implies
   * @param unscaled readings of a table whose scale is not said; their values are as printed
   * @param gaps what was refused
   */
  record Yield(
      List<Candidate> candidates, List<Rate> rates, List<Candidate> unscaled, List<Gap> gaps) {}

  /**
   * An exchange rate implied by a translated pair.
   *
   * @param key the fact that was translated
   * @param rate reporting currency for one unit of the other
   */
  record Rate(Candidate.Key key, BigDecimal rate) {}

  private record Placed(TableColumn column, Optional<PeriodBook.Found> found, String currency) {}

  /** Reads {@code table}. */
  static Yield read(Table table, Around around) {
    Yield yield =
        new Yield(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Part part : TableLayout.parts(table, around.captions())) {
      readPart(table, part, around, yield);
    }
    return yield;
  }

  private static void readPart(Table table, Part part, Around around, Yield yield) {
    List<String> near = near(part, around);
    if (near.stream().limit(4).anyMatch(t -> REFUSED_CAPTION.matcher(t).find())) {
      return;
    }
    TableUnits units = TableUnits.nearest(near);
    List<Placed> columns = columns(part, near, units, around);
    List<Reading> readings = readings(part);
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
    int weight = weight(readings, near, around);
    for (Reading reading : readings) {
      take(new Cell(reading, columns, units, weight, captionBasis(part.captions()), around), yield);
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

  private static List<String> near(Part part, Around around) {
    List<String> near = new ArrayList<>();
    for (int i = part.captions().size() - 1; i >= 0; i--) {
      near.add(part.captions().get(i));
    }
    near.addAll(around.captions());
    return near;
  }

  private static int weight(List<Reading> readings, List<String> near, Around around) {
    boolean revenue =
        has(readings, Metric.REVENUE)
            || has(readings, Metric.NET_SALES)
            || has(readings, Metric.NET_INTEREST_INCOME);
    boolean result = has(readings, Metric.NET_INCOME);
    boolean shares = has(readings, Metric.EPS_BASIC) || has(readings, Metric.EPS_DILUTED);
    List<String> close = near.subList(0, Math.min(near.size(), 6));
    int weight = 40;
    if (revenue && result) {
      weight += 20;
    }
    if (result && shares) {
      weight += 15;
    }
    if (close.stream().anyMatch(t -> STATEMENT_CAPTION.matcher(t).find())) {
      weight += 30;
    }
    if (!revenue && !result) {
      weight -= 20;
    }
    if (close.stream().anyMatch(t -> SEGMENT_CAPTION.matcher(t).find())) {
      weight -= 25;
    }
    return weight - Math.min(5, around.source() / 200);
  }

  private static boolean has(List<Reading> readings, Metric metric) {
    return readings.stream().anyMatch(r -> r.named().metric() == metric);
  }

  private static final Pattern BASIS_CAPTION = CUES.get("basis-caption");

  /** A caption that is nothing but the name of a basis. */
  private static Optional<Basis> captionBasis(List<String> captions) {
    for (String c : captions) {
      java.util.regex.Matcher m = BASIS_CAPTION.matcher(PeriodReader.fold(c).strip());
      if (m.matches()) {
        return Optional.of(m.group(1).equalsIgnoreCase("gaap") ? Basis.GAAP : Basis.NON_GAAP);
      }
    }
    return Optional.empty();
  }

  private static List<Placed> columns(
      Part part, List<String> near, TableUnits units, Around around) {
    PeriodRef caption = captionRef(part.captions(), near);
    List<Placed> placed = new ArrayList<>();
    for (String header : part.headers()) {
      TableColumn column = TableColumn.of(header);
      PeriodRef ref = column.ref().or(caption);
      if (!ref.hasLength() && ref.endDate().isPresent()) {
        ref = lengthFromKind(ref, near, around.book());
      }
      Optional<PeriodBook.Found> found =
          column.use() == TableColumn.Use.AMOUNTS ? around.book().find(ref) : Optional.empty();
      String currency =
          column
              .units()
              .currency()
              .map(c -> settle(c, around))
              .orElse(
                  units
                      .currency()
                      .map(c -> settle(c, around))
                      .orElse(around.currency().orElse("")));
      placed.add(new Placed(column, found, currency));
    }
    return placed;
  }

  private static String settle(String currency, Around around) {
    if (currency.equals("$")) {
      return around.currency().filter(c -> c.endsWith("D")).orElse("USD");
    }
    return currency.equals("¥")
        ? around.currency().filter(c -> c.equals("CNY")).orElse("JPY")
        : currency;
  }

  private static PeriodRef lengthFromKind(PeriodRef ref, List<String> near, PeriodBook book) {
    boolean income =
        near.stream().limit(5).anyMatch(t -> INCOME_CAPTION.matcher(t).find())
            && near.stream()
                .limit(5)
                .noneMatch(t -> t.toLowerCase(Locale.ROOT).contains("balance sheet"));
    if (income) {
      return new PeriodRef(
          book.reported().months(),
          book.reported().weeks(),
          Optional.empty(),
          ref.year(),
          ref.end(),
          ref.endDay(),
          false);
    }
    return new PeriodRef(
        0, Optional.empty(), Optional.empty(), ref.year(), ref.end(), ref.endDay(), true);
  }

  private static PeriodRef captionRef(List<String> captions, List<String> near) {
    PeriodRef ref = PeriodRef.NONE;
    int looked = 0;
    for (String text : near) {
      boolean own = looked < captions.size();
      looked++;
      if (looked > captions.size() + 5) {
        break;
      }
      long lengths =
          PeriodReader.lengths(PeriodReader.fold(text)).stream()
              .map(PeriodReader.Lasting::months)
              .filter(m -> m > 0)
              .distinct()
              .count();
      boolean dated = text.toLowerCase(Locale.ROOT).contains("ended");
      if (lengths <= 1 && text.length() <= 160 && (own || dated)) {
        PeriodRef here = PeriodReader.read(text);
        boolean yearOnly =
            !here.hasLength() && here.endDay().isEmpty() && here.end().isEmpty() && !here.instant();
        if (!yearOnly) {
          ref = ref.or(here);
        }
      }
    }
    return ref;
  }

  /** A row whose label was understood. */
  record Reading(Row row, Named named, String label) {}

  private static List<Reading> readings(Part part) {
    List<Reading> found = new ArrayList<>();
    List<Row> rowsOfSection = new ArrayList<>();
    String section = "";
    String previous = "";
    boolean broken = false;

    for (Row row : part.rows()) {
      if (row.section()) {
        if (!row.label().isEmpty()) {
          previous = row.label();
          // A heading broken over two lines is one.
          section = broken ? section + " " + row.label() : row.label();
          broken = !row.label().endsWith(":");
          rowsOfSection.clear();
        }
        continue;
      }
      broken = false;
      String folded = MetricNames.fold(row.label());
      List<Named> names = MetricNames.shipped().read(row.label());
      String label = folded;
      boolean perShare =
          PER_SHARE_SECTION.matcher(MetricNames.fold(section)).find()
              && names.stream().noneMatch(n -> n.metric().perShare())
              && (names.stream().anyMatch(n -> n.metric() == Metric.NET_INCOME)
                  || folded.contains("dilut"));
      boolean weak = WEAK.matcher(folded).matches() || perShare;
      if (perShare) {
        names = List.of();
      }
      if (row.label().isEmpty() && sumOf(rowsOfSection, row)) {
        List<Named> total = MetricNames.shipped().read("total " + section);
        for (Named n : total) {
          found.add(new Reading(row, n, "total " + MetricNames.fold(section)));
        }
        continue;
      }
      rowsOfSection.add(row);
      if (names.isEmpty() && !section.isEmpty() && (weak || !previous.isEmpty())) {
        String joined = folded.equals("total") ? "total " + section : section + " " + row.label();
        List<Named> with = MetricNames.shipped().read(joined);
        if (!with.isEmpty()) {
          names = with;
          label = MetricNames.fold(joined);
        }
      }
      for (Named n : names) {
        found.add(new Reading(row, n, label + " | " + MetricNames.fold(section)));
      }
      previous = "";
    }
    return surest(found);
  }

  private static final Pattern PER_SHARE_SECTION = CUES.get("per-share-section");

  /** Whether a row without a label is the sum of the rows above it in its section. */
  private static boolean sumOf(List<Row> parts, Row total) {
    if (parts.size() < 2) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < total.entries().size(); i++) {
      Optional<Figure> t = figure(total, i);
      if (t.isEmpty()) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (Row part : parts) {
        sum = sum.add(figure(part, i).map(Figure::printed).orElse(BigDecimal.ZERO));
      }
      BigDecimal slack = t.get().halfDigit().multiply(BigDecimal.valueOf(parts.size()));
      if (sum.subtract(t.get().printed()).abs().compareTo(slack) > 0) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Where two rows carry a metric under different names, the surest name counts. */
  private static List<Reading> surest(List<Reading> all) {
    List<Reading> kept = new ArrayList<>();
    for (Reading r : all) {
      boolean better =
          all.stream()
              .anyMatch(
                  o ->
                      o.named().metric() == r.named().metric()
                          && o.named().basis() == r.named().basis()
                          && o.named().rank() < r.named().rank()
                          && (o.named().whose().equals(r.named().whose())
                              || (r.named().rank() == 3 && o.named().rank() == 1)));
      if (!better) {
        kept.add(r);
      }
    }
    return kept;
  }

  private record Cell(
      Reading reading,
      List<Placed> columns,
      TableUnits units,
      int weight,
      Optional<Basis> basis,
      Around around) {}

  private static void take(Cell cell, Yield yield) {
    List<Placed> columns = cell.columns();
    boolean allPositive = allPositive(cell);
    for (int i = 0; i < columns.size(); i++) {
      Placed column = columns.get(i);
      Optional<PeriodBook.Found> found = column.found();
      if (found.isEmpty() || !found.get().current() || duplicate(columns, i)) {
        continue;
      }
      Optional<Candidate> current = candidate(cell, i, allPositive);
      if (current.isEmpty()) {
        continue;
      }
      if (translation(columns, i, cell.around())) {
        continue;
      }
      Candidate taken = withComparator(cell, i, current.get(), allPositive);
      translated(cell, i, taken, allPositive, yield);
      taken = withGrowth(cell, taken, yield);
      Metric metric = taken.key().metric();
      boolean needsScale = !metric.ratio() && !metric.perShare();
      if (needsScale && power(cell, i).isEmpty()) {
        yield.unscaled().add(taken);
      } else {
        yield.candidates().add(taken);
      }
    }
  }

  /** Two columns with nothing to tell them apart. */
  private static boolean duplicate(List<Placed> columns, int i) {
    Placed a = columns.get(i);
    for (int j = 0; j < columns.size(); j++) {
      Placed b = columns.get(j);
      if (j != i
          && b.found().isPresent()
          && b.found().equals(a.found())
          && b.currency().equals(a.currency())
          && b.column().basis().equals(a.column().basis())) {
        return true;
      }
    }
    return false;
  }

  private static boolean translation(List<Placed> columns, int i, Around around) {
    Placed column = columns.get(i);
    boolean foreign =
        around.currency().isPresent() && !around.currency().get().equals(column.currency());
    return foreign && columns.stream().anyMatch(c -> around.currency().get().equals(c.currency()));
  }

  private static boolean allPositive(Cell cell) {
    boolean any = false;
    for (int i = 0; i < cell.columns().size(); i++) {
      Optional<Figure> f = figure(cell.reading().row(), i);
      boolean amounts = cell.columns().get(i).column().use() == TableColumn.Use.AMOUNTS;
      if (f.isPresent() && amounts && f.get().kind() != Figure.Kind.PERCENT) {
        any = true;
        if (f.get().printed().signum() < 0) {
          return false;
        }
      }
    }
    return any;
  }

  private static Optional<Figure> figure(Row row, int i) {
    return row.entries().get(i).flatMap(Entry::figure);
  }

  private static Optional<Integer> power(Cell cell, int i) {
    Optional<Integer> own = cell.columns().get(i).column().units().power();
    return own.isPresent() ? own : cell.units().power();
  }

  private static Optional<Candidate> candidate(Cell cell, int i, boolean allPositive) {
    Optional<Entry> entry = cell.reading().row().entries().get(i);
    Optional<Figure> figure = entry.flatMap(Entry::figure);
    if (figure.isEmpty()) {
      return Optional.empty();
    }
    Named named = cell.reading().named();
    Figure f = figure.get();
    Placed column = cell.columns().get(i);
    boolean percent = f.kind() == Figure.Kind.PERCENT;
    if (named.metric().ratio() != percent
        || f.kind() == Figure.Kind.POINTS
        || f.kind() == Figure.Kind.BASIS_POINTS) {
      return Optional.empty();
    }
    if (!percent && column.currency().isEmpty()) {
      return Optional.empty();
    }
    String currency = f.currency().map(c -> settle(c, cell.around())).orElse(column.currency());
    if (named.metric().perShare() && !perShareFigure(f)) {
      return Optional.empty();
    }
    int power = scale(cell, i, f, named.metric());
    BigDecimal value = signed(f.printed(), named.sign(), allPositive).scaleByPowerOfTen(power);
    BigDecimal half =
        new BigDecimal("0.5").scaleByPowerOfTen(power - Math.max(f.printed().scale(), 0));
    PeriodBook.Found found = column.found().orElseThrow();
    boolean balance = named.metric() == Metric.CASH || named.metric() == Metric.TOTAL_DEBT;
    if (!balance && found.months() == 0) {
      return Optional.empty();
    }
    FactPeriod period =
        balance
            ? new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), found.period().end())
            : found.period();
    Basis basis =
        named.basis() == Basis.NON_GAAP
            ? Basis.NON_GAAP
            : cell.reading().label().startsWith("gaap ")
                ? Basis.GAAP
                : column.column().basis().or(cell::basis).orElse(Basis.GAAP);
    boolean same = named.metric() == Metric.REVENUE || named.metric() == Metric.NET_SALES;
    if (same && basis == Basis.NON_GAAP) {
      return Optional.empty();
    }
    Candidate.Key key =
        new Candidate.Key(
            named.metric(),
            Optional.empty(),
            basis,
            Fact.Role.LEVEL,
            named.whose(),
            Optional.empty(),
            unit(cell, named.metric(), percent, currency),
            period);
    return Optional.of(
        new Candidate(
            key,
            Figure.plain(value),
            half,
            Optional.empty(),
            BigDecimal.ZERO,
            Fact.Place.TABLE,
            cell.around().source(),
            cell.weight(),
            List.of(),
            passage(entry.get(), f)));
  }

  /** Amounts for a share have decimals; whole numbers are shares or the profit divided by them. */
  private static boolean perShareFigure(Figure f) {
    return f.printed().scale() > 0 && f.printed().abs().compareTo(new BigDecimal(100_000)) < 0;
  }

  private static int scale(Cell cell, int i, Figure f, Metric metric) {
    if (f.scaled()) {
      return f.power();
    }
    if (metric.ratio()) {
      return 0;
    }
    if (metric.perShare()) {
      return CENTS.matcher(cell.reading().label()).find() ? -2 : 0;
    }
    return power(cell, i).orElse(0);
  }

  private static Unit unit(Cell cell, Metric metric, boolean percent, String currency) {
    if (percent) {
      return Unit.PERCENT;
    }
    if (!metric.perShare()) {
      return Unit.money(currency);
    }
    return PER_ADS.matcher(cell.reading().label()).find()
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
  private static Passage passage(Entry entry, Figure f) {
    String cell = entry.cell().text();
    int from = f.from();
    int gap = cell.substring(from, f.to()).indexOf(' ');
    boolean apart =
        gap >= 0 && cell.substring(from, from + gap).chars().noneMatch(Character::isDigit);
    int start = apart ? from + gap + 1 : from;
    return new Passage(entry.cell().span(start, f.to()), cell.substring(start, f.to()));
  }

  private static Candidate withComparator(
      Cell cell, int i, Candidate current, boolean allPositive) {
    Placed column = cell.columns().get(i);
    PeriodBook.Found found = column.found().orElseThrow();
    for (int j = 0; j < cell.columns().size(); j++) {
      Placed other = cell.columns().get(j);
      boolean before =
          other.found().isPresent()
              && other.found().get().yearsBack() == 1
              && other.found().get().months() == found.months()
              && other.currency().equals(column.currency())
              && other.column().basis().equals(column.column().basis());
      if (before) {
        Optional<Candidate> c = candidate(cell, j, allPositive);
        if (c.isPresent()) {
          Candidate prior = c.get();
          return current.withComparator(
              Optional.of(new Comparator(prior.value(), prior.key().period(), prior.passage())),
              prior.halfDigit());
        }
      }
    }
    return current;
  }

  private static void translated(
      Cell cell, int i, Candidate current, boolean allPositive, Yield yield) {
    Placed column = cell.columns().get(i);
    for (int j = 0; j < cell.columns().size(); j++) {
      Placed other = cell.columns().get(j);
      if (j != i
          && other.found().equals(column.found())
          && !other.currency().equals(column.currency())
          && !other.currency().isEmpty()) {
        candidate(cell, j, allPositive)
            .filter(c -> c.value().signum() != 0 && current.value().signum() != 0)
            .filter(c -> c.value().precision() >= 3 && !c.key().metric().ratio())
            .ifPresent(
                c ->
                    yield
                        .rates()
                        .add(
                            new Rate(
                                current.key(),
                                current.value().divide(c.value(), MathContext.DECIMAL64))));
      }
    }
  }

  /** A percent column beside the two amounts, if it follows from them. */
  private static Candidate withGrowth(Cell cell, Candidate current, Yield yield) {
    if (current.comparator().isEmpty() || current.key().metric().ratio()) {
      return current;
    }
    BigDecimal prior = current.comparator().get().value();
    if (prior.signum() <= 0 || current.value().signum() <= 0) {
      return current;
    }
    BigDecimal growth = growth(current.value(), prior);
    for (int j = 0; j < cell.columns().size(); j++) {
      boolean change = cell.columns().get(j).column().use() == TableColumn.Use.PERCENT_CHANGE;
      Optional<Entry> entry = cell.reading().row().entries().get(j);
      Optional<Figure> f = entry.flatMap(Entry::figure);
      if (!change || f.isEmpty() || f.get().scaled()) {
        continue;
      }
      BigDecimal stated = f.get().printed();
      BigDecimal slack = f.get().halfDigit().add(new BigDecimal("0.1"));
      boolean meaning = growth.abs().compareTo(new BigDecimal("0.5")) > 0;
      if (meaning && stated.subtract(growth).abs().compareTo(slack) <= 0) {
        Candidate yoy =
            new Candidate(
                current.key().withRole(Fact.Role.YOY, Unit.PERCENT),
                stated,
                f.get().halfDigit(),
                Optional.empty(),
                BigDecimal.ZERO,
                Fact.Place.TABLE,
                current.source(),
                current.weight(),
                List.of(Fact.Check.GROWTH_RECOMPUTED),
                passage(entry.get(), f.get()));
        yield.candidates().add(yoy);
        return current.withChecks(List.of(Fact.Check.GROWTH_RECOMPUTED));
      }
    }
    return current;
  }

  /** Growth of {@code value} over {@code prior}, percent, two decimals. */
  static BigDecimal growth(BigDecimal value, BigDecimal prior) {
    return value
        .subtract(prior)
        .multiply(BigDecimal.valueOf(100))
        .divide(prior.abs(), 2, RoundingMode.HALF_EVEN);
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of guidance: metrics down, and across the guidance before and now, quarter and year, low
 * and high, or GAAP and adjusted. Columns of results are passed over.
 */
final class GuidanceTable {

  private static final CuePatterns CUES = GuidanceRange.CUES;
  private static final Expression HEADING = CUES.expression("heading");
  private static final Expression COLUMN = CUES.expression("column-guidance");
  private static final Pattern PRIOR = CUES.get("column-prior");
  private static final Pattern ACTUAL = CUES.get("column-actual");
  private static final Pattern RESULTS = CUES.get("column-results");
  private static final Expression FAR = CUES.expression("far");
  private static final Pattern GROWTH_LABEL =
      Pattern.compile(
          "(?i)[ ,(-]*(?:y/y |yoy |year[- ]over[- ]year |annual |% )?growth(?: rate)?(?:"
              + " \\(?(?:y/y|yoy|year-over-year)\\)?)?[) %]*$");
  private static final Pattern NON_GAAP = Pattern.compile("non-gaap|adjusted|non-ifrs");
  private static final Pattern GAAP = Pattern.compile("\\bgaap\\b|\\bifrs\\b");
  private static final int ROWS_MAX = 200;
  private static final int CELL_CHARS_MAX = 120;

  private final Table table;
  private final List<Wording> captions;
  private final Optional<String> heading;
  private final GuidanceBook book;
  private final TableTexts labels;
  private final List<Table.Cell> heads = new ArrayList<>();
  private String section = "";

  /** Whether a header so far is one of guidance. */
  private boolean headed;

  GuidanceTable(
      Table table,
      List<Wording> captions,
      Optional<String> heading,
      GuidanceBook book,
      TableTexts labels) {
    this.table = table;
    this.captions = captions;
    this.heading = heading;
    this.book = book;
    this.labels = labels;
  }

  void read() {
    boolean announced = captions.stream().limit(3).anyMatch(c -> c.hasFolded(HEADING));
    boolean byCaption = announced && !captionOfResults();
    if (table.rows().size() > ROWS_MAX
        || (!byCaption && table.rows().stream().noneMatch(GuidanceTable::heads))
        || captions.stream().limit(2).anyMatch(c -> c.hasFolded(FAR))) {
      return;
    }
    for (Table.Row row : table.rows()) {
      row(row, announced);
    }
  }

  /** Whether a cell of {@code row} can head a column of guidance. */
  private static boolean heads(Table.Row row) {
    return row.cells().stream().anyMatch(c -> c.column() > 0 && guides(Wording.fold(c.text())));
  }

  private void row(Table.Row row, boolean announced) {
    List<Table.Cell> cells = row.cells();
    if (!announced && !headed && anyRange(cells)) {
      return;
    }
    String label = cells.get(0).column() == 0 ? cells.get(0).text().text() : "";
    String bare = GROWTH_LABEL.matcher(label).replaceFirst("");
    List<Named> names = labels.label(bare).metrics();
    boolean named = !names.isEmpty();
    if (!named) {
      if (!anyRange(cells)) {
        heads.addAll(cells);
        headed |= heads(row);
        section = cells.size() == 1 ? Wording.fold(label) : section;
      }
      return;
    }
    boolean growth = !bare.equals(label);
    List<GuidanceCell> placed = placed(cells.subList(label.isEmpty() ? 0 : 1, cells.size()));
    boolean guided =
        (announced && !ofResults()) || placed.stream().anyMatch(p -> guides(p.header()));
    if (guided) {
      names.stream()
          .filter(n -> n.whose().isEmpty() && GuidanceBook.guided(n.metric()))
          .filter(
              n ->
                  n.metric() != Metric.GROSS_PROFIT
                      || !bare.toLowerCase(Locale.ROOT).contains("margin"))
          .forEach(n -> take(n, Wording.fold(label), growth, GuidanceCell.lowHigh(placed)));
    }
  }

  /** Whether the line over the table or its headers speak of results. */
  private boolean ofResults() {
    return captionOfResults()
        || heads.stream().anyMatch(h -> RESULTS.matcher(Wording.fold(h.text())).find());
  }

  private boolean captionOfResults() {
    return captions.stream().limit(1).anyMatch(c -> RESULTS.matcher(c.folded()).find());
  }

  private static boolean anyRange(List<Table.Cell> cells) {
    return cells.stream()
        .filter(c -> c.column() > 0)
        .flatMap(c -> NumberReader.scan(c.text()).stream())
        .anyMatch(f -> !f.year() && (f.kind() != Figure.Kind.NUMBER || f.printed().scale() > 0));
  }

  /** Ranges of a row; cells that only hold a sign, a dash or "to" go with their neighbours. */
  private List<GuidanceCell> placed(List<Table.Cell> cells) {
    List<GuidanceCell> placed = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Table.Cell cell = cells.get(i);
      SourceText text = cell.text();
      if (text.length() > CELL_CHARS_MAX) {
        continue;
      }
      boolean percent =
          i + 1 < cells.size() && cells.get(i + 1).text().text().strip().startsWith("%");
      String folded = Wording.fold(text);
      List<Figure> figures = NumberReader.scan(text);
      List<GuidanceRange> ranges = GuidanceRange.all(folded, figures);
      if (ranges.isEmpty() && figures.size() == 1 && !figures.get(0).year()) {
        Figure f = figures.get(0);
        ranges =
            List.of(
                new GuidanceRange(
                    f.value(),
                    f.value(),
                    f,
                    false,
                    percent ? Figure.Kind.PERCENT : f.kind(),
                    f.currency(),
                    Optional.empty(),
                    f.from(),
                    f.to()));
      }
      if (!ranges.isEmpty()) {
        placed.add(new GuidanceCell(ranges.get(0), text, header(cell)));
      }
    }
    return placed;
  }

  private String header(Table.Cell cell) {
    StringBuilder header = new StringBuilder();
    for (Table.Cell head : heads) {
      boolean over =
          head.column() < cell.column() + cell.columnSpan()
              && cell.column() < head.column() + head.columnSpan();
      if (over && head.column() > 0) {
        header.append(Wording.fold(head.text())).append(' ');
      }
    }
    return header.toString().strip();
  }

  private void take(Named named, String label, boolean growth, List<GuidanceCell> placed) {
    List<GuidanceCell> current = new ArrayList<>();
    Optional<GuidanceCell> previous = Optional.empty();
    for (GuidanceCell p : placed) {
      if (PRIOR.matcher(p.header()).find()) {
        previous = Optional.of(p);
      } else if (!actual(p)) {
        current.add(p);
      }
    }
    for (GuidanceCell p : current) {
      entry(named, label, growth, p, current.size() == 1 ? previous : Optional.empty());
    }
  }

  private static boolean guides(String header) {
    return COLUMN.in(header);
  }

  private static boolean actual(GuidanceCell p) {
    return ACTUAL.matcher(p.header()).find() && !guides(p.header());
  }

  private void entry(
      Named named, String label, boolean growth, GuidanceCell p, Optional<GuidanceCell> previous) {
    Optional<GuidanceRange> range = range(named, label, growth, p);
    Optional<Unit> unit = range.flatMap(r -> unit(named, label, growth, r));
    Optional<FactPeriod> period = period(p.header());
    if (range.isEmpty() || unit.isEmpty() || period.isEmpty()) {
      return;
    }
    Optional<Guidance.Action> action =
        previous
            .flatMap(b -> range(named, label, growth, b))
            .map(b -> Guidance.change(b.low(), b.high(), range.get().low(), range.get().high()))
            .or(() -> heading.flatMap(GuidanceActions::in));
    book.add(
        new GuidanceBook.Entry(
            named.metric(),
            basis(named, label, p.header()),
            range.get(),
            unit.get(),
            period.get(),
            action),
        p.cell());
  }

  private static Basis basis(Named named, String label, String header) {
    if (named.metric() == Metric.REVENUE || named.metric() == Metric.NET_SALES) {
      return named.basis();
    }
    if (named.basis() == Basis.NON_GAAP || label.startsWith("gaap")) {
      return named.basis();
    }
    if (NON_GAAP.matcher(header).find()) {
      return Basis.NON_GAAP;
    }
    return GAAP.matcher(header).find() ? Basis.GAAP : named.basis();
  }

  /** The range in full units and with its sign; empty where its kind or scale does not fit. */
  private Optional<GuidanceRange> range(Named named, String label, boolean growth, GuidanceCell p) {
    GuidanceRange r = p.range();
    boolean percent = r.kind() == Figure.Kind.PERCENT;
    if (growth || named.metric().ratio()) {
      return percent && growth != named.metric().ratio() ? Optional.of(r) : Optional.empty();
    }
    if (percent || r.kind() == Figure.Kind.POINTS || r.kind() == Figure.Kind.BASIS_POINTS) {
      return Optional.empty();
    }
    if (!named.metric().perShare() && !r.scaled()) {
      List<String> texts = new ArrayList<>();
      texts.add(p.header());
      texts.add(label);
      heads.forEach(h -> texts.add(h.text().text()));
      captions.forEach(c -> texts.add(c.folded()));
      Optional<Integer> power =
          TableUnits.nearest(texts.stream().map(Wording::of).toList()).power();
      if (power.isEmpty()) {
        return Optional.empty();
      }
      r = r.scaledBy(power.get());
    }
    boolean loss = named.sign() == MetricNames.Sign.LOSS && r.low().signum() > 0;
    return Optional.of(loss ? r.negated() : r);
  }

  private Optional<Unit> unit(Named named, String label, boolean growth, GuidanceRange r) {
    return growth || named.metric().ratio()
        ? Optional.of(Unit.PERCENT)
        : book.unit(named.metric(), r, label);
  }

  /** The period of a column: its header, its section, then what stands over the table. */
  private Optional<FactPeriod> period(String header) {
    List<String> places = new ArrayList<>(List.of(header, section));
    heads.stream().filter(h -> h.column() == 0).forEach(h -> places.add(Wording.fold(h.text())));
    captions.forEach(c -> places.add(c.folded()));
    heading.ifPresent(places::add);
    for (String words : places) {
      PeriodRef ref = GuidancePeriod.lastIn(words);
      Optional<FactPeriod> found = book.period(ref, words);
      if (found.isPresent() || (ref.hasLength() && ref.hasTime())) {
        return found;
      }
    }
    return Optional.empty();
  }
}

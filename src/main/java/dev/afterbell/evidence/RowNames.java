package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows which metric a row is about: by its label, by its label under the heading of its section,
 * or as the sum of the rows above it.
 */
final class RowNames {

  private static final Pattern WEAK = TableFacts.CUES.get("weak");
  private static final Expression PER_SHARE_SECTION =
      TableFacts.CUES.expression("per-share-section");

  private static final Expression SEGMENT_SECTION = ProseFacts.CUES.expression("part-heading");
  private static final Expression ADJUSTED_SECTION = TableFacts.CUES.expression("adjusted-section");
  private static final Pattern ADJUSTED_WHOLE = TableFacts.CUES.get("adjusted-whole");
  private static final Expression NO_METRICS_SECTION =
      TableFacts.CUES.expression("no-metrics-section");
  private static final Pattern SHARES_OF = TableFacts.CUES.get("shares-of");
  private static final Pattern SHARE_ROW = TableFacts.CUES.get("share-row");
  private static final Pattern SHARES_OF_SECTION = TableFacts.CUES.get("shares-of-section");

  /** Amounts for a share that are told one below the other do not differ more. */
  private static final BigDecimal FOR_SHARE_TIMES = BigDecimal.valueOf(10);

  private static final Pattern WHICH_SHARES = TableFacts.CUES.get("which-shares");

  private static final Pattern UNALLOCATED = TableFacts.CUES.get("unallocated");

  private final List<Row> rows;
  private final List<Reading> found = new ArrayList<>();
  private final List<Reading> adjusted = new ArrayList<>();
  private final List<Row> rowsOfSection = new ArrayList<>();
  private String section = "";
  private String foldedSection = "";

  /** The heading over amounts for a share, under which "Basic" and "Diluted" head rows. */
  private String perShareSection = "";

  private boolean ofWhichShares;

  /** The largest figure of rows below such a heading. */
  private BigDecimal mostForShare = BigDecimal.ZERO;

  /** Whether the row being read ends the amounts for a share below a heading. */
  private boolean closing;

  private String previous = "";
  private Optional<Row> lastRow = Optional.empty();
  private boolean broken;

  private RowNames(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * A row whose label was understood.
   *
   * @param row the row
   * @param named the metric
   * @param label the label in lower case, with the heading of its section
   * @param written label and heading as the document has them
   * @param name the part of the business, or the measure of the issuer's own, that the row is
   *     about; absent for the metrics of the whole
   */
  record Reading(Row row, Named named, String label, String written, Optional<String> name) {}

  /** The rows of {@code part} that name metrics; a row may name several. */
  static List<Reading> of(Part part) {
    RowNames names = new RowNames(part.rows());
    for (int i = 0; i < part.rows().size(); i++) {
      Row row = part.rows().get(i);
      if (row.section()) {
        names.heading(row.label());
      } else {
        names.row(row, last(part.rows(), i));
      }
    }
    List<Reading> read = new ArrayList<>(SectionParts.without(names.found, part));
    read.removeIf(r -> SoleRows.outputOf(part, r, names.found));
    names.adjusted.stream().filter(names::besideReported).forEach(read::add);
    read.addAll(SoleRows.aboveGrossProfit(part, read));
    SoleRows.of(part, read).ifPresent(read::add);
    SoleRows.basicBesideDiluted(part, names.found).ifPresent(read::add);
    read.addAll(SoleRows.plainEps(part, read));
    if (ofGrossProfit(read)) {
      read.removeIf(r -> r.named().metric() == Metric.DEPRECIATION_AND_AMORTIZATION);
    }
    return surest(read);
  }

  /** Whether nothing more of a section follows row {@code at}, nor what is told of no part. */
  private static boolean last(List<Row> rows, int at) {
    return at + 1 == rows.size()
        || (rows.get(at + 1).section() && !UNALLOCATED.matcher(rows.get(at + 1).label()).find());
  }

  /** Whether a row below in the section says that the sum before it was not of the whole. */
  private static boolean goesOn(List<Row> rows, Row sum) {
    boolean below = false;
    for (Row row : rows) {
      if (below && row.section()) {
        return false;
      }
      if (below
          && (row.label().isEmpty()
              || UNALLOCATED.matcher(row.label()).find()
              || !row.metrics().isEmpty())) {
        return true;
      }
      below |= row == sum;
    }
    return false;
  }

  /** Whether a table leads from gross profit to its adjusted one: what it adds is a part of all. */
  private static boolean ofGrossProfit(List<Reading> read) {
    boolean adjusted =
        read.stream()
            .anyMatch(
                r ->
                    r.named().metric() == Metric.GROSS_PROFIT
                        && r.named().basis() == Basis.NON_GAAP);
    return adjusted && read.stream().noneMatch(r -> r.named().metric() == Metric.EBITDA);
  }

  private void heading(String label) {
    if (label.isEmpty()) {
      return;
    }
    previous = label;
    // A heading broken over two lines is one; whose part follows is said of the row before.
    String of = SHARES_OF.matcher(label).matches() ? lastRow.map(Row::label).orElse("") : "";
    section = broken ? section + " " + label : (of + " " + label).strip();
    boolean which = !perShareSection.isEmpty() && WHICH_SHARES.matcher(label).matches();
    section = which ? perShareSection + " " + label : section;
    ofWhichShares = which;
    foldedSection = MetricNames.fold(section);
    if (!which) {
      mostForShare = BigDecimal.ZERO;
      perShareSection = PER_SHARE_SECTION.in(foldedSection) ? section : "";
    }
    broken = !label.endsWith(":");
    rowsOfSection.clear();
  }

  /**
   * Reads a row.
   *
   * @param last whether its section ends with it
   */
  private void row(Row row, boolean last) {
    broken = false;
    if (row.label().isEmpty() && sumOf(rowsOfSection, row)) {
      // Costs of the whole follow the sum of what parts earn: only a last sum is the total of them.
      List<Named> total =
          wholes(MetricNames.shipped().read("total " + section)).stream()
              .filter(n -> last || (sales(n) && !goesOn(rows, row)))
              .toList();
      // A row with a name of its own is surer than the sum of some rows.
      add(row, total.stream().map(n -> n.withRank(3)).toList(), "total " + foldedSection);
      return;
    }
    rowsOfSection.add(row);
    Matcher part = SHARE_ROW.matcher(row.label());
    boolean share = part.matches() && lastRow.isPresent();
    lastRow = share || SHARES_OF_SECTION.matcher(section).find() ? lastRow : Optional.of(row);
    String said = share ? lastRow.orElseThrow().label() + " " + part.group(1) : row.label();
    RowLabel name = share ? RowLabel.of(said) : row.name();
    String label = name.folded();
    List<Named> names = name.metrics();
    if (ofWhichShares && !staysForShare(row, names)) {
      endSection();
    }
    boolean perShare = perShare(names, label);
    boolean weak = WEAK.matcher(label).matches() || perShare;
    if (perShare) {
      closing = ofWhichShares && names.stream().anyMatch(n -> n.metric() == Metric.NET_INCOME);
      names = List.of();
    }
    if (names.isEmpty() && !section.isEmpty() && (weak || !previous.isEmpty())) {
      String joined = label.equals("total") ? "total " + section : section + " " + row.label();
      names = MetricNames.shipped().read(joined);
      names = label.equals("total") ? wholes(names) : names;
      label = names.isEmpty() ? label : MetricNames.fold(joined);
    }
    add(row, names, label + " | " + foldedSection);
    previous = "";
    if (closing) {
      endSection(); // the net income of "Basic" or "Diluted" is the last that is told for a share
    }
  }

  /**
   * Whether a row below "Basic" or "Diluted" can be an amount for a share: it names no other
   * metric, and is not many times the rows before it.
   */
  private boolean staysForShare(Row row, List<Named> names) {
    BigDecimal most =
        row.entries().stream()
            .flatMap(e -> e.flatMap(TableGrid.Entry::figure).stream())
            .map(f -> f.printed().abs())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    boolean near =
        mostForShare.signum() == 0 || most.compareTo(mostForShare.multiply(FOR_SHARE_TIMES)) <= 0;
    mostForShare = mostForShare.max(most);
    return near
        && names.stream().allMatch(n -> n.metric() == Metric.NET_INCOME || n.metric().perShare());
  }

  private void endSection() {
    section = "";
    foldedSection = "";
    ofWhichShares = false;
    closing = false;
  }

  /** Whether a heading says that rows below it are of one part of the business. */
  static boolean ofPart(String section) {
    return SEGMENT_SECTION.in(section);
  }

  /**
   * What the sum of a section can be: what businesses earn adds up to the result of the company
   * only where a row of the section has what none of them bears.
   */
  private List<Named> wholes(List<Named> names) {
    boolean all = rowsOfSection.stream().anyMatch(r -> UNALLOCATED.matcher(r.label()).find());
    return names.stream().filter(n -> all || n.metric() != Metric.OPERATING_INCOME).toList();
  }

  private static boolean sales(Named n) {
    return n.metric() == Metric.REVENUE || n.metric() == Metric.NET_SALES;
  }

  private void add(Row row, List<Named> names, String label) {
    if (names.isEmpty() || ofPart(section) || NO_METRICS_SECTION.in(section)) {
      return;
    }
    boolean underAdjusted = ADJUSTED_SECTION.in(section);
    for (Named n : names) {
      if (!underAdjusted || n.basis() == Basis.NON_GAAP || label.startsWith("gaap ")) {
        found.add(new Reading(row, n, label, written(row), Optional.empty()));
      } else if (ADJUSTED_WHOLE.matcher(section).matches()) {
        Named said = new Named(n.metric(), Basis.NON_GAAP, n.sign(), n.whose(), n.rank());
        adjusted.add(new Reading(row, said, label, written(row), Optional.empty()));
      }
    }
  }

  /**
   * Whether a row under "As adjusted" is the adjusted figure of a row that is reported in another
   * section: a reconciliation begins with the reported figure itself.
   */
  private boolean besideReported(Reading r) {
    boolean named =
        found.stream()
            .anyMatch(
                f ->
                    f.named().metric() == r.named().metric()
                        && f.named().basis() == Basis.NON_GAAP);
    return !named
        && found.stream()
            .filter(
                f -> f.named().metric() == r.named().metric() && f.named().basis() == Basis.GAAP)
            .anyMatch(f -> SectionParts.differ(f, r));
  }

  private String written(Row row) {
    return section.toLowerCase(Locale.ROOT) + " | " + row.label().toLowerCase(Locale.ROOT);
  }

  /** Whether the row is a result for one share only because its section says so. */
  private boolean perShare(List<Named> names, String label) {
    return PER_SHARE_SECTION.in(foldedSection)
        && names.stream().noneMatch(n -> n.metric().perShare())
        && (names.stream().anyMatch(n -> n.metric() == Metric.NET_INCOME)
            || label.contains("dilut"));
  }

  /** Whether a row without a label is the sum of the rows above it in its section. */
  private static boolean sumOf(List<Row> parts, Row total) {
    if (parts.size() < 2) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < total.entries().size(); i++) {
      Optional<Figure> t = total.figure(i);
      if (t.isEmpty() || percentages(parts, total, i)) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (Row part : parts) {
        sum = sum.add(part.figure(i).map(Figure::printed).orElse(BigDecimal.ZERO));
      }
      BigDecimal slack = t.get().halfDigit().multiply(BigDecimal.valueOf(parts.size()));
      if (sum.subtract(t.get().printed()).abs().compareTo(slack) > 0) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Whether a column of changes in per cent, which no sum is made of. */
  private static boolean percentages(List<Row> parts, Row total, int column) {
    return Stream.concat(parts.stream(), Stream.of(total))
        .flatMap(r -> r.figure(column).stream())
        .anyMatch(f -> f.kind() == Figure.Kind.PERCENT);
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
}

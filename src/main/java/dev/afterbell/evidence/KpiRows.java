package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows rows of the issuer's own measures by their whole labels: growth of comparable sales,
 * occupancy, gross merchandise volume. A row that has a scale of its own in its label, or whose
 * name stands in the table twice, is not read.
 */
final class KpiRows {

  private static final Expression PERCENTAGE = TableFacts.CUES.expression("kpi-percentage");
  private static final Expression AMOUNT = TableFacts.CUES.expression("kpi-amount");
  private static final Pattern OWN_SCALE = TableFacts.CUES.get("own-scale");
  private static final Pattern MARK = TableFacts.CUES.get("label-mark");

  private KpiRows() {}

  /** The rows of {@code part} that are such measures. */
  static List<Reading> of(Part part) {
    List<Reading> found = new ArrayList<>();
    String section = "";
    for (Row row : part.rows()) {
      if (row.section()) {
        section = row.label();
      } else if (measure(row) && !RowNames.ofPart(section)) {
        found.add(reading(row));
      }
    }
    return found.stream().filter(r -> once(r, found)).toList();
  }

  private static boolean measure(Row row) {
    Wording label = row.name().words();
    boolean ofPercent = PERCENTAGE.matches(label);
    if (!ofPercent && !AMOUNT.matches(label)) {
      return false;
    }
    List<Figure> figures =
        row.entries().stream().flatMap(Optional::stream).flatMap(e -> e.figure().stream()).toList();
    boolean percent =
        !figures.isEmpty() && figures.stream().allMatch(f -> f.kind() == Figure.Kind.PERCENT);
    boolean amount = figures.stream().anyMatch(f -> f.kind() == Figure.Kind.MONEY);
    return (ofPercent ? percent : amount) && !OWN_SCALE.matcher(row.label()).find();
  }

  private static boolean once(Reading r, List<Reading> all) {
    return all.stream().filter(o -> o.label().equals(r.label())).count() == 1;
  }

  private static Reading reading(Row row) {
    Named named = new Named(Metric.KPI, Basis.GAAP, MetricNames.Sign.ASIS, Optional.empty(), 1);
    String written = row.label().strip();
    String name =
        MARK.matcher(written).replaceAll("").replaceAll("(?<=[a-z]{4})\\d{1,2}$", "").strip();
    return new Reading(
        row, named, row.folded(), written.toLowerCase(Locale.ROOT), Optional.of(name));
  }
}

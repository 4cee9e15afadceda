package dev.afterbell.evidence;

import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows rows that the heading of their section takes away from the company or from the period: "Net
 * sales" under each of several regions, and rows under the dates of another year.
 */
final class SectionParts {

  private static final Pattern WHOLE = TableFacts.CUES.get("whole-section");

  private static final Expression REVENUE_LINE = TableFacts.CUES.expression("revenue-line");
  private static final Pattern WHOLE_ROW =
      Pattern.compile("\\b(?:total|consolidated|group|company)\\b");

  /** What each of several businesses has of its own in one statement. */
  private static final Set<Metric> OF_BUSINESS =
      EnumSet.of(
          Metric.REVENUE,
          Metric.NET_SALES,
          Metric.COST_OF_REVENUE,
          Metric.GROSS_PROFIT,
          Metric.OPERATING_INCOME);

  private SectionParts() {}

  /**
   * The readings without rows of one name that differ from section to section, and without those of
   * a business that has its revenue in a section of its own, beside another that has.
   */
  static List<Reading> without(List<Reading> readings, Part part) {
    Set<String> businesses = businesses(part);
    return readings.stream()
        .filter(r -> !parted(r, readings))
        .filter(r -> businesses.size() < 2 || !ofBusiness(r, businesses))
        .toList();
  }

  /** Sections with a name of their own that have a row of revenue. */
  private static Set<String> businesses(Part part) {
    Set<String> found = new HashSet<>();
    String section = "";
    for (Row row : part.rows()) {
      if (row.section()) {
        section = row.label().toLowerCase(Locale.ROOT);
      } else if (REVENUE_LINE.matches(row.name().words()) && named(section)) {
        found.add(section);
      }
    }
    return found;
  }

  private static boolean ofBusiness(Reading r, Set<String> businesses) {
    return OF_BUSINESS.contains(r.named().metric())
        && businesses.contains(section(r))
        && !WHOLE_ROW.matcher(r.row().folded()).find();
  }

  private static boolean parted(Reading r, List<Reading> all) {
    String section = section(r);
    return named(section)
        && all.stream()
            .anyMatch(
                o ->
                    o.row() != r.row()
                        && o.named().equals(r.named())
                        && o.row().folded().equals(r.row().folded())
                        && named(section(o))
                        && !section(o).equals(section)
                        && differ(o, r));
  }

  /** Whether a section has a name of its own: no period, basis, metric or word for the whole. */
  private static boolean named(String section) {
    return !section.isBlank()
        && !WHOLE.matcher(section).find()
        && PeriodReader.read(section).empty()
        && MetricNames.shipped().read(section).isEmpty();
  }

  static boolean differ(Reading one, Reading other) {
    for (int i = 0; i < one.row().entries().size(); i++) {
      int column = i;
      boolean differ =
          one.row()
              .figure(i)
              .flatMap(
                  a ->
                      other
                          .row()
                          .figure(column)
                          .filter(b -> a.printed().compareTo(b.printed()) != 0))
              .isPresent();
      if (differ) {
        return true;
      }
    }
    return false;
  }

  /** The readings without those whose section names a period of another year. */
  static List<Reading> current(List<Reading> readings, PeriodBook book) {
    return readings.stream().filter(r -> !earlier(section(r), book)).toList();
  }

  private static boolean earlier(String section, PeriodBook book) {
    PeriodRef ref = PeriodReader.read(section);
    return ref.hasLength() && ref.hasTime() && book.find(ref).filter(f -> !f.current()).isPresent();
  }

  private static String section(Reading r) {
    return r.written().substring(0, Math.max(0, r.written().indexOf(" | ")));
  }
}

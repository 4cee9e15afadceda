package dev.afterbell.evidence;

import dev.afterbell.evidence.RowNames.Reading;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows rows that the heading of their section takes away from the company or from the period: "Net
 * sales" under each of several regions, and rows under the dates of another year.
 */
final class SectionParts {

  private static final Pattern WHOLE = TableFacts.CUES.get("whole-section");

  private SectionParts() {}

  /** The readings without rows of one name that differ from section to section. */
  static List<Reading> without(List<Reading> readings) {
    return readings.stream().filter(r -> !parted(r, readings)).toList();
  }

  private static boolean parted(Reading r, List<Reading> all) {
    String section = section(r);
    return named(section)
        && all.stream()
            .anyMatch(
                o ->
                    o.row() != r.row()
                        && o.named().equals(r.named())
                        && MetricNames.fold(o.row().label())
                            .equals(MetricNames.fold(r.row().label()))
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

  private static boolean differ(Reading one, Reading other) {
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

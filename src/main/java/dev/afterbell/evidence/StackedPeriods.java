package dev.afterbell.evidence;

import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows tables that tell one period below the other under the same years: "Three months ended June
 * 30:" over some rows and "Six months ended June 30:" over the next.
 */
final class StackedPeriods {

  private static final Pattern HEADING = TableFacts.CUES.get("stacked-period");

  private StackedPeriods() {}

  /** The pieces of {@code part}, each under the period that heads it. */
  static List<Part> of(Part part) {
    if (part.rows().stream().noneMatch(StackedPeriods::heads)) {
      return List.of(part);
    }
    List<Part> pieces = new ArrayList<>();
    List<Wording> captions = part.captions();
    List<Row> rows = new ArrayList<>();
    for (Row row : part.rows()) {
      if (heads(row)) {
        if (!rows.isEmpty()) {
          pieces.add(new Part(part.headers(), captions, rows));
        }
        captions = new ArrayList<>(part.captions());
        captions.add(Wording.of(row.label()));
        rows = new ArrayList<>();
      } else {
        rows.add(row);
      }
    }
    pieces.add(new Part(part.headers(), captions, rows));
    return pieces;
  }

  private static boolean heads(Row row) {
    return row.section() && HEADING.matcher(row.label()).matches();
  }
}

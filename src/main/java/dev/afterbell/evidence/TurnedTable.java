package dev.afterbell.evidence;

import dev.afterbell.evidence.TableGrid.Entry;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.evidence.TableLayout.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a table whose measures stand over the columns and whose periods stand in the rows, as in
 * the summaries of financial results of the Tokyo Stock Exchange, the usual way round.
 */
final class TurnedTable {

  private static final Pattern HEADER_UNITS = TableFacts.CUES.get("header-units");
  private static final Pattern SHARE_OF = TableFacts.CUES.get("header-share");

  private static final Pattern OWNERS =
      Pattern.compile("(?i)owners of (?:the )?parent(?: company)?");

  /** A row of changes between the rows above it. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)\\W*(?:year[- ]over[- ]year |percent(?:age)? )?"
              + "(?:change|growth|increase|variance)\\b.{0,24}");

  private static final Pattern SALES = Pattern.compile("(?i)\\b(?:net sales|revenues?|sales)\\b");

  private TurnedTable() {}

  /** {@code part} with its measures in rows; as it is where they are there already. */
  static Part righted(Part part) {
    List<Row> periods =
        part.rows().stream()
            .filter(r -> !r.section() && !CHANGE.matcher(r.label()).matches())
            .toList();
    if (periods.stream().anyMatch(r -> !period(r.label()))) {
      return part;
    }
    if (periods.isEmpty()
        || part.headers().stream()
            .allMatch(h -> MetricNames.shipped().read(measure(h.text())).isEmpty())
        || part.rows().stream().anyMatch(r -> !r.metrics().isEmpty())) {
      return part;
    }
    List<Wording> captions = new ArrayList<>(part.captions());
    List<Row> turned = new ArrayList<>();
    for (int i = 0; i < part.headers().size(); i++) {
      Wording header = part.headers().get(i);
      String measure = named(measure(header.text()), part.headers());
      if (SHARE_OF.matcher(header.text()).find() || measure.isEmpty()) {
        continue;
      }
      captions.add(header);
      List<Optional<Entry>> entries = new ArrayList<>();
      for (Row row : periods) {
        entries.add(row.entries().get(i));
      }
      turned.add(new Row(measure, entries));
    }
    return new Part(periods.stream().map(Row::label).map(Wording::of).toList(), captions, turned);
  }

  /** "owners of parent" beside sales: the first line of that header stands above the table. */
  private static String named(String measure, List<Wording> headers) {
    boolean owners = OWNERS.matcher(measure).matches();
    return owners && headers.stream().anyMatch(h -> SALES.matcher(h.text()).find())
        ? "Profit attributable to " + measure
        : measure;
  }

  private static boolean period(String label) {
    return label.length() <= 60 && PeriodReader.read(label).hasTime();
  }

  /** What a header says besides currency and scale. */
  private static String measure(String header) {
    return HEADER_UNITS.matcher(header).replaceAll(" ").strip();
  }
}

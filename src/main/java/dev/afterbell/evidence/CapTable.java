package dev.afterbell.evidence;

import dev.afterbell.evidence.ContractCaps.Amount;
import dev.afterbell.evidence.ContractCaps.Draft;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of yearly ceilings. Year and role (previous or revised) of a cell come from the headings
 * above it, else from its row's label; what is capped from the label, else from the rows above.
 * Rows that add up to a total are parts of that ceiling and not ceilings of their own.
 */
final class CapTable {

  private static final Pattern REVISED =
      Pattern.compile("(?i)\\b(?:revised|new|proposed|amended|updated|increased)\\b");
  private static final Pattern HISTORY =
      Pattern.compile(
          "(?i)\\b(?:historical|actual|utili[sz]\\w+|incurred|transaction amounts?)\\b");
  private static final Pattern SCALE =
      Pattern.compile("(?i)\\b(thousand|million|billion)s?\\b|[’'‘]000");
  private static final Pattern CURRENCY =
      Pattern.compile(
          "(?:U\\.S\\.|US|HK|NT|CA|AU|NZ|[CAS])?\\$|[€£₹]|\\b(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|INR|CAD|AUD|SGD|CHF)\\b");

  private final Table table;
  private final CapYears years;
  private final String dollar;
  private final String around;
  private final int headerRows;

  /** One amount of the table with all that its headings say. */
  private record Entry(
      String subject,
      boolean total,
      int row,
      LocalDate end,
      boolean previous,
      Amount amount,
      String unit) {}

  private CapTable(Table table, Narrative.Part part, CapYears years, String dollar) {
    this.table = table;
    this.years = years;
    this.dollar = dollar;
    this.around = part.lead().map(SourceText::text).orElse("") + " " + part.heading();
    this.headerRows = headerRows(table);
  }

  static List<Draft> read(
      Table table, Narrative.Part part, CapYears years, String dollar, String fallback) {
    CapTable reader = new CapTable(table, part, years, dollar);
    return reader.isOfCaps() ? reader.drafts(fallback) : List.of();
  }

  private boolean isOfCaps() {
    boolean inTable =
        table.rows().stream()
            .flatMap(r -> r.cells().stream())
            .anyMatch(c -> c.text().length() < 120 && ContractCaps.CAP.isIn(c.text().text()));
    return inTable || ContractCaps.CAP.isIn(around);
  }

  private List<Draft> drafts(String fallback) {
    List<Entry> entries = new ArrayList<>();
    String group = "";
    for (int r = headerRows; r < table.rows().size(); r++) {
      Table.Row row = table.rows().get(r);
      boolean anyAmount = false;
      for (Table.Cell cell : row.cells()) {
        Optional<Entry> entry = entry(r, cell, group, fallback);
        entry.ifPresent(entries::add);
        anyAmount |= entry.isPresent();
      }
      if (!anyAmount && row.cells().size() == 1) {
        group = row.cells().get(0).text().text();
      }
    }
    return paired(withoutParts(entries));
  }

  private Optional<Entry> entry(int r, Table.Cell cell, String group, String fallback) {
    List<Figure> figures = NumberReader.scan(cell.text());
    if (figures.size() != 1 || figures.get(0).printed().signum() <= 0 || isLabel(r, cell)) {
      return Optional.empty();
    }
    Figure figure = figures.get(0);
    boolean wholeCell = figure.to() - figure.from() >= cell.text().length() - 2;
    String label = label(r);
    String above = above(cell);
    Optional<LocalDate> end = years.heading(above).or(() -> years.heading(label));
    String said = above + " " + label;
    Optional<String> unit = unit(figure, above, label);
    Optional<BigDecimal> value = value(figure, above, label);
    if (!wholeCell
        || end.isEmpty()
        || unit.isEmpty()
        || value.isEmpty()
        || HISTORY.matcher(said).find()) {
      return Optional.empty();
    }
    boolean previous = ContractCaps.PREVIOUS.matcher(said).find() && !REVISED.matcher(said).find();
    return Optional.of(
        new Entry(
            subject(label, group).orElse(fallback),
            label.matches("(?i)\\s*(?:sub-?)?total\\b.*"),
            r,
            end.get(),
            previous,
            new Amount(value.get(), Narrative.passage(cell.text(), figure.from(), figure.to())),
            unit.get()));
  }

  /** The label says it, unless it says only a year or a role; then the rows above do. */
  private Optional<String> subject(String label, String group) {
    String bare =
        label.replaceAll("\\(.*?\\)", "").replaceAll("(?i)^(?:sub-?)?total\\b", "").strip();
    boolean says = !bare.isEmpty() && !ContractCaps.CAP.isIn(bare) && years.heading(bare).isEmpty();
    Optional<String> subject =
        says ? ContractSubjects.clean(bare) : ContractCaps.subject(bare + ".");
    return subject
        .or(() -> group.isEmpty() ? Optional.empty() : ContractSubjects.clean(group))
        .or(() -> ContractSubjects.ofAgreement(around));
  }

  private static List<Entry> withoutParts(List<Entry> entries) {
    List<Entry> kept = new ArrayList<>();
    int after = -1;
    for (Entry total : entries) {
      if (total.total()) {
        int from = after;
        boolean adds =
            entries.stream()
                .filter(e -> e.row() == total.row())
                .allMatch(t -> addsUp(entries, t, from));
        if (adds) {
          kept.removeIf(e -> e.row() > from && e.row() < total.row());
        }
        kept.add(total);
        if (entries.stream()
            .noneMatch(
                e -> e.row() == total.row() && entries.indexOf(e) > entries.indexOf(total))) {
          after = total.row();
        }
      } else {
        kept.add(total);
      }
    }
    return kept;
  }

  private static boolean addsUp(List<Entry> entries, Entry total, int after) {
    BigDecimal sum =
        entries.stream()
            .filter(e -> e.row() > after && e.row() < total.row())
            .filter(e -> e.end().equals(total.end()) && e.previous() == total.previous())
            .map(e -> e.amount().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(total.amount().value()) == 0;
  }

  private static List<Draft> paired(List<Entry> entries) {
    Map<String, Draft> drafts = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Entry e : entries) {
      String key = e.subject() + "|" + e.end();
      Draft known = drafts.get(key);
      if (known == null) {
        order.add(key);
      }
      Optional<Amount> before = known == null ? Optional.empty() : known.previous();
      Optional<Amount> now = known == null ? Optional.empty() : known.revised();
      drafts.put(
          key,
          new Draft(
              e.subject(),
              e.end(),
              e.previous() ? Optional.of(e.amount()) : before,
              e.previous() ? now : Optional.of(e.amount()),
              e.unit()));
    }
    return order.stream().map(drafts::get).toList();
  }

  private boolean isLabel(int r, Table.Cell cell) {
    return cell == table.rows().get(r).cells().get(0) && cell.column() == 0;
  }

  private String label(int r) {
    Table.Cell first = table.rows().get(r).cells().get(0);
    return first.column() == 0 ? first.text().text() : "";
  }

  private String above(Table.Cell cell) {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < headerRows; r++) {
      for (Table.Cell head : table.rows().get(r).cells()) {
        if (head.column() < cell.columnEnd() && cell.column() < head.columnEnd()) {
          text.append(text.length() == 0 ? "" : " ").append(head.text().text());
        }
      }
    }
    return text.toString();
  }

  private Optional<String> unit(Figure figure, String above, String label) {
    return figure
        .currency()
        .or(() -> currency(above))
        .or(() -> currency(label))
        .or(() -> currency(around))
        .map(c -> c.equals("$") ? dollar : c)
        .filter(c -> c.matches("[A-Z]{3}"));
  }

  private static Optional<String> currency(String text) {
    Matcher m = CURRENCY.matcher(text);
    return m.find() ? Optional.of(Currencies.code(m.group())) : Optional.empty();
  }

  /** The full amount; nothing where a small number has no scale beside it. */
  private Optional<BigDecimal> value(Figure figure, String above, String label) {
    int power = figure.power();
    if (!figure.scaled()) {
      Optional<Integer> scale = scale(above).or(() -> scale(label)).or(() -> scale(around));
      if (scale.isEmpty() && figure.printed().compareTo(BigDecimal.valueOf(10_000)) < 0) {
        return Optional.empty();
      }
      power = scale.orElse(0);
    }
    BigDecimal value = figure.printed().scaleByPowerOfTen(power).stripTrailingZeros();
    return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
  }

  private static Optional<Integer> scale(String text) {
    Matcher m = SCALE.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    String word = m.group(1) == null ? "thousand" : m.group(1).toLowerCase(java.util.Locale.ROOT);
    return Optional.of(word.equals("thousand") ? 3 : word.equals("million") ? 6 : 9);
  }

  /** Rows before the first that has a label and an amount beside it. */
  private static int headerRows(Table table) {
    for (int r = 0; r < table.rows().size(); r++) {
      List<Table.Cell> cells = table.rows().get(r).cells();
      boolean amount =
          cells.stream()
              .skip(1)
              .map(c -> NumberReader.scan(c.text()))
              .anyMatch(f -> f.size() == 1 && !f.get(0).year());
      boolean dated = cells.stream().skip(1).anyMatch(c -> !WrittenDates.scan(c.text()).isEmpty());
      boolean group = cells.size() == 1 && cells.get(0).column() == 0 && r > 0;
      if ((amount && !dated && cells.get(0).column() == 0) || group) {
        return r;
      }
    }
    return table.rows().size();
  }
}

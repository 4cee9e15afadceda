package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table cut into lines: a label, the figures beside it, and the texts that stand where figures
 * would. Currency signs, parentheses and percent signs in cells of their own are joined to their
 * figure.
 */
final class TableGrid {

  /** A cell that holds no figure, but what belongs to one, is no longer. */
  private static final int MARK_CHARS_MAX = 16;

  private static final Pattern SIGN_CELL =
      Pattern.compile(
          "(?:[$€£¥￥₹(\\[]|US\\$|HK\\$|NT\\$|C\\$|A\\$|R\\$|S\\$|Rs\\.?|RMB|USD|CNY|EUR|GBP|CAD|CHF|SEK"
              + "|NOK|DKK|INR|JPY|HKD|TWD|KRW)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING_CELL =
      Pattern.compile("\\)? ?(?:%|pp|pts?|ppts?|bps?|p\\.p\\.|points?|percent)?\\)?[*†]{0,3}");
  private static final Pattern NOTHING_CELL =
      Pattern.compile(
          "[$€£¥ ]*(?:[-–—−‒]{1,3}|nil|n/?a|n\\.a\\.|n/?m|n\\.m\\.|\\*{1,3}|#|\\.)[ %*)]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOOTNOTE = Pattern.compile("\\((?:\\d{1,2}|[a-z])\\)");
  private static final Pattern LEFTOVER =
      Pattern.compile("[ $€£¥*†‡()+%]*|(?:\\(?(?:[a-z]|\\d{1,2})\\)|\\[\\d{1,2}\\])*+");

  /** The number or letter of a row. */
  private static final Pattern SERIAL =
      Pattern.compile("\\(?(?:\\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[).]{0,2}");

  /** The number of a row at the beginning of its label. */
  private static final Pattern ROW_NUMBER =
      Pattern.compile("^(?:[IVX]{1,5}[.)]?|\\d{1,2}[.)]) +(?=\\p{Lu}[\\p{L}(])");

  /** What a cell says of its amount besides: ", or 13.5% of total revenues". */
  private static final Pattern SAID_OTHERWISE =
      Pattern.compile(",? or [$€£]?\\d.*", Pattern.DOTALL);

  private TableGrid() {}

  /**
   * A figure in a cell, or a dash that stands for none.
   *
   * @param figure the number; absent for a dash or "not meaningful"
   * @param cell the text of the cell that holds the digits
   * @param column first grid column, its currency sign's included
   * @param columnEnd grid column after the last
   */
  record Entry(Optional<Figure> figure, SourceText cell, int column, int columnEnd) {

    boolean year() {
      return figure.map(Figure::year).orElse(false);
    }

    Entry closed(int end, Optional<Figure> closed) {
      return new Entry(closed, cell, column, end);
    }
  }

  /**
   * A row.
   *
   * @param label what the row is about; empty where the first cell is
   * @param labelColumn where the label starts
   * @param labelEnd where it ends
   * @param entries figures and dashes
   * @param texts other cells
   */
  record Line(
      String label, int labelColumn, int labelEnd, List<Entry> entries, List<Table.Cell> texts) {

    Line with(List<Entry> others) {
      return new Line(label, labelColumn, labelEnd, others, texts);
    }

    boolean onlyYears() {
      return !entries.isEmpty() && entries.stream().allMatch(Entry::year);
    }

    boolean hasFigures() {
      return entries.stream().anyMatch(e -> e.figure().isPresent());
    }
  }

  static List<Line> lines(Table table) {
    List<Line> lines = new ArrayList<>();
    boolean continental = ContinentalFigures.in(table);
    for (Table.Row row : table.rows()) {
      lines.add(line(row, continental));
    }
    return lines;
  }

  private static Line line(Table.Row row, boolean continental) {
    List<Entry> entries = new ArrayList<>();
    List<Table.Cell> texts = new ArrayList<>();
    Optional<Table.Cell> label = Optional.empty();
    Optional<Table.Cell> sign = Optional.empty();
    boolean open = false; // whether the cell before is a figure that a mark may close
    boolean currencies = currencies(row);
    for (Table.Cell cell : row.cells()) {
      String text = cell.text().text().trim();
      boolean first = label.isEmpty() && entries.isEmpty() && texts.isEmpty();
      if (text.isEmpty()) {
        continue;
      }
      if (currencies) {
        if (!FOOTNOTE.matcher(text).matches()) {
          texts.add(cell);
        }
        continue;
      }
      boolean words = !Dated.hasDigit(text);
      boolean mark = words && text.length() <= MARK_CHARS_MAX;
      if (mark && SIGN_CELL.matcher(text).matches()) {
        sign.ifPresent(texts::add); // a currency that no figure follows heads a column
        sign = Optional.of(cell);
        open = false;
      } else if (mark && !entries.isEmpty() && CLOSING_CELL.matcher(text).matches()) {
        if (open) {
          close(entries, cell, text);
        } else if (sign.isPresent()) {
          // "$" and "%" head the columns of changes
          texts.add(sign.get());
          texts.add(cell);
          sign = Optional.empty();
        }
      } else if (mark && !(first && cell.column() == 0) && NOTHING_CELL.matcher(text).matches()) {
        entries.add(new Entry(Optional.empty(), cell.text(), start(cell, sign), cell.columnEnd()));
        sign = Optional.empty();
        open = true;
      } else {
        Optional<Figure> figure = words ? Optional.empty() : figure(text, sign, continental);
        if (figure.isPresent() && !(first && cell.column() == 0 && !figure.get().year())) {
          Figure shifted = shift(figure.get(), cell.text().text());
          entries.add(
              new Entry(Optional.of(shifted), cell.text(), start(cell, sign), cell.columnEnd()));
        } else if (first
            || (entries.isEmpty()
                && texts.isEmpty()
                && label.filter(TableGrid::serial).isPresent())) {
          label = Optional.of(cell);
        } else {
          sign.filter(s -> figure.isEmpty()).ifPresent(texts::add); // of the column before
          texts.add(cell);
        }
        open = label.filter(l -> l == cell).isEmpty() && figure.isPresent();
        sign = Optional.empty();
      }
    }
    sign.filter(c -> entries.isEmpty()).ifPresent(texts::add);
    return new Line(
        label.map(c -> ROW_NUMBER.matcher(c.text().text().trim()).replaceFirst("")).orElse(""),
        label.map(Table.Cell::column).orElse(0),
        label.map(Table.Cell::columnEnd).orElse(0),
        entries,
        texts);
  }

  /**
   * Whether a row has nothing but currencies over columns, some with the mark of a footnote, which
   * is no figure: {@code RMB RMB US$ (1)}.
   */
  private static boolean currencies(Table.Row row) {
    int currencies = 0;
    int marks = 0;
    for (Table.Cell cell : row.cells()) {
      String text = cell.text().text().trim();
      String bare = text.endsWith(")") ? FOOTNOTE.matcher(text).replaceAll("").trim() : text;
      if (bare.length() > MARK_CHARS_MAX || !bare.isEmpty() && !SIGN_CELL.matcher(bare).matches()) {
        return false;
      }
      currencies += bare.isEmpty() ? 0 : 1;
      marks += bare.length() < text.length() ? 1 : 0;
    }
    return marks > 0 && currencies > marks;
  }

  /** Whether a cell is the number of its row: the label stands in the next. */
  private static boolean serial(Table.Cell cell) {
    return cell.column() == 0 && SERIAL.matcher(cell.text().text().trim()).matches();
  }

  private static Figure shift(Figure f, String whole) {
    int lead = 0;
    while (lead < whole.length() && whole.charAt(lead) <= ' ') {
      lead++;
    }
    return lead == 0
        ? f
        : new Figure(
            f.printed(),
            f.power(),
            f.scaled(),
            f.kind(),
            f.currency(),
            f.enclosed(),
            f.from() + lead,
            f.to() + lead);
  }

  private static int start(Table.Cell cell, Optional<Table.Cell> sign) {
    return sign.map(Table.Cell::column).orElse(cell.column());
  }

  private static void close(List<Entry> entries, Table.Cell cell, String text) {
    Entry last = entries.get(entries.size() - 1);
    Optional<Figure> figure = last.figure();
    if (figure.isPresent()) {
      Figure f = figure.get();
      Figure.Kind kind =
          text.contains("%") || text.contains("percent")
              ? Figure.Kind.PERCENT
              : text.contains("bp")
                  ? Figure.Kind.BASIS_POINTS
                  : text.contains("p") ? Figure.Kind.POINTS : f.kind();
      figure =
          Optional.of(
              new Figure(
                  f.printed(),
                  f.power(),
                  f.scaled(),
                  kind,
                  f.currency(),
                  f.enclosed(),
                  f.from(),
                  f.to()));
    }
    entries.set(entries.size() - 1, last.closed(cell.columnEnd(), figure));
  }

  /** The one number of a cell, its sign settled; empty for words, ranges and dates. */
  private static Optional<Figure> figure(
      String cell, Optional<Table.Cell> sign, boolean continental) {
    String text = cell.contains(" or ") ? SAID_OTHERWISE.matcher(cell).replaceFirst("") : cell;
    List<Figure> figures = numbers(text, continental);
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    Figure f = figures.get(0);
    String before = text.substring(0, f.from()).trim();
    String after = text.substring(f.to());
    if (!leftover(before)
        || !(after.isEmpty() || leftover(FOOTNOTE.matcher(after).replaceAll("").trim()))) {
      return Optional.empty();
    }
    boolean openBefore =
        sign.map(c -> c.text().text().contains("(")).orElse(false) || before.contains("(");
    boolean down = before.equalsIgnoreCase("down");
    if (f.printed().signum() > 0 && (f.enclosed() || openBefore || down)) {
      f = f.negated();
    }
    if (f.currency().isEmpty() && sign.isPresent()) {
      String code = sign.get().text().text().replace("(", "").trim();
      if (!code.isEmpty()) {
        f = withCurrency(f, Currencies.code(code));
      }
    }
    return Optional.of(f);
  }

  /** Whether what stands beside a number leaves it the only thing that the cell says. */
  private static boolean leftover(String beside) {
    return beside.isEmpty() || LEFTOVER.matcher(beside).matches();
  }

  private static Figure withCurrency(Figure f, String code) {
    Figure.Kind kind = f.kind() == Figure.Kind.NUMBER ? Figure.Kind.MONEY : f.kind();
    return new Figure(
        f.printed(),
        f.power(),
        f.scaled(),
        kind,
        Optional.of(code),
        f.enclosed(),
        f.from(),
        f.to());
  }

  private static List<Figure> numbers(String text, boolean continental) {
    if (text.length() > 40) {
      return List.of();
    }
    if (ContinentalFigures.grouped(text) || (continental && ContinentalFigures.reads(text))) {
      return ContinentalFigures.read(text).stream().toList();
    }
    return NumberReader.scan(text);
  }
}

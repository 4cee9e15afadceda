package dev.afterbell.evidence;

import dev.afterbell.evidence.TableFacts.Around;
import dev.afterbell.evidence.TableLayout.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what each column of a table is of, by its header first and the captions next. */
final class TableColumns {

  private static final Expression INCOME_CAPTION = TableFacts.CUES.expression("income-caption");

  private static final Expression FOR_PERIOD = TableFacts.CUES.expression("for-period");

  private static final Pattern YEAR_TO_DATE = TableFacts.CUES.get("year-to-date");

  /** A longer text over the columns is prose. */
  private static final int CAPTION_CHARS_MAX = 160;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private TableColumns() {}

  /**
   * A column and what it is of.
   *
   * @param column what its header says
   * @param found its period; empty for changes and where it cannot be told
   * @param currency ISO 4217; empty where nothing says it
   */
  record Placed(TableColumn column, Optional<PeriodBook.Found> found, String currency) {}

  /** The columns of {@code part}, from left to right. */
  static List<Placed> of(Part part, List<Wording> near, TableUnits units, Around around) {
    PeriodRef caption = captionRef(part.captions(), near, around.book());
    List<Placed> placed = new ArrayList<>();
    List<TableColumn> read = withoutStrays(part.headers().stream().map(Wording::column).toList());
    for (int i = 0; i < read.size(); i++) {
      String header = part.headers().get(i).text();
      TableColumn column = read.get(i);
      // A column without a header beside columns that have one is not of the caption's period.
      boolean bare = header.isBlank() && part.headers().stream().anyMatch(h -> !h.text().isBlank());
      PeriodRef own =
          wholeYear(header, toDate(header, column.ref(), around.book()), read, around.book());
      PeriodRef ref = bare ? PeriodRef.NONE : own.or(caption);
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
    return withoutAdoption(withoutShares(part, placed));
  }

  /**
   * A column that was put under the "year ended" beside it though it ends on another day of the
   * year: it is of the length of the column that ends a year later, as where the heading of three
   * quarters stands over two of them.
   */
  private static List<TableColumn> withoutStrays(List<TableColumn> columns) {
    List<TableColumn> told = new ArrayList<>();
    for (TableColumn c : columns) {
      Optional<LocalDate> end = c.ref().end().filter(e -> c.ref().months() == 12);
      boolean other =
          end.isPresent()
              && columns.stream()
                  .filter(o -> o.ref().months() == 12)
                  .flatMap(o -> o.ref().end().stream())
                  .anyMatch(e -> !MonthDay.from(e).equals(MonthDay.from(end.get())));
      Optional<PeriodRef> later =
          columns.stream()
              .map(TableColumn::ref)
              .filter(r -> other && r.months() == 3 && r.end().equals(end.map(e -> e.plusYears(1))))
              .findFirst();
      told.add(
          later
              .map(
                  r ->
                      new PeriodRef(
                          3,
                          r.weeks(),
                          Optional.empty(),
                          Optional.empty(),
                          end,
                          Optional.empty(),
                          false))
              .map(r -> new TableColumn(r, c.units(), c.use(), c.basis()))
              .orElse(c));
    }
    return told;
  }

  /** A bare year beside columns of fourth quarters is a whole one. */
  private static PeriodRef wholeYear(
      String header, PeriodRef ref, List<TableColumn> all, PeriodBook book) {
    boolean bare = YEAR.matcher(header).matches() && !ref.hasLength();
    boolean fourth = book.reported().months() == 3 && book.yearEnds();
    boolean quarters =
        all.stream()
            .anyMatch(c -> c.ref().months() == 3 && c.ref().quarter().equals(Optional.of(4)));
    return bare && fourth && quarters ? ref.lasting(12) : ref;
  }

  /**
   * A year to date lasts from the beginning of the year to the reported quarter, whose number tells
   * how long.
   */
  private static PeriodRef toDate(String header, PeriodRef ref, PeriodBook book) {
    if (ref.hasLength() || !YEAR_TO_DATE.matcher(header).find()) {
      return ref;
    }
    return ref.lasting(book.yearToDate().map(PeriodRef::months).orElse(PeriodRef.UNTOLD));
  }

  /** Percentages of sales that stand beside their amounts under one header are of no period. */
  private static List<Placed> withoutShares(Part part, List<Placed> placed) {
    List<Placed> told = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed p = placed.get(i);
      boolean share = i > 0 && duplicate(placed, i) && share(part, i);
      told.add(share ? new Placed(p.column(), Optional.empty(), p.currency()) : p);
    }
    return told;
  }

  /**
   * A year before "as adjusted", alone beside this year as it is: an accounting rule was adopted,
   * and the amounts are the reported ones.
   */
  private static List<Placed> withoutAdoption(List<Placed> placed) {
    List<Placed> told = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed p = placed.get(i);
      boolean alone =
          p.column().basis().equals(Optional.of(Basis.NON_GAAP))
              && p.found().filter(f -> f.yearsBack() == 1).isPresent()
              && placed.stream().noneMatch(o -> o != p && o.found().equals(p.found()))
              && placed.stream().anyMatch(o -> o.column().basis().isEmpty() && yearAfter(o, p))
              && placed.stream().noneMatch(o -> o.column().basis().isPresent() && yearAfter(o, p));
      TableColumn c = p.column();
      told.add(
          alone
              ? new Placed(
                  new TableColumn(c.ref(), c.units(), c.use(), Optional.empty()),
                  p.found(),
                  p.currency())
              : p);
    }
    return told;
  }

  private static boolean yearAfter(Placed column, Placed before) {
    return column
        .found()
        .filter(f -> f.current() && before.found().map(b -> b.months() == f.months()).orElse(false))
        .isPresent();
  }

  /** Whether a row says 100 in column {@code i}, beside an amount that is something else. */
  private static boolean share(Part part, int i) {
    BigDecimal whole = BigDecimal.valueOf(100);
    return part.rows().stream()
        .anyMatch(
            r ->
                r.figure(i).filter(f -> f.printed().compareTo(whole) == 0).isPresent()
                    && r.figure(i - 1).filter(f -> f.printed().compareTo(whole) != 0).isPresent());
  }

  /** The currency of a sign: a bare dollar or yen sign is the document's own, if it is one. */
  static String settle(String currency, Around around) {
    if (currency.equals("$")) {
      return around.currency().filter(Currencies::dollarSign).orElse("USD");
    }
    return currency.equals("¥")
        ? around.currency().filter(c -> c.equals("CNY")).orElse("JPY")
        : currency;
  }

  private static PeriodRef lengthFromKind(PeriodRef ref, List<Wording> near, PeriodBook book) {
    boolean income =
        near.stream().limit(5).anyMatch(t -> t.has(INCOME_CAPTION))
            && near.stream().limit(5).noneMatch(t -> t.folded().contains("balance sheet"));
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

  private static PeriodRef captionRef(List<Wording> captions, List<Wording> near, PeriodBook book) {
    PeriodRef ref = PeriodRef.NONE;
    int looked = 0;
    for (Wording text : near) {
      boolean own = looked < captions.size();
      looked++;
      // A heading with amounts below it is of these, and of no table further down.
      if (looked > captions.size() + 5 || (!own && tellsAmounts(text))) {
        break;
      }
      boolean dated = text.folded().contains("ended") || text.has(FOR_PERIOD);
      if (text.length() <= CAPTION_CHARS_MAX
          && (own || dated)
          && !ProseSetting.severalLengths(text)) {
        PeriodRef here = toDate(text.text(), text.period(), book);
        boolean yearOnly =
            !here.hasLength() && here.endDay().isEmpty() && here.end().isEmpty() && !here.instant();
        if (!yearOnly) {
          ref = ref.or(here);
        }
      }
    }
    return ref;
  }

  private static boolean tellsAmounts(Wording text) {
    return text.figures().stream().anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
  }

  /** Two columns with nothing to tell them apart. */
  static boolean duplicate(List<Placed> columns, int i) {
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

  /**
   * Whether the column is a translation of another: that one alone is compared with the year
   * before, or it is in the document's currency.
   */
  static boolean translation(List<Placed> columns, int i, Around around) {
    Placed column = columns.get(i);
    boolean own = compared(columns, column);
    boolean others =
        columns.stream()
            .filter(c -> !c.currency().isEmpty() && !c.currency().equals(column.currency()))
            .anyMatch(c -> c.found().equals(column.found()) && compared(columns, c));
    if (own != others) {
      return others;
    }
    boolean foreign =
        around.currency().isPresent() && !around.currency().get().equals(column.currency());
    return foreign && columns.stream().anyMatch(c -> around.currency().get().equals(c.currency()));
  }

  /** Whether a column of the year before stands beside {@code column}, in the same currency. */
  private static boolean compared(List<Placed> columns, Placed column) {
    return columns.stream()
        .filter(c -> c.currency().equals(column.currency()))
        .flatMap(c -> c.found().stream())
        .anyMatch(
            f ->
                f.yearsBack() == 1
                    && column.found().filter(x -> x.months() == f.months()).isPresent());
  }
}

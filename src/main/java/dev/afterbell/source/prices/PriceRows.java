package dev.afterbell.source.prices;

import dev.afterbell.market.PriceSeries;
import dev.afterbell.source.prices.PriceColumns.Column;
import dev.afterbell.source.prices.PriceFile.Prices;
import dev.afterbell.source.prices.PriceFile.Reason;
import dev.afterbell.source.prices.PriceFile.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes a price series of the rows of a file. */
final class PriceRows {

  private static final Pattern PRICE =
      Pattern.compile("(?:(?:US|HK)?\\$ ?)?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})?(?:\\.\\d{1,12})?");
  private static final Pattern VOLUME =
      Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d{1,18})(?:\\.\\d{1,6})?[KMB]?");

  private final PriceColumns columns;
  private final Map<LocalDate, CsvRows.Row> seen = new HashMap<>();
  private final TreeMap<LocalDate, BigDecimal> adjusted = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> quoted = new TreeMap<>();
  private final TreeSet<LocalDate> untraded = new TreeSet<>();

  private PriceRows(PriceColumns columns) {
    this.columns = columns;
  }

  static Prices read(List<CsvRows.Row> rows, Subject subject) {
    PriceRows reader = new PriceRows(PriceColumns.of(rows.get(0)));
    List<CsvRows.Row> body = rows.subList(1, rows.size());
    List<LocalDate> dates = PriceDates.read(body.stream().map(reader::written).toList());
    for (int i = 0; i < body.size(); i++) {
      reader.take(body.get(i), dates.get(i));
    }
    return reader.prices(subject);
  }

  private PriceDates.Written written(CsvRows.Row row) {
    return new PriceDates.Written(
        row,
        columns
            .field(row, Column.DATE)
            .orElseThrow(() -> PriceFault.at(row, Reason.BAD_DATE, "the date is missing.")));
  }

  private void take(CsvRows.Row row, LocalDate date) {
    Optional<BigDecimal> close = price(row, Column.CLOSE);
    Optional<BigDecimal> ownAdjusted = price(row, Column.ADJUSTED);
    Optional<CsvRows.Row> before = Optional.ofNullable(seen.put(date, row));
    if (before.isPresent()) {
      throw repeated(before.get(), row, date, close.or(() -> ownAdjusted));
    }
    close.ifPresent(price -> quoted.put(date, price));
    ownAdjusted.ifPresent(price -> adjusted.put(date, price));
    price(row, Column.OPEN);
    price(row, Column.HIGH);
    price(row, Column.LOW);
    if (noVolume(row)) {
      untraded.add(date);
    }
  }

  private PriceFault repeated(
      CsvRows.Row before, CsvRows.Row row, LocalDate date, Optional<BigDecimal> price) {
    Optional<BigDecimal> first =
        price(before, Column.CLOSE).or(() -> price(before, Column.ADJUSTED));
    boolean same =
        first.isPresent() && price.isPresent() && first.get().compareTo(price.get()) == 0;
    return PriceFault.at(
        row,
        Reason.REPEATED_DATE,
        date
            + " stands in line "
            + before.line()
            + " already, with "
            + (same ? "the same price" : "another price")
            + ". Leave one row a day.");
  }

  private Optional<BigDecimal> price(CsvRows.Row row, Column column) {
    Optional<String> field = columns.field(row, column);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    String digits = field.get().replaceAll("^(?:US|HK)?\\$ ?", "").replace(",", "");
    if (!PRICE.matcher(field.get()).matches() || digits.isEmpty()) {
      throw PriceFault.at(
          row,
          Reason.BAD_NUMBER,
          "the "
              + PriceColumns.word(column)
              + " \""
              + shown(field.get())
              + "\" is no price. Write it as 1234.56 or $1,234.56.");
    }
    BigDecimal price = new BigDecimal(digits);
    if (price.signum() == 0 && (column == Column.CLOSE || column == Column.ADJUSTED)) {
      throw PriceFault.at(
          row, Reason.BAD_NUMBER, "the " + PriceColumns.word(column) + " is 0, which is no price.");
    }
    return Optional.of(price);
  }

  private boolean noVolume(CsvRows.Row row) {
    Optional<String> field = columns.field(row, Column.VOLUME);
    if (field.isPresent() && !VOLUME.matcher(field.get()).matches()) {
      throw PriceFault.at(
          row, Reason.BAD_NUMBER, "the volume \"" + shown(field.get()) + "\" is no number.");
    }
    return field.isPresent() && field.get().matches("0(?:\\.0+)?");
  }

  private Prices prices(Subject subject) {
    boolean takeAdjusted = columns.has(Column.ADJUSTED);
    TreeMap<LocalDate, BigDecimal> closes = takeAdjusted ? adjusted : quoted;
    if (closes.isEmpty()) {
      throw new PriceFault(Reason.NO_PRICES, "The file has no row with a closing price.");
    }
    return new Prices(
        subject,
        takeAdjusted,
        new PriceSeries(subject.currency(), closes),
        new PriceSeries(subject.currency(), quoted),
        untraded);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

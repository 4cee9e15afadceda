package dev.afterbell.source.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.source.prices.PriceFile.Prices;
import dev.afterbell.source.prices.PriceFile.Reason;
import dev.afterbell.source.prices.PriceFile.Subject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a price series of Tiingo's JSON list (shape in docs/sources.md): one object a day, in any
 * order, with {@code close} as quoted and {@code adjClose} adjusted for splits and dividends.
 */
final class TiingoRows {

  private static final int DIGITS_MAX = 40;

  private final Map<LocalDate, JsonNode> seen = new HashMap<>();
  private final TreeMap<LocalDate, BigDecimal> adjusted = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> quoted = new TreeMap<>();
  private final TreeSet<LocalDate> untraded = new TreeSet<>();

  private TiingoRows() {}

  /** Whether a file is JSON rather than CSV. */
  static boolean json(String text) {
    String start = text.stripLeading();
    return start.startsWith("[") || start.startsWith("{");
  }

  /** Whether JSON has this shape, as far as its first row tells. */
  static boolean is(JsonNode json) {
    JsonNode first = json.path(0);
    return json.isArray()
        && first.path("date").isTextual()
        && first.has("close")
        && first.has("adjClose");
  }

  static Prices read(String text, Subject subject) {
    JsonNode json = parsed(text);
    if (json.isArray() && json.isEmpty()) {
      throw new PriceFault(Reason.NO_PRICES, "The file has no row with a closing price.");
    }
    if (!is(json)) {
      throw new PriceFault(
          Reason.BAD_JSON,
          "The file is JSON, but no list of days with date, close and adjClose, as Tiingo gives"
              + " them.");
    }
    if (json.size() > Limits.PRICE_ROWS_MAX) {
      throw new PriceFault(
          Reason.TOO_LARGE,
          "The file has more than " + Limits.PRICE_ROWS_MAX + " rows. Drop one listing alone.");
    }
    TiingoRows rows = new TiingoRows();
    for (int i = 0; i < json.size(); i++) {
      rows.take(json.get(i), "$[" + i + "]");
    }
    return rows.prices(subject);
  }

  private static JsonNode parsed(String text) {
    try {
      return CanonicalJson.parse(text);
    } catch (CorruptJson e) {
      throw new PriceFault(Reason.BAD_JSON, "The file is not JSON: it may have been cut off.");
    }
  }

  private void take(JsonNode row, String path) {
    LocalDate date = date(row, path);
    Optional<JsonNode> before = Optional.ofNullable(seen.put(date, row));
    if (before.isPresent()) {
      if (before.get().equals(row)) {
        return;
      }
      throw new PriceFault(
          Reason.REPEATED_DATE,
          path + ": " + date + " stands in the file already, with other figures.");
    }
    price(row, path, "close").ifPresent(close -> quoted.put(date, close));
    price(row, path, "adjClose").ifPresent(close -> adjusted.put(date, close));
    if (row.path("volume").isNumber() && row.path("volume").decimalValue().signum() == 0) {
      untraded.add(date);
    }
  }

  /** The day of a session; its time is midnight of no zone. */
  private static LocalDate date(JsonNode row, String path) {
    String text = row.path("date").asText("");
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.+Z-]{1,30})?")) {
        return LocalDate.parse(text.substring(0, 10));
      }
    } catch (DateTimeException e) {
      throw new PriceFault(Reason.BAD_DATE, path + ".date: there is no such day.");
    }
    throw new PriceFault(Reason.BAD_DATE, path + ".date: a day such as 2026-01-31 is expected.");
  }

  private static Optional<BigDecimal> price(JsonNode row, String path, String member) {
    JsonNode value = row.path(member);
    if (value.isNull() || value.isMissingNode()) {
      return Optional.empty();
    }
    BigDecimal price = value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    if (price.signum() <= 0
        || price.precision() > DIGITS_MAX
        || Math.abs((long) price.scale()) > DIGITS_MAX) {
      throw new PriceFault(
          Reason.BAD_NUMBER, path + "." + member + ": a number above 0 is expected.");
    }
    // The parser writes 10.0 as 1E+1.
    return Optional.of(price.scale() < 0 ? price.setScale(0) : price);
  }

  private Prices prices(Subject subject) {
    if (adjusted.isEmpty()) {
      throw new PriceFault(Reason.NO_PRICES, "The file has no row with an adjusted close.");
    }
    return new Prices(
        subject,
        true,
        new PriceSeries(subject.currency(), adjusted),
        new PriceSeries(subject.currency(), quoted),
        untraded);
  }
}

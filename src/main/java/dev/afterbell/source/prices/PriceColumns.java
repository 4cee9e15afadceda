package dev.afterbell.source.prices;

import dev.afterbell.source.prices.PriceFile.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which column of a price file holds what, from its first line. */
final class PriceColumns {

  /** What a column can hold. */
  enum Column {
    DATE,
    CLOSE,
    ADJUSTED,
    OPEN,
    HIGH,
    LOW,
    VOLUME
  }

  private static final Map<String, Column> HEADERS = headers("columns.csv");

  private final Map<Column, Integer> places;

  private PriceColumns(Map<Column, Integer> places) {
    this.places = places;
  }

  /** Reads the first line; columns of other names are passed over. */
  static PriceColumns of(CsvRows.Row header) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < header.fields().size(); i++) {
      Optional<Column> column = Optional.ofNullable(HEADERS.get(plain(header.field(i))));
      if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        throw PriceFault.at(
            header,
            Reason.BAD_HEADER,
            "two columns give the " + word(column.get()) + "; keep one of them.");
      }
    }
    if (!places.containsKey(Column.DATE)
        || !places.containsKey(Column.CLOSE) && !places.containsKey(Column.ADJUSTED)) {
      throw PriceFault.at(
          header,
          Reason.BAD_HEADER,
          "the columns must be named, with at least Date and either Close or Adj Close, separated"
              + " by commas.");
    }
    return new PriceColumns(places);
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The row's field of a column; empty if there is no such column or nothing stands there. */
  Optional<String> field(CsvRows.Row row, Column column) {
    return Optional.ofNullable(places.get(column)).map(row::field).filter(PriceColumns::given);
  }

  static String word(Column column) {
    return column == Column.ADJUSTED ? "adjusted close" : column.name().toLowerCase(Locale.ROOT);
  }

  /** How files say that there is no value. */
  private static boolean given(String field) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "", "-", "--", "null", "none", "n/a", "na", "nan" -> false;
      default -> true;
    };
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replace('_', ' ').replace("*", "").strip();
  }

  private static Map<String, Column> headers(String name) {
    Map<String, Column> headers = new HashMap<>();
    for (String line : lines(name)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(",", 2);
      Column column = Column.valueOf(parts[0].toUpperCase(Locale.ROOT));
      if (parts.length < 2 || headers.put(plain(parts[1]), column) != null) {
        throw new IllegalStateException(name + " has a line that is wrong: " + line);
      }
    }
    return Map.copyOf(headers);
  }

  private static List<String> lines(String name) {
    try (InputStream in = PriceColumns.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its own " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}

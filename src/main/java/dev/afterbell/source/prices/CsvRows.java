package dev.afterbell.source.prices;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.prices.PriceFile.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a file into rows and fields by RFC 4180: commas, line ends CR, LF or CRLF, quotes doubled
 * inside quotes. A byte order mark and blank lines are passed over; fields lose surrounding white
 * space.
 */
final class CsvRows {

  private static final char QUOTE = '"';

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private int line = 1;
  private int rowLine = 1;
  private int at;

  private CsvRows(String text) {
    this.text = text;
  }

  /**
   * One row.
   *
   * @param line line of the file on which it starts, from 1
   * @param fields its fields; at least one
   */
  record Row(int line, List<String> fields) {
    Row {
      fields = List.copyOf(fields);
    }

    /** The field of a column, empty where the row is too short. */
    String field(int column) {
      return column < fields.size() ? fields.get(column) : "";
    }
  }

  static List<Row> of(String text) {
    List<Row> rows = new CsvRows(text).parse();
    if (rows.isEmpty()) {
      throw new PriceFault(Reason.EMPTY, "The file has no row with anything in it.");
    }
    return rows;
  }

  /** The text of a file that is not too large and not empty. */
  static String text(byte[] bytes) {
    if (bytes.length > Limits.PRICE_FILE_BYTES_MAX) {
      throw new PriceFault(
          Reason.TOO_LARGE,
          "The file has "
              + bytes.length
              + " bytes; at most "
              + Limits.PRICE_FILE_BYTES_MAX
              + " are read. Drop the last two years of prices alone.");
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw new PriceFault(Reason.EMPTY, "The file is empty.");
    }
    return text;
  }

  /** The text of a file as it is read and quoted: UTF-8 without a byte order mark. */
  static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (plain.indexOf('\0') >= 0) {
        throw new PriceFault(Reason.NOT_CSV, "The file is not text. Save it as CSV in UTF-8.");
      }
      return plain.replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException e) {
      throw new PriceFault(
          Reason.NOT_CSV, "The file is not text in UTF-8. Save it as CSV in UTF-8.");
    }
  }

  private List<Row> parse() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == QUOTE && field.toString().isBlank()) {
        field.setLength(0);
        quoted();
      } else if (c == ',') {
        endField();
      } else if (c == '\n') {
        line++;
        endRow();
      } else {
        field.append(c);
      }
    }
    endRow();
    return rows;
  }

  /** Reads to the closing quote. */
  private void quoted() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != QUOTE) {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == QUOTE) {
        field.append(QUOTE);
        at++;
      } else {
        return;
      }
    }
    throw new PriceFault(
        Reason.NOT_CSV, "Line " + rowLine + ": a quote is opened and never closed.");
  }

  private void endField() {
    if (fields.size() >= Limits.PRICE_COLUMNS_MAX) {
      throw new PriceFault(
          Reason.NOT_CSV,
          "Line " + rowLine + ": more than " + Limits.PRICE_COLUMNS_MAX + " fields.");
    }
    fields.add(field.toString().strip());
    field.setLength(0);
  }

  private void endRow() {
    endField();
    if (fields.stream().anyMatch(f -> !f.isEmpty())) {
      if (rows.size() > Limits.PRICE_ROWS_MAX) {
        throw new PriceFault(
            Reason.TOO_LARGE,
            "The file has more than " + Limits.PRICE_ROWS_MAX + " rows. Drop one listing alone.");
      }
      rows.add(new Row(rowLine, fields));
    }
    fields = new ArrayList<>();
    rowLine = line;
  }
}

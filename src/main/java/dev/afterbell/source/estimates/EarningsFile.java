package dev.afterbell.source.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.limit.Limits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came of reading what Alpha Vantage answers to {@code EARNINGS} (shape in docs/sources.md):
 * earnings per share of past quarters, adjusted as analysts count them, and what had been expected.
 * The service says neither unit nor how many analysts there were, and restates past figures for
 * splits without saying so: it is a history to measure surprises by, and no source for a figure.
 */
public sealed interface EarningsFile {

  /**
   * A history.
   *
   * @param symbol whose
   * @param quarters oldest first, no quarter twice; at least one
   */
  record History(String symbol, List<Quarter> quarters) implements EarningsFile {

    /**
     * @throws IllegalArgumentException if there is no quarter, or one twice
     */
    public History {
      quarters = quarters.stream().sorted(Comparator.comparing(Quarter::end)).toList();
      if (quarters.isEmpty()
          || quarters.stream().map(Quarter::end).distinct().count() != quarters.size()) {
        throw new IllegalArgumentException("A history has each quarter once");
      }
    }
  }

  /**
   * One quarter.
   *
   * @param end its last day
   * @param reported when its results were published
   * @param earned for each share
   * @param expected the last consensus before, for each share
   */
  record Quarter(
      LocalDate end,
      Optional<LocalDate> reported,
      Optional<BigDecimal> earned,
      Optional<BigDecimal> expected) {

    /** What was earned above what had been expected; negative below. */
    public Optional<BigDecimal> surprise() {
      return earned.flatMap(e -> expected.map(e::subtract));
    }
  }

  /**
   * The file is not used.
   *
   * @param message what is wrong, with the path where there is one
   */
  record Refused(String message) implements EarningsFile {}

  /** Reads a file. */
  static EarningsFile read(byte[] utf8) {
    if (utf8.length > Limits.ESTIMATE_FILE_BYTES_MAX) {
      return new Refused("The file has more bytes than are read.");
    }
    try {
      return Reading.history(CanonicalJson.parse(utf8));
    } catch (CorruptJson e) {
      return new Refused(e.path() + ": " + e.problem());
    }
  }

  /** How the members are read. */
  final class Reading {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,12})?");

    private Reading() {}

    private static EarningsFile history(JsonNode json) {
      JsonNode rows = json.path("quarterlyEarnings");
      if (!rows.isArray() || rows.isEmpty() || !json.path("symbol").isTextual()) {
        return new Refused("$: symbol and quarterlyEarnings are expected");
      }
      if (rows.size() > Limits.ESTIMATES_MAX) {
        return new Refused("$.quarterlyEarnings: at most " + Limits.ESTIMATES_MAX + " are read");
      }
      List<Quarter> quarters = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        quarters.add(quarter(rows.get(i), "$.quarterlyEarnings[" + i + "]"));
      }
      try {
        return new History(json.path("symbol").textValue(), quarters);
      } catch (IllegalArgumentException e) {
        return new Refused("$.quarterlyEarnings: a quarter stands there twice");
      }
    }

    private static Quarter quarter(JsonNode row, String path) {
      return new Quarter(
          date(row, path, "fiscalDateEnding")
              .orElseThrow(() -> new CorruptJson(path, "fiscalDateEnding is expected")),
          date(row, path, "reportedDate"),
          number(row, path, "reportedEPS"),
          number(row, path, "estimatedEPS"));
    }

    private static Optional<LocalDate> date(JsonNode row, String path, String member) {
      try {
        return text(row, member).map(LocalDate::parse);
      } catch (DateTimeException e) {
        throw new CorruptJson(path + "." + member, "a day is expected", e);
      }
    }

    private static Optional<BigDecimal> number(JsonNode row, String path, String member) {
      Optional<String> text = text(row, member);
      if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
        throw new CorruptJson(path + "." + member, "a number is expected");
      }
      return text.map(BigDecimal::new);
    }

    /** What a member says; {@code "None"}, {@code ""}, null and absence say nothing. */
    private static Optional<String> text(JsonNode row, String member) {
      return Optional.of(row.path(member).asText("").strip())
          .filter(t -> !t.isEmpty() && !t.equals("None") && !t.equals("null"));
    }
  }
}

package dev.afterbell.source.edgar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.filing.Cik;
import dev.afterbell.limit.Limits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading EDGAR's list of what a filer has filed: columns of equal length, one entry a
 * filing, under {@code filings.recent} . A list that is not wholly in that shape is refused: a row
 * read out of a wrong column would be another filing. The files of older filings that it names are
 * passed over: nothing looks that far back.
 */
public sealed interface SubmissionsIndex {

  /**
   * A list.
   *
   * @param cik the filer
   * @param filings as listed
   */
  record Listed(Optional<Cik> cik, List<ListedFiling> filings) implements SubmissionsIndex {

    public Listed {
      filings = List.copyOf(filings);
    }
  }

  /**
   * The list is not used.
   *
   * @param message what is wrong with it
   */
  record Refused(String message) implements SubmissionsIndex {}

  /** Reads a list. */
  static SubmissionsIndex read(byte[] utf8) {
    if (utf8.length > Limits.SUBMISSIONS_BYTES_MAX) {
      return new Refused("The list has more bytes than are read.");
    }
    try {
      JsonNode json = CanonicalJson.parse(utf8);
      return new Listed(cik(json), rows(columns(json)));
    } catch (CorruptJson e) {
      return new Refused(e.path() + ": " + e.problem());
    }
  }

  /** Where the columns stand. */
  static JsonNode columns(JsonNode json) {
    return json.path("filings").path("recent");
  }

  /** The filer that a list names. */
  static Optional<Cik> cik(JsonNode json) {
    String text = json.path("cik").asText("");
    return text.matches("\\d{1,10}") ? Optional.of(Cik.parse(text)) : Optional.empty();
  }

  private static List<ListedFiling> rows(JsonNode columns) {
    JsonNode numbers = column(columns, "accessionNumber", -1);
    int count = numbers.size();
    if (count > Limits.SUBMISSIONS_MAX) {
      throw new CorruptJson("accessionNumber", "at most " + Limits.SUBMISSIONS_MAX + " are read");
    }
    JsonNode forms = column(columns, "form", count);
    JsonNode dates = column(columns, "filingDate", count);
    JsonNode accepted = column(columns, "acceptanceDateTime", count);
    JsonNode items = column(columns, "items", count);
    JsonNode documents = column(columns, "primaryDocument", count);
    List<ListedFiling> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          new ListedFiling(
              accession(numbers.get(i).asText("")),
              form(forms.get(i).asText("")),
              date(dates.get(i).asText(""), "filingDate"),
              WrittenTime.parse(accepted.get(i).asText("")),
              items(items.get(i).asText("")),
              Optional.of(documents.get(i).asText("")).filter(d -> !d.isEmpty())));
    }
    return rows;
  }

  private static JsonNode column(JsonNode columns, String name, int count) {
    JsonNode column = columns.path(name);
    if (!column.isArray() || (count >= 0 && column.size() != count)) {
      throw new CorruptJson(name, "a column as long as the others is expected");
    }
    return column;
  }

  private static Accession accession(String text) {
    try {
      return new Accession(text);
    } catch (IllegalArgumentException e) {
      throw new CorruptJson("accessionNumber", "0001234567-26-000123 is expected", e);
    }
  }

  private static String form(String text) {
    if (text.isBlank() || text.length() > 40) {
      throw new CorruptJson("form", "a form is expected");
    }
    return text.strip();
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(i -> !i.isEmpty()).toList();
  }

  private static LocalDate date(String text, String member) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new CorruptJson(member, "a day such as 2026-01-31 is expected", e);
    }
  }
}

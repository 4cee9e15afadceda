package dev.afterbell.filing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the header of a submission: {@code KEY: value} lines, or {@code <KEY>value} of the feed.
 */
final class SubmissionHeader {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final Pattern LINE =
      Pattern.compile("^\\s*(?:<([A-Z0-9-]+)>(.*)|([A-Z][A-Z0-9 ,'/().-]*?):(.*))$");

  /** Items kept; forms have a few dozen. */
  private static final int ITEMS_MAX = 64;

  private String section = "";
  private final Map<String, String> first = new HashMap<>();
  private final List<String> items = new ArrayList<>();

  private SubmissionHeader() {}

  /**
   * The envelope; empty where there is no header.
   *
   * @param firstType type of the first document, the form of a header that does not name it
   */
  static Optional<Envelope> parse(String header, String firstType) {
    SubmissionHeader read = new SubmissionHeader();
    header.lines().limit(5_000).forEach(read::line);
    return read.first.isEmpty() ? Optional.empty() : Optional.of(read.envelope(firstType));
  }

  private void line(String text) {
    Matcher line = LINE.matcher(text.length() > 500 ? text.substring(0, 500) : text);
    if (!line.matches()) {
      return;
    }
    String tag = line.group(1);
    String key = tag != null ? tag : String.valueOf(line.group(3)).trim();
    String value = String.valueOf(tag != null ? line.group(2) : line.group(4)).strip();
    if (value.isEmpty()) {
      enter(key);
      return;
    }
    if ((key.equals("ITEM INFORMATION") || key.equals("ITEMS")) && items.size() < ITEMS_MAX) {
      items.add(value);
    }
    first.putIfAbsent(key, value);
    first.putIfAbsent(section + "/" + key, value);
  }

  private void enter(String key) {
    switch (key) {
      case "FILER",
          "SUBJECT COMPANY",
          "SUBJECT-COMPANY",
          "ISSUER",
          "FILED BY",
          "FILED-BY",
          "REPORTING-OWNER" ->
          section = key.replace('-', ' ');
      default -> {}
    }
  }

  private Optional<String> value(String... keys) {
    for (String key : keys) {
      String value = first.get(key);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private Optional<String> company(String... keys) {
    for (String part : List.of("SUBJECT COMPANY/", "ISSUER/", "FILER/", "")) {
      for (String key : keys) {
        Optional<String> value = value(part + key);
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  private Envelope envelope(String firstType) {
    return new Envelope(
        value("CONFORMED SUBMISSION TYPE", "TYPE").orElse(firstType),
        value("ACCESSION NUMBER", "ACCESSION-NUMBER"),
        company("COMPANY CONFORMED NAME", "CONFORMED-NAME"),
        company("CENTRAL INDEX KEY", "CIK").flatMap(SubmissionHeader::cik),
        value("ACCEPTANCE-DATETIME").flatMap(SubmissionHeader::instant),
        value("FILED AS OF DATE", "FILING-DATE").flatMap(SubmissionHeader::date),
        value("CONFORMED PERIOD OF REPORT", "PERIOD").flatMap(SubmissionHeader::date),
        items);
  }

  private static Optional<Cik> cik(String text) {
    try {
      return Optional.of(Cik.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A header gives seconds in New York time, without saying so. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, SECOND).atZone(NEW_YORK).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

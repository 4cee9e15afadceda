package dev.afterbell.source.edgar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One row of EDGAR's list of filings.
 *
 * @param accession its number
 * @param form e.g. {@code 8-K/A}
 * @param filed filing date; after 17:30 New York time it is the next business day
 * @param accepted when it was accepted, as far as the list tells
 * @param items item numbers of an 8-K, e.g. {@code 2.02}
 * @param primaryDocument file name of its first document
 */
public record ListedFiling(
    Accession accession,
    String form,
    LocalDate filed,
    Optional<WrittenTime> accepted,
    List<String> items,
    Optional<String> primaryDocument) {

  /** By filing date, then by number. */
  public static final Comparator<ListedFiling> BY_DATE =
      Comparator.comparing(ListedFiling::filed).thenComparing(ListedFiling::accession);

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  public ListedFiling {
    items = List.copyOf(items);
  }

  /** The form without {@code /A}. */
  public String baseForm() {
    return amendment() ? form.substring(0, form.length() - 2) : form;
  }

  /** Whether it amends another filing. */
  public boolean amendment() {
    return form.endsWith("/A");
  }

  /** Whether it can be later than {@code instant}, by either reading of its time. */
  public boolean maybeAfter(Instant instant) {
    return accepted
        .map(a -> a.latest().isAfter(instant))
        .orElseGet(() -> !filed.isBefore(instant.atZone(NEW_YORK).toLocalDate()));
  }

  /** Whether it is later than {@code instant} by every reading of its time. */
  public boolean certainlyAfter(Instant instant) {
    return accepted.isPresent() && accepted.get().earliest().isAfter(instant);
  }
}

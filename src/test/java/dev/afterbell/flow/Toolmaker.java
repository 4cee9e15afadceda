package dev.afterbell.flow;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotMarkdown;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An invented toolmaker's drops, and what a desk makes of them. */
final class Toolmaker {

  static final Ticker TICKER = new Ticker("BVT");
  static final LocalDate EVENT = LocalDate.of(2026, 4, 21);
  static final String FIRST = "inbox/BVT/q1.txt";
  static final String AMENDED = "inbox/BVT/q1-amended.txt";

  private final Desk desk = new Desk();

  Desk desk() {
    return desk;
  }

  ObjectNotice profile() {
    return drop(
        "inbox/BVT/issuer.json",
        """
        {"ticker":"BVT","name":"Brass Valley Tools, Inc.","displayName":"Brass Valley Tools",
         "primaryVenue":"XNYS","listings":[{"venue":"XNYS","symbol":"BVT","instrument":"COMMON"}],
         "reportingCurrency":"USD","fiscalYearEnd":"12-31","country":"US"}
        """,
        "2026-01-05T15:00:00Z");
  }

  ObjectNotice release() {
    return drop(FIRST, text("BRASS VALLEY TOOLS REPORTS", "18,450"), "2026-04-21T12:00:00Z");
  }

  /** The release without a dateline: only a side-car can say when it came out. */
  ObjectNotice undated() {
    String dated = text("BRASS VALLEY TOOLS REPORTS", "18,450");
    return drop(
        FIRST, dated.replace("DAYTON, OHIO, April 21, 2026 -- ", ""), "2026-04-21T12:00:00Z");
  }

  ObjectNotice amendment() {
    return drop(AMENDED, text("BRASS VALLEY TOOLS REPORTS", "18,650"), "2026-04-23T12:00:00Z");
  }

  /** The side-car of {@link #FIRST}. */
  ObjectNotice sideCar() {
    return sideCar(FIRST, "8-K", "2026-04-21T07:00:00-04:00", "2026-04-21T12:01:00Z");
  }

  /** The side-car of {@link #AMENDED}. */
  ObjectNotice amendmentSideCar() {
    return sideCar(AMENDED, "8-K/A", "2026-04-23T07:00:00-04:00", "2026-04-23T12:01:00Z");
  }

  ObjectNotice sideCar(String key, String form, String published, String at) {
    return drop(
        key + ".meta.json", "{\"form\":\"" + form + "\",\"published\":\"" + published + "\"}", at);
  }

  ObjectNotice drop(String key, String text, String at) {
    return desk.drop(key, text.getBytes(StandardCharsets.UTF_8), at);
  }

  static String text(String headline, String sales) {
    return headline
        + """
         FIRST QUARTER 2026 RESULTS

        DAYTON, OHIO, April 21, 2026 -- Brass Valley Tools, Inc. (NYSE: BVT) today reported results for its
        first quarter ended March 31, 2026.

                              CONSOLIDATED STATEMENTS OF INCOME
                            (In thousands, except per share data)

                                               Three Months Ended March 31,
                                                 2026         2025
        """
        + "Net sales                                    $ "
        + sales
        + """
             $ 16,020
        Cost of sales                                  12,060       10,740
        Operating income                                2,210        1,540
        Net income                                   $  1,380     $    930
        Diluted earnings per share                   $   0.23     $   0.16
        """;
  }

  Optional<Snapshot> snapshot(String asOf) {
    return desk.assemble
        .ofEvent(TICKER, EVENT, Optional.of(Instant.parse(asOf)), Instant.parse(asOf))
        .snapshot();
  }

  String page(String asOf) {
    return snapshot(asOf).map(SnapshotMarkdown::write).orElse("");
  }
}

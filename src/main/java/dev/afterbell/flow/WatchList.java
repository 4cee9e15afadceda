package dev.afterbell.flow;

import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Cik;
import dev.afterbell.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Issuers whose new results filings are looked for, written {@code ACME=1234567,BOLT=0000765432}.
 *
 * @param issuers in the order given, no ticker twice; at most {@link Limits#WATCHED_MAX}
 */
public record WatchList(List<Watched> issuers) {

  /** Nobody. */
  public static final WatchList NOBODY = new WatchList(List.of());

  private static final Pattern ENTRY =
      Pattern.compile("([A-Z0-9][A-Z0-9.-]{0,11})\\s*=\\s*(\\d{1,10})");

  /**
   * One of them.
   *
   * @param ticker under which its filings are dropped
   * @param cik under which EDGAR lists them
   */
  public record Watched(Ticker ticker, Cik cik) {}

  public WatchList {
    issuers = List.copyOf(issuers);
  }

  /**
   * Reads a list; blank text is nobody.
   *
   * @throws IllegalArgumentException naming the first entry that is wrong
   */
  public static WatchList parse(String text) {
    if (text.isBlank()) {
      return NOBODY;
    }
    List<Watched> issuers = new ArrayList<>();
    Set<Ticker> seen = new LinkedHashSet<>();
    for (String entry : text.split(",", -1)) {
      Matcher m = ENTRY.matcher(entry.strip());
      if (!m.matches()) {
        throw new IllegalArgumentException(
            "An issuer to watch is written TICKER=CIK, not \"" + entry.strip() + "\"");
      }
      Ticker ticker = new Ticker(m.group(1));
      if (!seen.add(ticker)) {
        throw new IllegalArgumentException(ticker + " is to be watched twice");
      }
      issuers.add(new Watched(ticker, Cik.parse(m.group(2))));
    }
    if (issuers.size() > Limits.WATCHED_MAX) {
      throw new IllegalArgumentException(
          "At most " + Limits.WATCHED_MAX + " issuers are watched, not " + issuers.size());
    }
    return new WatchList(issuers);
  }
}

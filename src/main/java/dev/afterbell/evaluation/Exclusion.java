package dev.afterbell.evaluation;

import java.util.Locale;

/**
 * Why a line of the input is not scored. Each is counted and shown; nothing is left out in silence.
 */
public enum Exclusion {
  /** The line is not a score card, or one that contradicts itself. */
  CORRUPT("the line is no score card"),
  /** The version of its calendar names no venue that is known. */
  UNKNOWN_VENUE("the card's calendar is of no known venue"),
  /** The same card stands in another line, which counts. */
  DUPLICATE("the same card once more"),
  /** A later card of the same event and method version, made in time, counts. */
  SUPERSEDED("a later card of the same event counts"),
  /** Two cards of one event, method version and moment differ; neither can be preferred. */
  CONFLICT("two cards of the same event and moment differ"),
  /** Made before the close of T+3, when the reaction was not known yet. */
  TOO_EARLY("made before the close of T+3"),
  /** Made after session 4 had opened, when part of the outcome could be seen. */
  TOO_LATE("made after session 4 had opened"),
  /** No prices of the benchmark. */
  NO_BENCHMARK("no prices of the benchmark"),
  /** The day of T+3 is no session, so the event's sessions cannot be counted. */
  NO_SESSION("the day of T+3 is no session"),
  /** Session 63 had not closed. */
  PENDING("session 63 had not closed"),
  /** No prices of the share. */
  NO_PRICES("no prices of the share"),
  /** A file of prices that cannot be read. */
  PRICES_REFUSED("the prices cannot be read"),
  /** The share's prices end before session 63: delisted, taken over, or a file that is too old. */
  PRICES_END("the share's prices end before session 63"),
  /** A close between T−1 and session 63 is missing. */
  GAP("a close up to session 63 is missing"),
  /** Too few returns before the event to know σ_AR. */
  SHORT_HISTORY("too few returns before the event"),
  /** The share's abnormal returns never moved, so that nothing can be divided by them. */
  FLAT("the share never moved before the event");

  private final String text;

  Exclusion(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** The name in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.afterbell.score;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One search for evidence and how it ended, so that an absence can be told from a search not made.
 *
 * @param what sought, e.g. {@code daily prices}
 * @param where sought, e.g. {@code documents on file}
 * @param when the search covers what was public then
 * @param outcome how it ended
 * @param reason why, in a few words, where the outcome alone does not say it
 */
public record LookedFor(
    String what, String where, Instant when, Outcome outcome, Optional<String> reason) {

  /** Without a reason. */
  public LookedFor(String what, String where, Instant when, Outcome outcome) {
    this(what, where, when, outcome, Optional.empty());
  }

  /** The outcome and its reason in words, e.g. {@code failed (the daily limit is used up)}. */
  public String ending() {
    return outcome.text() + reason.map(r -> " (" + r + ")").orElse("");
  }

  /** How a search ended. */
  public enum Outcome {
    /** Something that could be used. */
    FOUND,
    /** Something that could not be used for this. */
    UNUSABLE,
    /** Nothing. */
    NOTHING,
    /** The source did not answer. */
    FAILED,
    /** There was nowhere to look: no such source is configured. */
    NOT_CONFIGURED;

    /** In words, e.g. {@code not configured}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Outcome parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }
}

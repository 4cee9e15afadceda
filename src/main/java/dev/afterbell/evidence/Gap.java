package dev.afterbell.evidence;

import dev.afterbell.filing.ByteSpan;
import java.util.Optional;

/**
 * Something that was there and could not be used; shown, never guessed.
 *
 * @param reason closed reason
 * @param detail one sentence: what was found, what was missing
 * @param span where
 * @param against the other place, where two places of the document do not go together
 */
public record Gap(
    Reason reason, String detail, Optional<ByteSpan> span, Optional<ByteSpan> against) {

  /** One place. */
  public Gap(Reason reason, String detail, Optional<ByteSpan> span) {
    this(reason, detail, span, Optional.empty());
  }

  /** Why a figure was not taken. */
  public enum Reason {
    /** No scale or currency found for a table or a figure. */
    UNIT_AMBIGUOUS,
    /** The period of a figure could not be told. */
    PERIOD_AMBIGUOUS,
    /** Two places of the document disagree beyond rounding. */
    CONTRADICTION,
    /** The stated growth does not follow from the stated amounts. */
    GROWTH_CHECK,
    /** The stated margin does not follow from the stated profit and revenue. */
    MARGIN_CHECK,
    /** Stated parts nearly add up to the stated total, but not to its digits. */
    TOTAL_CHECK,
    /** A translated amount implies another exchange rate than the document states or uses. */
    FX_CHECK,
    /** The number is not one, or out of range. */
    NUMBER_MALFORMED,
    /** Only an adjusted figure was found; the detail is the plain name of its metric. */
    NONGAAP_ONLY,
    /** A stored figure has lost its place in the document; it is not used. */
    NO_PLACE
  }
}

package dev.afterbell.evidence;

import java.math.BigDecimal;

/**
 * How a document sounds (docs/method.md §7).
 *
 * @param score mean sentence score over two, in [-1, 1], four decimals
 * @param sentences how many sentences were scored
 */
public record Tone(BigDecimal score, int sentences) {}

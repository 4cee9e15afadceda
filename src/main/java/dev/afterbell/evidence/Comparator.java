package dev.afterbell.evidence;

import java.math.BigDecimal;

/**
 * The figure that a fact is measured against, usually the same quarter of the year before.
 *
 * @param value in the unit of the fact, full amount
 * @param period what it is for
 * @param passage where it stands
 */
public record Comparator(BigDecimal value, FactPeriod period, Passage passage) {}

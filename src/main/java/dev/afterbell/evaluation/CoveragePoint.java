package dev.afterbell.evaluation;

/**
 * The risk of keeping the surest forecasts alone.
 *
 * @param percent share of events kept, in per cent
 * @param brier their mean Brier score
 * @param error share of them in which the scenario given most did not come true
 */
public record CoveragePoint(int percent, Estimate brier, Estimate error) {}

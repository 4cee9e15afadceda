package dev.afterbell.evaluation;

/**
 * How outcomes lie to what the prior expected of them, on all events at once.
 *
 * @param slope of y on s through the origin: 1 if the method's weights are right, 0 if s tells
 *     nothing
 * @param correlation of s and y
 * @param meanY mean outcome; 0 if the benchmark and the market model are fair
 * @param deviationY standard deviation of the outcome; 1 by definition, more where α and β are
 *     estimated
 */
public record Slope(Estimate slope, Estimate correlation, Estimate meanY, Estimate deviationY) {}

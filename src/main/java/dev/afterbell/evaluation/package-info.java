/**
 * How well stored score cards foretold what shares did afterwards: outcomes from prices, measures
 * of forecasts with intervals, and a report of them (docs/evaluation.md). Pure: prices and cards
 * are handed in, and the seed of the resampling is an argument.
 */
@NullMarked
package dev.afterbell.evaluation;

import org.jspecify.annotations.NullMarked;

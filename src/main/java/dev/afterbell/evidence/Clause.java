package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.Optional;

/**
 * One metric of a sentence and the figures that were found to be about it.
 *
 * @param sentence where it stands
 * @param mention the metric
 * @param end where the next metric starts
 * @param level the amount or ratio
 * @param comparator what the level is compared with
 * @param perShare the result for one share that stands beside the result
 * @param perShareBefore the same beside the comparator
 * @param yoy signed change from a year before, percent
 * @param qoq signed change from the quarter before, percent
 * @param marginAmount gross profit that stands beside a gross margin
 * @param marginBefore its comparator
 * @param ofRevenue the percentage of revenue that the level is said to be
 * @param ofRevenueBefore the same of the comparator
 * @param period its period, where the order of figures tells it; the comparator is then of the same
 *     period a year before
 */
record Clause(
    Sentence sentence,
    Mention mention,
    int end,
    Optional<Figure> level,
    Optional<Figure> comparator,
    Optional<Figure> perShare,
    Optional<Figure> perShareBefore,
    Optional<Figure> yoy,
    Optional<Figure> qoq,
    Optional<Figure> marginAmount,
    Optional<Figure> marginBefore,
    Optional<Figure> ofRevenue,
    Optional<Figure> ofRevenueBefore,
    Optional<PeriodRef> period) {

  /** One level that the order of figures gives to a metric, and what it is compared with. */
  static Clause ordered(
      Sentence sentence,
      Mention mention,
      int end,
      Figure level,
      Optional<Figure> comparator,
      Optional<PeriodRef> period) {
    return new Clause(
        sentence,
        mention,
        end,
        Optional.of(level),
        comparator,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        period);
  }

  /** Where the words about the level end: after it, or after the metric without one. */
  int levelEnd() {
    return level.map(Figure::to).orElse(mention.to());
  }
}

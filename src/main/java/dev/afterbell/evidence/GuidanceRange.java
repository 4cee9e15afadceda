package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range, a point, or a point with one end open, as guidance words it.
 *
 * @param low lower end, sign as printed
 * @param high upper end
 * @param first its first figure
 * @param scaled whether a scale word stands beside it
 * @param kind what it counts
 * @param currency as {@link Figure#currency()}
 * @param open which end is left open
 * @param from first character
 * @param to the character after the last
 */
record GuidanceRange(
    BigDecimal low,
    BigDecimal high,
    Figure first,
    boolean scaled,
    Figure.Kind kind,
    Optional<String> currency,
    Optional<Guidance.Open> open,
    int from,
    int to) {

  static final CuePatterns CUES = CuePatterns.of("guidance-cues.tsv");
  private static final Pattern BETWEEN = CUES.get("between");
  private static final Pattern BETWEEN_AND = CUES.get("between-and");
  private static final Pattern OPENS_BETWEEN = CUES.get("opens-between");
  private static final Pattern PLUS_MINUS = CUES.get("plus-minus");
  private static final Pattern OPEN_LOW = CUES.get("half-open-low");
  private static final Pattern OPEN_HIGH = CUES.get("half-open-high");
  private static final Pattern OR_MORE = CUES.get("or-more");
  private static final Pattern OR_LESS = CUES.get("or-less");
  private static final Pattern RESPECTIVELY = CUES.get("respectively");
  private static final int BEFORE_CHARS = 40;

  /** All ranges of a sentence, in order; numbers that are only counts are none. */
  static List<GuidanceRange> all(String folded, List<Figure> figures) {
    List<GuidanceRange> found = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure f = figures.get(i);
      Optional<Figure> second =
          i + 1 < figures.size() ? Optional.of(figures.get(i + 1)) : Optional.empty();
      if (second.isPresent() && joined(folded, f, second.get())) {
        GuidanceRange range = range(f, second.get());
        found.add(range);
        i++;
      } else if (f.kind() != Figure.Kind.NUMBER || f.scaled()) {
        found.add(point(folded, f));
      }
      i += widened(folded, figures, i, found);
    }
    return found;
  }

  /** Applies "plus or minus" to what was found last; also to each of two, "respectively". */
  private static int widened(String s, List<Figure> figures, int i, List<GuidanceRange> found) {
    if (found.isEmpty() || i + 1 >= figures.size()) {
      return 0;
    }
    GuidanceRange last = found.get(found.size() - 1);
    Figure swing = figures.get(i + 1);
    if (swing.from() < last.to()) {
      return 0;
    }
    String gap = s.substring(last.to(), swing.from());
    boolean both = RESPECTIVELY.matcher(gap).find();
    if (!PLUS_MINUS.matcher(RESPECTIVELY.matcher(gap).replaceFirst(", ")).matches()) {
      return 0;
    }
    found.set(found.size() - 1, last.widened(swing));
    if (both && found.size() > 1) {
      found.set(found.size() - 2, found.get(found.size() - 2).widened(swing));
    }
    return 1;
  }

  private GuidanceRange widened(Figure swing) {
    BigDecimal by =
        swing.kind() == Figure.Kind.PERCENT && kind != Figure.Kind.PERCENT
            ? low.multiply(swing.value()).movePointLeft(2).abs()
            : swing.kind() == Figure.Kind.BASIS_POINTS
                ? swing.value().movePointLeft(2)
                : kind == Figure.Kind.MONEY && !swing.scaled() && scaled
                    ? swing.printed().scaleByPowerOfTen(first.power())
                    : swing.value();
    int end = low.compareTo(high) == 0 ? swing.to() : to;
    return new GuidanceRange(
        low.subtract(by.abs()),
        high.add(by.abs()),
        first,
        scaled,
        kind,
        currency,
        Optional.empty(),
        from,
        Math.max(end, swing.to()));
  }

  private static boolean joined(String s, Figure one, Figure two) {
    if (two.from() < one.to()) {
      return false;
    }
    String gap = s.substring(one.to(), two.from());
    String before = s.substring(Math.max(0, one.from() - BEFORE_CHARS), one.from());
    boolean range =
        BETWEEN.matcher(gap).matches()
            || (BETWEEN_AND.matcher(gap).matches() && OPENS_BETWEEN.matcher(before).find());
    boolean bareFirst = one.kind() == Figure.Kind.NUMBER && !one.scaled() && !one.year();
    boolean alike =
        one.kind() == two.kind()
            || (one.kind() == Figure.Kind.MONEY && two.kind() == Figure.Kind.NUMBER)
            || (bareFirst && two.kind() != Figure.Kind.NUMBER);
    boolean counted =
        two.kind() != Figure.Kind.NUMBER || two.scaled() || one.kind() == Figure.Kind.MONEY;
    return range && alike && counted && !two.year();
  }

  private static GuidanceRange range(Figure one, Figure two) {
    // "$34.7 to $34.8 billion": the scale stands once, and so may sign and currency.
    BigDecimal low = one.scaled() ? one.value() : one.printed().scaleByPowerOfTen(two.power());
    BigDecimal high =
        two.scaled() || !one.scaled() ? two.value() : two.printed().scaleByPowerOfTen(one.power());
    boolean turned = low.compareTo(high) > 0;
    return new GuidanceRange(
        turned ? high : low,
        turned ? low : high,
        one,
        one.scaled() || two.scaled(),
        two.kind() == Figure.Kind.NUMBER ? one.kind() : two.kind(),
        one.currency().or(two::currency),
        Optional.empty(),
        one.from(),
        two.to());
  }

  private static GuidanceRange point(String s, Figure f) {
    String before = s.substring(Math.max(0, f.from() - BEFORE_CHARS), f.from());
    String after = s.substring(f.to());
    Optional<Guidance.Open> open = Optional.empty();
    if (OPEN_LOW.matcher(before).find() || OR_MORE.matcher(after).find()) {
      open = Optional.of(Guidance.Open.UPPER);
    } else if (OPEN_HIGH.matcher(before).find() || OR_LESS.matcher(after).find()) {
      open = Optional.of(Guidance.Open.LOWER);
    }
    return new GuidanceRange(
        f.value(), f.value(), f, f.scaled(), f.kind(), f.currency(), open, f.from(), f.to());
  }

  /** The same with both ends times ten to the {@code power}, where no scale stands beside it. */
  GuidanceRange scaledBy(int power) {
    return scaled
        ? this
        : new GuidanceRange(
            low.scaleByPowerOfTen(power),
            high.scaleByPowerOfTen(power),
            first,
            true,
            kind,
            currency,
            open,
            from,
            to);
  }

  /** A loss or a fall: both ends below zero. */
  GuidanceRange negated() {
    return new GuidanceRange(
        high.abs().max(low.abs()).negate(),
        high.abs().min(low.abs()).negate(),
        first,
        scaled,
        kind,
        currency,
        open,
        from,
        to);
  }

  /** Basis points as percentage points. */
  GuidanceRange inPoints() {
    return kind == Figure.Kind.BASIS_POINTS
        ? new GuidanceRange(
            low.movePointLeft(2),
            high.movePointLeft(2),
            first,
            scaled,
            Figure.Kind.POINTS,
            currency,
            open,
            from,
            to)
        : this;
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sentence of guidance: which of its ranges belongs to a metric, and which is the one before.
 */
final class GuidanceSentence {

  private static final CuePatterns CUES = GuidanceRange.CUES;
  private static final Pattern FORWARD = CUES.get("forward");
  private static final Pattern PRIOR = CUES.get("prior");
  private static final Pattern PRIOR_AFTER = CUES.get("prior-after");
  private static final Pattern PRIOR_COLON = CUES.get("prior-colon");
  private static final Pattern REACHED = CUES.get("reached");
  private static final Pattern UNLIKE = CUES.get("unlike");
  private static final Pattern GROWTH = CUES.get("growth");
  private static final Pattern SHRINK = CUES.get("shrink");
  private static final Pattern OTHER_GROWTH = CUES.get("other-growth");
  private static final Pattern OF_OTHER = CUES.get("of-other");
  private static final Pattern BEFORE_METRIC = CUES.get("before-metric");
  private static final Pattern RESPECTIVELY = CUES.get("respectively");
  private static final Pattern BOTH_BASES =
      Pattern.compile("(?:gaap and (?:non-gaap|adjusted)|(?:non-gaap|adjusted) and gaap) $");
  private static final Pattern AFTER_PERIOD =
      Pattern.compile(
          "^[, (]*(?:[a-z]+ ){0,3}?(?:for|in|during) (?:the |its |our |full|fiscal|q[1-4]|20\\d\\d|fy).{0,40}");
  private static final int GAP_CHARS_MAX = 120;
  private static final int SUFFIX_CHARS = 70;

  private final SourceText text;
  private final String s;
  private final List<GuidanceRange> ranges;
  private final Optional<String> heading;
  private final PeriodRef headingPeriod;
  private final GuidanceBook book;

  GuidanceSentence(
      SourceText text,
      String s,
      List<GuidanceRange> ranges,
      Optional<String> heading,
      PeriodRef headingPeriod,
      GuidanceBook book) {
    this.text = text;
    this.s = s;
    this.ranges = ranges;
    this.heading = heading;
    this.headingPeriod = headingPeriod;
    this.book = book;
  }

  /**
   * Takes what the sentence expects of {@code m}.
   *
   * @param from where the metric before it ends
   * @param end where the metric after it starts
   */
  void read(Mention m, int from, int end) {
    List<GuidanceRange> own =
        ranges.stream().filter(r -> r.from() >= m.to() && r.to() <= end).toList();
    Optional<GuidanceRange> ahead = ahead(m, from);
    if (ahead.isPresent()) {
      take(m, m.basis(), List.of(ahead.get()), s.substring(0, ahead.get().from()));
      return;
    }
    if (own.isEmpty() || !plain(m, own.get(0))) {
      return;
    }
    boolean both = m.metric().ratio() || m.metric().perShare();
    if (both && own.size() == 2 && bothBases(m) && respectively(own.get(1))) {
      Basis first = s.substring(0, m.from() + 3).contains("gaap and non") ? Basis.GAAP : m.basis();
      String words = s.substring(0, own.get(0).from());
      take(m, first, List.of(own.get(0)), words);
      take(m, first == Basis.GAAP ? Basis.NON_GAAP : Basis.GAAP, List.of(own.get(1)), words);
      return;
    }
    take(m, m.basis(), own, s.substring(m.to(), own.get(0).from()));
  }

  private boolean respectively(GuidanceRange second) {
    return RESPECTIVELY.matcher(s.substring(second.first().to())).find();
  }

  private boolean bothBases(Mention m) {
    String before = s.substring(Math.max(0, m.from() - 24), m.to());
    return BOTH_BASES.matcher(before.replaceAll("(gaap|adjusted) [a-z ]*$", "$1 ")).find();
  }

  /** "Expects $120 to $125 million of revenue": the range stands before its metric. */
  private Optional<GuidanceRange> ahead(Mention m, int from) {
    return ranges.stream()
        .filter(r -> r.from() >= from && r.to() <= m.from() && fitsAmount(m, r))
        .filter(r -> BEFORE_METRIC.matcher(s.substring(r.to(), m.from())).matches())
        .filter(r -> !s.substring(r.to(), m.from()).isBlank() || r.open().isPresent())
        .filter(r -> FORWARD.matcher(s.substring(0, r.from())).find() || heading.isPresent())
        .filter(r -> !UNLIKE.matcher(s.substring(from, r.from())).find())
        .reduce((a, b) -> b);
  }

  private static boolean fitsAmount(Mention m, GuidanceRange r) {
    return m.metric().ratio() ? r.kind() == Figure.Kind.PERCENT : r.kind() == Figure.Kind.MONEY;
  }

  /** Whether the words up to the first range are those of guidance for {@code m}. */
  private boolean plain(Mention m, GuidanceRange first) {
    String gap = s.substring(m.to(), first.from());
    boolean forward = heading.isPresent() || FORWARD.matcher(s.substring(0, first.from())).find();
    boolean past = REACHED.matcher(gap).find() && !FORWARD.matcher(gap).find();
    return forward
        && !past
        && gap.length() <= GAP_CHARS_MAX
        && !UNLIKE.matcher(afterFrom(gap)).find();
  }

  /** The words without what introduces the guidance before: "from $5 to $6 million to …". */
  private static String afterFrom(String gap) {
    return PRIOR.matcher(gap).replaceFirst("");
  }

  private void take(Mention m, Basis basis, List<GuidanceRange> own, String gap) {
    Optional<GuidanceRange> previous = Optional.empty();
    List<GuidanceRange> current = new ArrayList<>();
    int at = m.to();
    for (GuidanceRange r : own) {
      String before = s.substring(Math.min(at, r.from()), r.from());
      String after = s.substring(r.to());
      boolean prior =
          r.from() > m.to() && (PRIOR.matcher(before).find() || PRIOR_COLON.matcher(before).find());
      if (prior || PRIOR_AFTER.matcher(after).find()) {
        previous = previous.isPresent() ? previous : Optional.of(r);
      } else {
        current.add(r);
      }
      at = r.to();
    }
    if (current.isEmpty()) {
      return;
    }
    GuidanceRange r = current.get(0);
    Optional<FactPeriod> period = period(m, r, gap);
    Optional<Meant> meant = meant(m, r);
    if (period.isEmpty() || meant.isEmpty()) {
      return;
    }
    Optional<GuidanceRange> before = previous.flatMap(p -> meant(m, p)).map(Meant::range);
    Optional<Guidance.Action> action =
        before
            .filter(b -> b.open().isEmpty() && r.open().isEmpty())
            .map(
                b ->
                    Guidance.change(
                        b.low(), b.high(), meant.get().range().low(), meant.get().range().high()))
            .or(() -> GuidanceActions.near(s, Math.min(m.from(), r.from())))
            .or(() -> heading.flatMap(GuidanceActions::in));
    book.add(
        new GuidanceBook.Entry(
            m.metric(), basis, meant.get().range(), meant.get().unit(), period.get(), action),
        text);
  }

  /** A range with its sign and unit. */
  private record Meant(GuidanceRange range, Unit unit) {}

  private Optional<Meant> meant(Mention m, GuidanceRange r) {
    String around =
        s.substring(Math.min(m.to(), r.from()), r.from())
            + " "
            + s.substring(r.to(), Math.min(s.length(), r.to() + 25));
    String wide = s.substring(0, r.from()) + around;
    boolean moves = GROWTH.matcher(around).find() || SHRINK.matcher(around).find();
    boolean falls =
        SHRINK.matcher(s.substring(Math.min(m.to(), r.from()), r.from())).find()
            && !GROWTH.matcher(s.substring(Math.min(m.to(), r.from()), r.from())).find();
    boolean change = r.kind() == Figure.Kind.PERCENT && !m.metric().ratio();
    boolean points = r.kind() == Figure.Kind.POINTS || r.kind() == Figure.Kind.BASIS_POINTS;
    if (change || points) {
      boolean refused =
          !moves
              || (points && !m.metric().ratio())
              || OTHER_GROWTH.matcher(wide).find()
              || OF_OTHER.matcher(s.substring(r.to())).find();
      GuidanceRange moved = falls ? r.inPoints().negated() : r.inPoints();
      return refused
          ? Optional.empty()
          : Optional.of(new Meant(moved, points ? Unit.PERCENTAGE_POINTS : Unit.PERCENT));
    }
    if (m.metric().ratio()) {
      return r.kind() == Figure.Kind.PERCENT
          ? Optional.of(new Meant(r, Unit.PERCENT))
          : Optional.empty();
    }
    boolean by =
        s.substring(Math.min(m.to(), r.from()), r.from())
            .matches("(?s).*\\bby (?:approximately |about |up to )?$");
    if (by || r.kind() != Figure.Kind.MONEY) {
      return Optional.empty();
    }
    boolean loss = m.sign() == MetricNames.Sign.LOSS && r.low().signum() > 0;
    String name = s.substring(m.from(), Math.min(s.length(), m.to() + 20));
    return book.unit(m.metric(), r, name).map(u -> new Meant(loss ? r.negated() : r, u));
  }

  /** The period nearest to the range: right after it, between, before, else over it. */
  private Optional<FactPeriod> period(Mention m, GuidanceRange r, String gap) {
    int next =
        ranges.stream()
            .filter(o -> o.from() >= r.to())
            .mapToInt(GuidanceRange::from)
            .min()
            .orElse(s.length());
    String suffix =
        s.substring(r.to(), Math.min(next, Math.min(s.length(), r.to() + SUFFIX_CHARS)));
    List<String> places = new ArrayList<>();
    places.add(gap);
    if (AFTER_PERIOD.matcher(suffix).find()) {
      places.add(suffix);
    }
    places.add(s.substring(0, Math.min(m.from(), r.from())));
    places.add(suffix);
    for (String words : places) {
      PeriodRef ref = GuidancePeriod.lastIn(words);
      Optional<FactPeriod> found =
          book.period(
              ref.hasLength() && headingPeriod.hasLength() && ref.months() == headingPeriod.months()
                  ? ref.or(headingPeriod)
                  : ref,
              words);
      if (found.isPresent()) {
        return found;
      }
      if (ref.hasLength() && ref.hasTime()) {
        return Optional.empty();
      }
    }
    return book.period(headingPeriod, heading.orElse(""));
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.SourceText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the issuer expects of itself: a metric, a range or a point, a period, and what was
 * done to the previous guidance. A point with "plus or minus" is the range around it.
 */
final class GuidanceReader {

  private static final Pattern FORWARD =
      Pattern.compile(
          "\\b(?:expects?|expected|anticipates?|guidance|outlook|forecasts?|projects?|projected|targets?|to be between|in the range of|estimates?)\\b");
  private static final Pattern HEADING =
      Pattern.compile("\\b(?:guidance|outlook|targets|forecast)\\b");
  private static final Pattern PAST =
      Pattern.compile(
          "\\b(?:prior|previous|previously|initial|earlier|last) (?:guidance|outlook|expectation|forecast|range)|compares? (?:to|with)|compared (?:to|with)|up from|down from");
  private static final Pattern RAISED =
      Pattern.compile(
          "\\b(?:rais\\w+|increas(?:es|ed|ing) (?:its|our|the|full|fiscal|guidance)|lift\\w+)\\b");
  private static final Pattern LOWERED =
      Pattern.compile(
          "\\b(?:lower(?:s|ed|ing) (?:its|our|the|full|fiscal|guidance)|cut(?:s|ting)?|reduc(?:es|ed|ing) (?:its|our|the|full))\\b");
  private static final Pattern KEPT =
      Pattern.compile(
          "\\b(?:reiterat\\w+|maintain\\w+|reaffirm\\w+|confirm\\w+|unchanged|affirm\\w+)\\b");
  private static final Pattern NARROWED = Pattern.compile("\\bnarrow\\w+\\b");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "^ ?(?:million|billion)? ?(?:to|and|-|–|—|through) ?(?:approximately |about )?$");
  private static final Pattern PLUS_MINUS = Pattern.compile("^,? ?(?:plus or minus|\\+/-|±) ?$");
  private static final Pattern FAR =
      Pattern.compile(
          "\\b(?:excluding|impact|benefit|headwind|tailwind|offset|per year|growth of|grow|increase of|decline of)\\b");

  private static final Pattern PAST_VERB =
      Pattern.compile(
          "\\b(?:was|were|totaled|reached|amounted|recorded|grew|rose|fell|declined)\\b");

  private final PeriodBook book;
  private final Optional<String> currency;
  private Optional<String> heading = Optional.empty();
  private Optional<PeriodRef> headingPeriod = Optional.empty();
  private final List<Guidance> found = new ArrayList<>();

  private GuidanceReader(PeriodBook book, Optional<String> currency) {
    this.book = book;
    this.currency = currency;
  }

  /** Guidance in paragraphs, in order. */
  static List<Guidance> read(List<Prose> paragraphs, PeriodBook book, Optional<String> currency) {
    GuidanceReader reader = new GuidanceReader(book, currency);
    for (Prose p : paragraphs) {
      reader.paragraph(p);
    }
    return List.copyOf(reader.found);
  }

  private void paragraph(Prose p) {
    String folded = PeriodReader.fold(p.text());
    PeriodRef ref = PeriodReader.read(folded);
    boolean figures =
        NumberReader.scan(p.text()).stream().anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
    boolean announces = HEADING.matcher(folded).find() && !figures && folded.length() <= 200;
    if (announces || (p.heading() && !figures)) {
      heading = announces ? Optional.of(folded) : Optional.empty();
      headingPeriod = announces && ref.hasLength() ? Optional.of(ref) : Optional.empty();
    }
    for (SourceText sentence : p.sentences()) {
      sentence(sentence);
    }
  }

  private void sentence(SourceText text) {
    String s = PeriodReader.fold(text);
    if ((heading.isEmpty() && !FORWARD.matcher(s).find()) || Instructions.in(s)) {
      return;
    }
    List<Figure> figures = NumberReader.scan(text);
    List<Mention> mentions = Phrases.shipped().mentions(s, text);
    for (int i = 0; i < mentions.size(); i++) {
      int end = i + 1 < mentions.size() ? mentions.get(i + 1).from() : s.length();
      mention(text, s, mentions.get(i), figures, end);
    }
  }

  private void mention(SourceText text, String s, Mention m, List<Figure> figures, int end) {
    if (m.label().isPresent() || m.segment().isPresent()) {
      return;
    }
    List<Figure> own =
        figures.stream()
            .filter(f -> f.from() >= m.to() && f.to() <= end)
            .filter(f -> f.kind() != Figure.Kind.NUMBER || f.scaled())
            .toList();
    if (own.isEmpty()) {
      return;
    }
    Figure first = own.get(0);
    String gap = s.substring(m.to(), first.from());
    boolean fits =
        m.metric().ratio()
            ? first.kind() == Figure.Kind.PERCENT
            : first.kind() == Figure.Kind.MONEY;
    boolean forward = heading.isPresent() || FORWARD.matcher(s.substring(0, first.from())).find();
    boolean past = PAST_VERB.matcher(gap).find() && !FORWARD.matcher(gap).find();
    if (!fits
        || !forward
        || past
        || gap.length() > 110
        || PAST.matcher(gap).find()
        || FAR.matcher(gap).find()) {
      return;
    }
    Optional<FactPeriod> period = period(s, m, first);
    if (period.isEmpty()) {
      return;
    }
    range(text, s, m, own, period.get());
  }

  private void range(SourceText text, String s, Mention m, List<Figure> own, FactPeriod period) {
    Figure first = own.get(0);
    BigDecimal low = first.value();
    BigDecimal high = low;
    int to = first.to();
    if (own.size() > 1) {
      Figure second = own.get(1);
      String between = s.substring(first.to(), second.from());
      if (BETWEEN.matcher(between).matches() && second.kind() == first.kind()) {
        // "$34.7 to $34.8 billion": the scale stands once.
        low = first.scaled() ? low : first.printed().scaleByPowerOfTen(second.power());
        high = second.value();
        to = second.to();
      } else if (PLUS_MINUS.matcher(between).matches()) {
        BigDecimal swing =
            second.kind() == Figure.Kind.PERCENT && !m.metric().ratio()
                ? low.multiply(second.printed()).movePointLeft(2)
                : second.kind() == Figure.Kind.BASIS_POINTS
                    ? second.printed().movePointLeft(2)
                    : second.value();
        low = first.value().subtract(swing);
        high = first.value().add(swing);
        to = second.to();
      }
    }
    if (low.compareTo(high) > 0) {
      return;
    }
    Optional<Unit> unit = unit(m, first, s);
    boolean odd =
        !m.metric().ratio()
            && !m.metric().perShare()
            && low.abs().compareTo(BigDecimal.valueOf(10_000)) < 0;
    if (unit.isEmpty() || odd) {
      return;
    }
    Guidance guidance =
        new Guidance(
            m.metric(),
            m.basis(),
            plain(low),
            plain(high),
            unit.get(),
            period,
            action(s, m.from()),
            new Passage(text.span(first.from(), to), text.text().substring(first.from(), to)));
    boolean known =
        found.stream()
            .anyMatch(
                g ->
                    g.metric() == guidance.metric()
                        && g.basis() == guidance.basis()
                        && g.low().equals(guidance.low())
                        && g.high().equals(guidance.high())
                        && g.period().equals(guidance.period()));
    if (!known) {
      found.add(guidance);
    }
  }

  private static BigDecimal plain(BigDecimal v) {
    BigDecimal bare = v.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private Optional<Unit> unit(Mention m, Figure f, String s) {
    if (m.metric().ratio()) {
      return Optional.of(Unit.PERCENT);
    }
    String c = f.currency().orElse("");
    String code =
        c.equals("$")
            ? currency.filter(x -> x.endsWith("D")).orElse("USD")
            : c.equals("¥") ? currency.filter(x -> x.equals("CNY")).orElse("JPY") : c;
    if (code.length() != 3) {
      return Optional.empty();
    }
    if (!m.metric().perShare()) {
      return Optional.of(Unit.money(code));
    }
    boolean ads = s.substring(m.from(), m.to()).contains("ads");
    return Optional.of(ads ? Unit.perAds(code) : Unit.perShare(code));
  }

  /** The word for what was done nearest before the metric, else after it, else in the heading. */
  private Optional<Guidance.Action> action(String s, int metric) {
    return nearest(s.substring(0, metric), true)
        .or(() -> nearest(s.substring(metric), false))
        .or(() -> heading.flatMap(h -> nearest(h, true)));
  }

  private static Optional<Guidance.Action> nearest(String words, boolean last) {
    Optional<Guidance.Action> best = Optional.empty();
    int at = last ? -1 : Integer.MAX_VALUE;
    for (Cue cue : CUES) {
      Matcher m = cue.pattern().matcher(words);
      while (m.find()) {
        if (last ? m.start() > at : m.start() < at) {
          at = m.start();
          best = Optional.of(cue.action());
        }
      }
    }
    return best;
  }

  private record Cue(Pattern pattern, Guidance.Action action) {}

  private static final List<Cue> CUES =
      List.of(
          new Cue(RAISED, Guidance.Action.RAISED),
          new Cue(LOWERED, Guidance.Action.LOWERED),
          new Cue(KEPT, Guidance.Action.MAINTAINED),
          new Cue(NARROWED, Guidance.Action.NARROWED));

  /** The period expected for: it must not have ended with the reported one. */
  private Optional<FactPeriod> period(String s, Mention m, Figure first) {
    PeriodRef inside = PeriodReader.read(s.substring(m.to(), first.from()));
    PeriodRef ref = inside;
    if (!ref.hasLength()) {
      ref = PeriodReader.read(s.substring(0, m.from())).or(inside);
    }
    if (!ref.hasLength()) {
      ref = PeriodReader.read(s.substring(first.to()));
    }
    if (!ref.hasLength()) {
      ref = headingPeriod.orElse(PeriodRef.NONE);
    }
    if (!ref.hasLength()) {
      return Optional.empty();
    }
    PeriodRef named = ref;
    Optional<LocalDate> end = ref.endDate().or(() -> ahead(named));
    Optional<LocalDate> reported = book.reported().endDate();
    boolean past = end.isPresent() && reported.isPresent() && !end.get().isAfter(reported.get());
    if (past) {
      return Optional.empty();
    }
    return Optional.of(PeriodBook.period(ref.months(), ref.weeks(), end, ref.kind()));
  }

  /** The end of a named quarter or year, counted from the reported quarter. */
  private Optional<LocalDate> ahead(PeriodRef ref) {
    PeriodRef now = book.reported();
    Optional<LocalDate> end = now.endDate();
    boolean countable =
        end.isPresent()
            && YearMonth.from(end.get()).atEndOfMonth().equals(end.get())
            && now.months() == 3
            && now.quarter().isPresent();
    if (!countable) {
      return Optional.empty();
    }
    int quarter = now.quarter().orElseThrow();
    int years =
        ref.year().isPresent() && now.year().isPresent() ? ref.year().get() - now.year().get() : 0;
    int target = ref.months() == 12 ? 4 : ref.quarter().orElse(0);
    if (target == 0 || years < 0 || years > 2) {
      return Optional.empty();
    }
    int quarters = years * 4 + target - quarter;
    if (quarters < 0 && ref.year().isEmpty()) {
      quarters += 4;
    }
    return quarters <= 0
        ? Optional.empty()
        : Optional.of(YearMonth.from(end.get()).plusMonths(3L * quarters).atEndOfMonth());
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.SourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sentences: metric, amount, direction and comparator. Between a metric and its amount only
 * words that a plain statement uses are let through, so that a part of the business, a plan or a
 * change is not taken for the whole, the fact or the level.
 */
final class ProseFacts {

  private static final CuePatterns CUES = CuePatterns.of("prose-cues.tsv");
  private static final Pattern FORWARD = CUES.get("forward");
  private static final Pattern TRAILING = CUES.get("trailing");
  private static final Pattern COMPARATOR = CUES.get("comparator");
  private static final Pattern CHANGE = CUES.get("change");
  private static final Pattern TO = CUES.get("to");
  private static final Pattern UP = CUES.get("up");
  private static final Pattern DOWN = CUES.get("down");
  private static final Pattern WIDENED = CUES.get("widened");
  private static final Pattern CONSTANT = CUES.get("constant");
  private static final Pattern YOY = CUES.get("yoy");
  private static final Pattern QOQ = CUES.get("qoq");
  private static final Pattern ALLOWED = CUES.get("allowed");
  private static final Pattern ATTRIBUTABLE = CUES.get("attributable");
  private static final Pattern LEFT_FINE = CUES.get("left-fine");
  private static final Pattern LEFT_PART = CUES.get("left-part");
  private static final Pattern PER = CUES.get("per");
  private static final Pattern SAID = CUES.get("said");

  private final PeriodBook book;
  private final Optional<String> currency;
  private final Set<String> issuerWords;
  private final boolean ambiguous;
  private final List<Candidate> found = new ArrayList<>();
  private final List<TableFacts.Rate> rates = new ArrayList<>();
  private Optional<PeriodRef> heading = Optional.empty();

  private ProseFacts(PeriodBook book, Optional<String> currency, Optional<String> title) {
    this.book = book;
    this.currency = currency;
    this.issuerWords = words(title.orElse(""));
    this.ambiguous = ambiguous(title.orElse(""));
  }

  /**
   * What sentences yield.
   *
   * @param candidates readings in order
   * @param rates exchange rates implied by translated amounts
   */
  record Yield(List<Candidate> candidates, List<TableFacts.Rate> rates) {}

  /** A paragraph and its number in the document. */
  record Numbered(int source, Prose prose) {}

  /** Reads paragraphs in order. */
  static Yield read(
      List<Numbered> paragraphs,
      PeriodBook book,
      Optional<String> currency,
      Optional<String> title) {
    ProseFacts reader = new ProseFacts(book, currency, title);
    for (Numbered n : paragraphs) {
      reader.paragraph(n);
    }
    return new Yield(reader.found, reader.rates);
  }

  private static Set<String> words(String title) {
    Set<String> words = new HashSet<>();
    for (String w : title.split("[^A-Za-z'&.]+")) {
      if (w.length() > 1 && Character.isUpperCase(w.charAt(0))) {
        words.add(w.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static boolean ambiguous(String title) {
    return PeriodReader.lengths(PeriodReader.fold(title)).stream()
            .map(PeriodReader.Lasting::months)
            .filter(m -> m > 0)
            .distinct()
            .count()
        > 1;
  }

  private void paragraph(Numbered n) {
    Prose prose = n.prose();
    String folded = PeriodReader.fold(prose.text());
    boolean titleLike =
        prose.heading()
            || (folded.length() <= 140 && !folded.strip().endsWith("."))
            || folded.length() <= 60;
    if (titleLike) {
      PeriodRef ref = PeriodReader.read(folded);
      boolean figures =
          NumberReader.scan(folded).stream().anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
      if (ref.hasLength() && !figures) {
        heading = ambiguous(folded) ? Optional.empty() : Optional.of(ref);
      }
    }
    if (flattened(folded)) {
      return;
    }
    boolean said = SAID.matcher(folded).find();
    int quoteDepth = 0;
    for (SourceText sentence : prose.sentences()) {
      String s = PeriodReader.fold(sentence);
      boolean quoted =
          said
              && (quoteDepth > 0
                  || sentence.text().contains("“")
                  || sentence.text().contains("\""));
      sentence(n.source(), sentence, s, quoted ? Fact.Place.QUOTATION : Fact.Place.BODY);
      quoteDepth = depth(sentence.text(), quoteDepth);
    }
  }

  /** A table that was run into text. */
  private static boolean flattened(String folded) {
    List<Figure> figures = NumberReader.scan(folded);
    if (figures.size() < 12) {
      return false;
    }
    long words = folded.chars().filter(c -> c == ' ').count();
    return figures.size() * 5L > words;
  }

  private static int depth(String text, int before) {
    int depth = before;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '“') {
        depth = 1;
      } else if (c == '”') {
        depth = 0;
      } else if (c == '"') {
        depth = 1 - depth;
      }
    }
    return depth;
  }

  private void sentence(int source, SourceText text, String s, Fact.Place place) {
    if (FORWARD.matcher(s).find() || TRAILING.matcher(s).find()) {
      return;
    }
    adsRatio(source, text, s, place);
    List<Figure> figures = NumberReader.scan(text.text());
    if (figures.isEmpty()) {
      return;
    }
    List<Mention> mentions = Phrases.shipped().mentions(s, text);
    for (int i = 0; i < mentions.size(); i++) {
      Mention m = mentions.get(i);
      int end = s.length();
      for (int j = i + 1; j < mentions.size(); j++) {
        Mention next = mentions.get(j);
        boolean same = next.metric() == m.metric() && next.basis() == m.basis();
        if (!same) {
          end = next.from();
          break;
        }
      }
      if ((part(m) ? leads(s, m) : whole(s, m)) && !comparing(s, m)) {
        new Clause(source, text, s, place, m, figures, end).read();
      }
    }
  }

  private static final Pattern COMPARING = CUES.get("comparing");

  /** Whether the mention names what another figure is compared with. */
  private static boolean comparing(String s, Mention m) {
    return COMPARING.matcher(s.substring(Math.max(0, m.from() - 50), m.from())).find();
  }

  /** Whether the mention is of the whole company and is not a part of another notion. */
  private boolean whole(String s, Mention m) {
    String before = s.substring(0, m.from()).strip();
    if (LEFT_PART.matcher(s.substring(0, m.from())).find()) {
      return false;
    }
    String tail = before.substring(Math.max(0, before.length() - 40));
    if (LEFT_FINE.matcher(tail).find() || before.isEmpty()) {
      return true;
    }
    String last = tail.substring(tail.lastIndexOf(' ') + 1);
    return issuerWords.contains(last)
        || (m.metric() != Metric.REVENUE
            && m.metric() != Metric.NET_SALES
            && ALLOWED.matcher(last).replaceAll("").isBlank());
  }

  /** One metric and the figures that follow it. */
  private final class Clause {
    private final int source;
    private final SourceText text;
    private final String s;
    private final Fact.Place place;
    private final Mention m;
    private final List<Figure> figures;
    private final int end;
    private Optional<Figure> level = Optional.empty();
    private Optional<Figure> comparator = Optional.empty();
    private Optional<Figure> pending = Optional.empty();
    private Optional<Figure> perShare = Optional.empty();
    private Optional<Figure> perShareBefore = Optional.empty();
    private Optional<Figure> yoy = Optional.empty();
    private Optional<Figure> qoq = Optional.empty();
    private Optional<Figure> marginAmount = Optional.empty();
    private Optional<Figure> marginBefore = Optional.empty();
    private int direction;

    Clause(
        int source,
        SourceText text,
        String s,
        Fact.Place place,
        Mention m,
        List<Figure> figures,
        int end) {
      this.source = source;
      this.text = text;
      this.s = s;
      this.place = place;
      this.m = m;
      this.figures = figures;
      this.end = end;
    }

    void read() {
      int anchor = m.to();
      for (Figure f : figures) {
        if (f.from() < m.to()) {
          continue;
        }
        if (f.from() >= end) {
          break;
        }
        String gap = s.substring(Math.min(anchor, f.from()), f.from());
        boolean go = figure(f, gap);
        if (!go) {
          break;
        }
        if (f.kind() != Figure.Kind.NUMBER || f.scaled()) {
          anchor = f.to();
        }
      }
      emit();
    }

    private boolean figure(Figure f, String gap) {
      boolean amount = f.kind() == Figure.Kind.MONEY;
      boolean percent = f.kind() == Figure.Kind.PERCENT;
      if (f.kind() == Figure.Kind.NUMBER
          || f.kind() == Figure.Kind.POINTS
          || f.kind() == Figure.Kind.BASIS_POINTS) {
        return true;
      }
      if (gap.contains(";")) {
        return false;
      }
      if (amount && !worded(f)) {
        return false;
      }
      if (m.metric() == Metric.GROSS_MARGIN && grossProfit(f, gap)) {
        return true;
      }
      if (amount && perShare(f)) {
        return true;
      }
      if (m.metric().ratio() && percent && level.isEmpty() && MOVED.matcher(gap).find()) {
        return true;
      }
      if (m.metric().ratio() && percent && f.value().abs().compareTo(BigDecimal.valueOf(150)) > 0) {
        return false;
      }
      if (m.metric().ratio() ? amount : percent) {
        return m.metric().ratio() ? level.isPresent() : growth(f, gap);
      }
      if (amount && f.enclosed() && level.isPresent() && translated(f)) {
        return true;
      }
      return amountOf(f, gap);
    }

    /** Amounts of a sentence are spelled out; "$ 898" is a cell of a table run into text. */
    private boolean worded(Figure f) {
      if (f.scaled() || m.metric().perShare() || s.startsWith("per", skipSpace(f.to()))) {
        return true;
      }
      String written = s.substring(f.from(), f.to());
      boolean spaced = written.contains("$ ") || written.contains("$(");
      BigDecimal amount = f.printed().abs();
      // "$37,275" in a document that counts in thousands is not what it says.
      boolean full =
          amount.compareTo(BigDecimal.valueOf(1_000_000)) >= 0
              || (amount.compareTo(BigDecimal.valueOf(10_000)) >= 0
                  && amount.remainder(BigDecimal.valueOf(1000)).signum() == 0);
      return !spaced && full;
    }

    private int skipSpace(int at) {
      return at < s.length() && s.charAt(at) == ' ' ? at + 1 : at;
    }

    /** "Gross margin was $906,000 or 12%": the amount is gross profit. */
    private boolean grossProfit(Figure f, String gap) {
      if (f.kind() == Figure.Kind.MONEY && level.isEmpty() && marginAmount.isEmpty()) {
        if (allowed(between(f)) && !CHANGE.matcher(gap).find()) {
          marginAmount = Optional.of(f);
        }
        return true;
      }
      if (f.kind() == Figure.Kind.MONEY && marginAmount.isPresent()) {
        if (marginBefore.isEmpty()
            && COMPARATOR.matcher(s.substring(marginAmount.get().to(), f.from())).find()) {
          marginBefore = Optional.of(f);
        }
        return true;
      }
      if (f.kind() == Figure.Kind.PERCENT && level.isEmpty() && marginAmount.isPresent()) {
        if (gap.strip().equals("or") || gap.strip().equals(", or") || gap.isBlank()) {
          level = Optional.of(f);
        }
        return true;
      }
      return false;
    }

    private boolean translated(Figure f) {
      Figure of = comparator.orElse(level.get());
      String from = settled(of);
      String to = settled(f);
      if (from.equals(to) || from.isEmpty()) {
        return false;
      }
      if (comparator.isEmpty()
          && f.value().signum() != 0
          && f.printed().precision() >= 3
          && of.printed().precision() >= 3) {
        Optional<Candidate.Key> key = key();
        key.ifPresent(
            k ->
                rates.add(
                    new TableFacts.Rate(
                        k,
                        of.value()
                            .abs()
                            .divide(f.value().abs(), java.math.MathContext.DECIMAL64))));
      }
      return true;
    }

    private boolean perShare(Figure f) {
      if (m.metric() != Metric.NET_INCOME || f.scaled()) {
        return false;
      }
      Matcher per = PER.matcher(s).region(f.to(), s.length());
      if (!per.lookingAt()) {
        return s.startsWith("per ", skipSpace(f.to())); // of which kind is not said
      }
      if (comparator.isPresent()) {
        perShareBefore = perShareBefore.or(() -> Optional.of(f));
      } else if (level.isPresent()) {
        perShare = perShare.or(() -> Optional.of(f));
      }
      return true;
    }

    private boolean growth(Figure f, String gap) {
      int dir = direction(gap);
      if (dir == 0) {
        String since = s.substring(m.to(), f.from());
        dir = gap.matches("[ ,]*(?:and|or)[ ,a-z]{0,12}") ? direction : direction(since);
      }
      String after = s.substring(f.to(), Math.min(s.length(), f.to() + 70));
      int stop = nextFigure(f.to()) - f.to();
      String tail = stop > 0 && stop < after.length() ? after.substring(0, stop) : after;
      if (dir == 0 || CONSTANT.matcher(gap).find() || CONSTANT.matcher(tail).find()) {
        return true;
      }
      direction = dir;
      Figure signed = dir < 0 ? f.negated() : f;
      boolean sequential = QOQ.matcher(tail).find();
      boolean yearly = YOY.matcher(tail).find();
      if (sequential && !yearly) {
        qoq = qoq.or(() -> Optional.of(signed));
      } else if (yoy.isEmpty()) {
        yoy = Optional.of(signed);
      }
      return true;
    }

    private int nextFigure(int at) {
      return figures.stream()
          .filter(f -> f.from() >= at && f.kind() != Figure.Kind.NUMBER)
          .mapToInt(Figure::from)
          .min()
          .orElse(s.length());
    }

    private int direction(String words) {
      int up = last(UP, words);
      int down = last(DOWN, words);
      int wide = last(WIDENED, words);
      if (up < 0 && down < 0 && wide < 0) {
        return 0;
      }
      boolean loss = m.sign() == MetricNames.Sign.LOSS;
      if (wide > Math.max(up, down)) {
        return loss ? -1 : 1;
      }
      int plain = up > down ? 1 : -1;
      return loss ? -plain : plain;
    }

    private int last(Pattern p, String words) {
      int at = -1;
      Matcher matcher = p.matcher(words);
      while (matcher.find()) {
        at = matcher.start();
      }
      return at;
    }

    private boolean amountOf(Figure f, String gap) {
      boolean compares = COMPARATOR.matcher(gap).find();
      if (level.isEmpty()) {
        if (compares
            && pending.isEmpty()
            && direction(s.substring(m.to(), f.from())) != 0
            && allowed(s.substring(m.to(), f.from()).replaceAll("\\bfrom\\b", ""))) {
          pending = Optional.of(f);
          return true;
        }
        if (pending.isPresent()) {
          if (TO.matcher(gap).find() && sameCurrency(f, pending.get())) {
            level = Optional.of(f);
            comparator = pending;
            return true;
          }
          return false;
        }
        if (changeBeforeLevel(f, gap)) {
          return true;
        }
        boolean change = CHANGE.matcher(gap).find() && !gap.strip().endsWith("loss of");
        if (change) {
          return gap.strip().endsWith("by")
              || gap.contains(" by ")
              || gap.strip().startsWith(", or")
              || gap.strip().endsWith("or");
        }
        boolean moved = m.metric().ratio() && MOVED.matcher(gap).find();
        if (!moved && allowed(between(f))) {
          level = Optional.of(f);
          return true;
        }
        return false;
      }
      if (comparator.isEmpty() && compares && sameCurrency(f, level.get())) {
        comparator = Optional.of(f);
        return true;
      }
      return comparator.isEmpty() && f.enclosed();
    }

    /** "decreased $195,000 to $1,528,000": the first amount is the change. */
    private boolean changeBeforeLevel(Figure f, String gap) {
      boolean moved = MOVED.matcher(gap).find();
      String after = s.substring(f.to(), Math.min(s.length(), f.to() + 60));
      return moved && TO_FIGURE.matcher(after).find();
    }

    /** The words between the metric and {@code f}, without figures already read. */
    private String between(Figure f) {
      StringBuilder words = new StringBuilder();
      int at = m.to();
      for (Figure g : figures) {
        if (g.from() >= m.to() && g.to() <= f.from() && g.kind() != Figure.Kind.NUMBER) {
          words.append(s, at, g.from()).append(' ');
          at = g.to();
        }
      }
      return words.append(s, Math.min(at, f.from()), f.from()).toString();
    }

    private boolean sameCurrency(Figure a, Figure b) {
      return a.kind() == b.kind() && settled(a).equals(settled(b));
    }

    private void emit() {
      Optional<Candidate.Key> key = key();
      if (key.isEmpty()) {
        return;
      }
      Candidate.Key k = key.get();
      if (level.isPresent()) {
        Figure f = level.get();
        Optional<Figure> before = comparatorInYear();
        found.add(candidate(k, f, value(f, k, false), before, before.map(b -> value(b, k, true))));
      }
      perShare.ifPresent(f -> perShareFact(k, f));
      marginAmount.ifPresent(f -> grossProfitFact(k, f));
      growthFacts(k);
    }

    private void grossProfitFact(Candidate.Key k, Figure f) {
      String code = settled(f);
      if (code.length() != 3) {
        return;
      }
      Candidate.Key profit =
          new Candidate.Key(
              Metric.GROSS_PROFIT,
              Optional.empty(),
              k.basis(),
              Fact.Role.LEVEL,
              Optional.empty(),
              Optional.empty(),
              Unit.money(code),
              k.period());
      Optional<Figure> before = marginBefore.filter(b -> comparesWithYear(f, b));
      found.add(
          candidate(
              profit, f, value(f, profit, false), before, before.map(b -> value(b, profit, true))));
    }

    private void growthFacts(Candidate.Key k) {
      if (k.metric().ratio()) {
        return;
      }
      boolean yearly = YOY.matcher(s).find() || comparatorInYear().isPresent() || otherYear();
      boolean sequential = QOQ.matcher(s).find();
      if (yoy.isPresent() && yearly && !(sequential && qoq.isEmpty() && !YOY.matcher(s).find())) {
        Figure f = yoy.get();
        found.add(
            candidate(
                k.withRole(Fact.Role.YOY, Unit.PERCENT),
                f,
                f.printed(),
                Optional.empty(),
                Optional.empty()));
      }
      if (qoq.isPresent()) {
        Figure f = qoq.get();
        found.add(
            candidate(
                k.withRole(Fact.Role.QOQ, Unit.PERCENT),
                f,
                f.printed(),
                Optional.empty(),
                Optional.empty()));
      }
    }

    private boolean comparesWithYear(Figure f, Figure before) {
      PeriodRef ref = PeriodReader.read(s.substring(before.to()));
      Optional<PeriodBook.Found> found = ref.hasLength() ? book.find(ref) : Optional.empty();
      return found.isPresent()
          ? found.get().yearsBack() == 1
          : YOY.matcher(s.substring(f.to())).find();
    }

    private boolean otherYear() {
      if (yoy.isEmpty()) {
        return false;
      }
      int from = yoy.get().to();
      PeriodRef ref = PeriodReader.read(s.substring(from));
      Optional<PeriodBook.Found> f = ref.hasLength() ? book.find(ref) : Optional.empty();
      return f.isPresent() && f.get().yearsBack() == 1;
    }

    /** The comparator, if it is the one of the year before. */
    private Optional<Figure> comparatorInYear() {
      if (comparator.isEmpty()) {
        return Optional.empty();
      }
      Figure c = comparator.get();
      int stop = nextFigure(c.to());
      String after = s.substring(c.to(), Math.max(c.to(), Math.min(stop, s.length())));
      String around =
          s.substring(
                  level.map(Figure::to).orElse(m.to()) < c.from()
                      ? level.map(Figure::to).orElse(m.to())
                      : m.to(),
                  c.from())
              + " "
              + after;
      if (QOQ.matcher(after).find() && !YOY.matcher(after).find()) {
        return Optional.empty();
      }
      PeriodRef ref = PeriodReader.read(after);
      Optional<PeriodBook.Found> f = ref.hasLength() ? book.find(ref) : Optional.empty();
      if (f.isPresent()) {
        return f.get().yearsBack() == 1 ? comparator : Optional.empty();
      }
      Optional<Integer> year = ref.year();
      if (year.isPresent()) {
        Optional<Integer> now =
            book.reported()
                .year()
                .or(() -> book.reported().endDate().map(java.time.LocalDate::getYear));
        return now.isPresent() && now.get() - year.get() == 1 ? comparator : Optional.empty();
      }
      return YOY.matcher(around).find() || YOY.matcher(s).find() ? comparator : Optional.empty();
    }

    private void perShareFact(Candidate.Key k, Figure f) {
      Matcher per = PER.matcher(s).region(f.to(), s.length());
      if (!per.lookingAt()) {
        return;
      }
      boolean both = per.group("which").contains("basic") && per.group("which").contains("diluted");
      boolean basic = per.group("which").equals("basic");
      Unit unit =
          per.group("what").equals("ads") ? Unit.perAds(settled(f)) : Unit.perShare(settled(f));
      List<Metric> metrics =
          both
              ? List.of(Metric.EPS_BASIC, Metric.EPS_DILUTED)
              : List.of(basic ? Metric.EPS_BASIC : Metric.EPS_DILUTED);
      for (Metric metric : metrics) {
        Candidate.Key eps =
            new Candidate.Key(
                metric,
                Optional.empty(),
                k.basis(),
                Fact.Role.LEVEL,
                k.attribution().filter(a -> a == Fact.Attribution.CONTINUING),
                Optional.empty(),
                unit,
                k.period());
        Optional<Figure> before =
            comparatorInYear().isPresent() ? perShareBefore : Optional.empty();
        found.add(
            candidate(eps, f, value(f, eps, false), before, before.map(b -> value(b, eps, true))));
      }
    }

    private Candidate candidate(
        Candidate.Key k,
        Figure f,
        BigDecimal value,
        Optional<Figure> before,
        Optional<BigDecimal> beforeValue) {
      Optional<Comparator> c =
          before.map(b -> new Comparator(beforeValue.orElseThrow(), prior(k.period()), passage(b)));
      return new Candidate(
          k,
          TableFacts.plain(value),
          f.halfDigit(),
          c,
          before.map(Figure::halfDigit).orElse(BigDecimal.ZERO),
          place,
          source,
          place == Fact.Place.QUOTATION ? 5 : 10,
          List.of(),
          passage(f));
    }

    private Passage passage(Figure f) {
      return new Passage(text.span(f.from(), f.to()), text.text().substring(f.from(), f.to()));
    }

    private BigDecimal value(Figure f, Candidate.Key k, boolean before) {
      BigDecimal v = f.value();
      if (k.metric().ratio() || m.sign() == MetricNames.Sign.COST) {
        return TableFacts.plain(f.enclosed() ? v : v);
      }
      int from = before ? level.map(Figure::to).orElse(m.to()) : m.from();
      String words = s.substring(Math.min(from, f.from()), f.from());
      boolean lossWord = words.contains("loss");
      boolean gainWord =
          words.contains("income") || words.contains("profit") || words.contains("earnings");
      boolean loss =
          before
              ? (lossWord || (m.sign() == MetricNames.Sign.LOSS && !gainWord))
              : m.sign() == MetricNames.Sign.LOSS
                  || words.contains("loss of")
                  || words.contains("a loss");
      boolean parenthesised =
          (f.enclosed() && f.printed().signum() > 0) || words.strip().endsWith("negative");
      return TableFacts.plain(loss || parenthesised ? v.abs().negate() : v);
    }

    private FactPeriod prior(FactPeriod p) {
      Optional<java.time.LocalDate> end = p.end().flatMap(e -> book.earlier(e, 1));
      return new FactPeriod(
          p.kind(),
          p.start()
              .filter(x -> end.isPresent())
              .map(x -> x.minusYears(1))
              .filter(x -> !x.isAfter(end.orElseThrow())),
          end);
    }

    private Optional<Candidate.Key> key() {
      Optional<PeriodBook.Found> period = period();
      if (period.isEmpty() || !period.get().current()) {
        return Optional.empty();
      }
      boolean balance = m.metric() == Metric.CASH || m.metric() == Metric.TOTAL_DEBT;
      FactPeriod p = period.get().period();
      FactPeriod of =
          balance ? new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), p.end()) : p;
      if (!balance && p.kind() == FactPeriod.Kind.INSTANT) {
        return Optional.empty();
      }
      Optional<Unit> unit = unit();
      return unit.map(
          u ->
              new Candidate.Key(
                  m.metric(),
                  m.label(),
                  m.basis(),
                  Fact.Role.LEVEL,
                  m.whose().or(this::parent),
                  m.segment(),
                  u,
                  of));
    }

    private Optional<Fact.Attribution> parent() {
      boolean parent =
          m.metric() == Metric.NET_INCOME
              && PARENT.matcher(s).region(m.to(), s.length()).lookingAt();
      return parent ? Optional.of(Fact.Attribution.PARENT) : Optional.empty();
    }

    private Optional<Unit> unit() {
      if (m.metric().ratio()) {
        return Optional.of(Unit.PERCENT);
      }
      if (level.isEmpty()) {
        return yoy.or(() -> qoq).map(f -> Unit.PERCENT);
      }
      String code = settled(level.get());
      if (code.length() != 3) {
        return Optional.empty();
      }
      if (!m.metric().perShare()) {
        return Optional.of(Unit.money(code));
      }
      return Optional.of(
          s.substring(m.from(), m.to()).contains("ads") ? Unit.perAds(code) : Unit.perShare(code));
    }

    private Optional<PeriodBook.Found> period() {
      Figure first = level.or(() -> yoy).or(() -> qoq).orElse(figures.get(0));
      int from = Math.min(m.to(), first.from());
      PeriodRef inside = PeriodReader.read(s.substring(from, first.from()));
      if (inside.hasLength() || inside.instant()) {
        return book.find(inside);
      }
      PeriodRef before = lastBefore(s.substring(0, m.from()));
      if (before.hasLength() || before.instant()) {
        return book.find(before);
      }
      int stop = nextFigure(first.to());
      String rest = s.substring(first.to(), Math.max(first.to(), Math.min(end, stop)));
      Matcher cut =
          Pattern.compile("\\b(?:compared|versus|vs|from|over|against|than)\\b").matcher(rest);
      String after = cut.find() ? rest.substring(0, cut.start()) : rest;
      PeriodRef behind = PeriodReader.read(after);
      if (behind.hasLength() || behind.instant()) {
        return book.find(behind);
      }
      boolean year = inside.year().isPresent() || behind.year().isPresent();
      if (year && heading.isEmpty()) {
        return Optional.empty();
      }
      if (heading.isPresent()) {
        return book.find(heading.get());
      }
      return ambiguous ? Optional.empty() : book.find(book.reported());
    }

    private PeriodRef lastBefore(String words) {
      int cut = Math.max(words.lastIndexOf(';'), words.lastIndexOf(". "));
      return PeriodReader.read(words.substring(cut + 1));
    }

    private boolean allowed(String words) {
      String plain = ATTRIBUTABLE.matcher(words).replaceAll(" ");
      String left = ALLOWED.matcher(plain).replaceAll(" ").strip();
      if (left.isEmpty()) {
        return true;
      }
      for (String w : left.split(" +")) {
        if (!issuerWords.contains(w)) {
          return false;
        }
      }
      return true;
    }

    private String settled(Figure f) {
      String c = f.currency().orElse("");
      if (c.equals("$")) {
        return currency.filter(x -> x.endsWith("D")).orElse("USD");
      }
      return c.equals("¥") ? currency.filter(x -> x.equals("CNY")).orElse("JPY") : c;
    }
  }

  private static final Pattern PARENT = CUES.get("parent");
  private static final Pattern MOVED = CUES.get("moved");
  private static final Pattern TO_FIGURE = CUES.get("to-figure");

  private static final Pattern LEADS = CUES.get("leads");

  /** Whether a part of the business is what the clause is about, and not a cause named in it. */
  private static boolean leads(String s, Mention m) {
    return m.segment().isPresent() || LEADS.matcher(s.substring(0, m.from())).find();
  }

  private static boolean part(Mention m) {
    return m.label().isPresent() || m.segment().isPresent();
  }

  private static final Pattern ADS = CUES.get("ads");

  private void adsRatio(int source, SourceText text, String s, Fact.Place place) {
    Matcher m = ADS.matcher(s);
    if (!m.find()) {
      return;
    }
    BigDecimal n =
        switch (m.group("n")) {
          case "two" -> BigDecimal.valueOf(2);
          case "three" -> BigDecimal.valueOf(3);
          case "four" -> BigDecimal.valueOf(4);
          case "five" -> BigDecimal.valueOf(5);
          case "six" -> BigDecimal.valueOf(6);
          case "eight" -> BigDecimal.valueOf(8);
          case "ten" -> BigDecimal.valueOf(10);
          case "twelve" -> BigDecimal.valueOf(12);
          case "fifteen" -> BigDecimal.valueOf(15);
          case "twenty" -> BigDecimal.valueOf(20);
          case "thirty" -> BigDecimal.valueOf(30);
          case "forty" -> BigDecimal.valueOf(40);
          case "fifty" -> BigDecimal.valueOf(50);
          default -> new BigDecimal(m.group("n"));
        };
    Candidate.Key key =
        new Candidate.Key(
            Metric.ADS_RATIO,
            Optional.empty(),
            Basis.GAAP,
            Fact.Role.LEVEL,
            Optional.empty(),
            Optional.empty(),
            Unit.SHARES_PER_ADS,
            new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), book.reported().endDate()));
    Passage passage =
        new Passage(
            text.span(m.start("n"), m.end("n")), text.text().substring(m.start("n"), m.end("n")));
    found.add(
        new Candidate(
            key,
            n,
            BigDecimal.ZERO,
            Optional.empty(),
            BigDecimal.ZERO,
            place,
            source,
            10,
            List.of(),
            passage));
  }
}

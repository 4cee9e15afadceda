package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what facts a clause states: metric, basis, unit, period, sign and comparator of each. */
final class ClauseFacts {

  private static final Pattern NEGATIVE = ProseFacts.CUES.get("negative");
  private static final Pattern PARENT = ProseFacts.CUES.get("parent");
  private static final int BODY_WEIGHT = 10;
  private static final int QUOTATION_WEIGHT = 5;

  private final Clause clause;
  private final Sentence sentence;
  private final String s;
  private final Mention m;
  private final ProseSetting setting;
  private final ClausePeriod period;

  ClauseFacts(Clause clause, ProseSetting setting) {
    this.clause = clause;
    this.sentence = clause.sentence();
    this.s = sentence.folded();
    this.m = clause.mention();
    this.setting = setting;
    this.period = new ClausePeriod(clause, setting);
  }

  /** The readings: level, amount for a share, gross profit, changes. */
  List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    Optional<Candidate.Key> key = key();
    if (key.isEmpty()) {
      return found;
    }
    Candidate.Key k = key.get();
    clause
        .level()
        .map(f -> stated(k, f, period.comparatorInYear()))
        .flatMap(c -> kindUnsaid() ? plain(c) : Optional.of(c))
        .ifPresent(found::add);
    clause.perShare().ifPresent(f -> found.addAll(perShare(k, f)));
    clause.ofRevenue().flatMap(f -> margin(k, f)).ifPresent(found::add);
    clause.marginAmount().flatMap(f -> grossProfit(k, f)).ifPresent(found::add);
    found.addAll(growth(k));
    return found;
  }

  /** What the clause is about; none where period or currency cannot be told. */
  Optional<Candidate.Key> key() {
    Optional<PeriodBook.Found> found = period.find();
    if (found.isEmpty() || !found.get().current()) {
      return Optional.empty();
    }
    boolean balance = m.metric() == Metric.CASH || m.metric() == Metric.TOTAL_DEBT;
    FactPeriod p = found.get().period();
    FactPeriod of =
        balance ? new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), p.end()) : p;
    if (!balance && p.kind() == FactPeriod.Kind.INSTANT) {
      return Optional.empty();
    }
    return unit()
        .map(
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

  /** Whether earnings for a share are named without a word of which shares. */
  private boolean kindUnsaid() {
    String name = s.substring(m.from(), m.to());
    return m.metric().perShare() && !name.contains("dilut") && !name.contains("basic");
  }

  private Optional<Fact.Attribution> parent() {
    boolean parent =
        m.metric() == Metric.NET_INCOME && PARENT.matcher(s).region(m.to(), s.length()).lookingAt();
    return parent ? Optional.of(Fact.Attribution.PARENT) : Optional.empty();
  }

  private Optional<Unit> unit() {
    if (m.metric().ratio()) {
      return Optional.of(Unit.PERCENT);
    }
    if (clause.level().isEmpty()) {
      return clause.yoy().or(clause::qoq).map(f -> Unit.PERCENT);
    }
    String code = setting.settled(clause.level().get());
    if (code.length() != 3) {
      return Optional.empty();
    }
    if (!m.metric().perShare()) {
      return Optional.of(Unit.money(code));
    }
    return Optional.of(
        s.substring(m.from(), m.to()).contains("ads") ? Unit.perAds(code) : Unit.perShare(code));
  }

  /** The margin that a result is said to be in per cent of revenue. */
  private Optional<Candidate> margin(Candidate.Key k, Figure f) {
    Optional<Metric> margin =
        switch (k.metric()) {
          case GROSS_PROFIT -> Optional.of(Metric.GROSS_MARGIN);
          case OPERATING_INCOME -> Optional.of(Metric.OPERATING_MARGIN);
          case EBITDA -> Optional.of(Metric.EBITDA_MARGIN);
          default -> Optional.empty();
        };
    if (m.sign() == MetricNames.Sign.LOSS || clause.level().orElseThrow().printed().signum() < 0) {
      return Optional.empty();
    }
    Optional<Figure> before = period.comparatorInYear().flatMap(c -> clause.ofRevenueBefore());
    return margin.map(
        metric ->
            stated(
                new Candidate.Key(
                    metric,
                    Optional.empty(),
                    k.basis(),
                    Fact.Role.LEVEL,
                    Optional.empty(),
                    Optional.empty(),
                    Unit.PERCENT,
                    k.period()),
                f,
                before));
  }

  private Optional<Candidate> grossProfit(Candidate.Key k, Figure f) {
    String code = setting.settled(f);
    if (code.length() != 3) {
      return Optional.empty();
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
    Optional<Figure> before = clause.marginBefore().filter(b -> period.comparesWithYear(f, b));
    return Optional.of(stated(profit, f, before));
  }

  private List<Candidate> perShare(Candidate.Key k, Figure f) {
    Matcher per = AmountsForShare.per(s, f);
    if (!per.lookingAt()) {
      return List.of();
    }
    String own = setting.settled(f);
    String currency = own.length() == 3 ? own : clause.level().map(setting::settled).orElse("");
    if (currency.length() != 3) {
      return List.of();
    }
    Unit unit = "ads".equals(per.group("what")) ? Unit.perAds(currency) : Unit.perShare(currency);
    String which = AmountsForShare.which(per).orElse("");
    Optional<Figure> before = period.comparatorInYear().flatMap(c -> clause.perShareBefore());
    if (which.isEmpty()) {
      return plain(stated(perShareKey(k, Metric.EPS_DILUTED, unit), f, before)).stream().toList();
    }
    boolean both = which.contains("basic") && which.contains("diluted");
    List<Metric> metrics =
        both
            ? List.of(Metric.EPS_BASIC, Metric.EPS_DILUTED)
            : List.of(which.equals("basic") ? Metric.EPS_BASIC : Metric.EPS_DILUTED);
    return metrics.stream().map(metric -> stated(perShareKey(k, metric, unit), f, before)).toList();
  }

  /** An amount for a share that is called neither basic nor diluted, where it is diluted. */
  private static Optional<Candidate> plain(Candidate c) {
    Basis basis = c.key().basis();
    String code = c.key().unit().currency().orElse("");
    if (!PlainEps.isDiluted(c.value(), basis, code)) {
      return Optional.empty();
    }
    boolean same =
        c.comparator().map(b -> PlainEps.isDiluted(b.value(), basis, code)).orElse(false);
    return Optional.of(same ? c : c.withComparator(Optional.empty(), BigDecimal.ZERO));
  }

  private static Candidate.Key perShareKey(Candidate.Key k, Metric metric, Unit unit) {
    return new Candidate.Key(
        metric,
        Optional.empty(),
        k.basis(),
        Fact.Role.LEVEL,
        k.attribution().filter(a -> a == Fact.Attribution.CONTINUING),
        Optional.empty(),
        unit,
        k.period());
  }

  private List<Candidate> growth(Candidate.Key k) {
    List<Candidate> found = new ArrayList<>();
    if (k.metric().ratio()) {
      return found;
    }
    clause
        .yoy()
        .filter(f -> period.yearlyChange())
        .ifPresent(f -> found.add(change(k.withRole(Fact.Role.YOY, Unit.PERCENT), f)));
    clause.qoq().ifPresent(f -> found.add(change(k.withRole(Fact.Role.QOQ, Unit.PERCENT), f)));
    return found;
  }

  private Candidate change(Candidate.Key k, Figure f) {
    return candidate(k, f, f.printed(), Optional.empty(), BigDecimal.ZERO);
  }

  private Candidate stated(Candidate.Key k, Figure f, Optional<Figure> before) {
    Optional<Comparator> comparator =
        before.map(b -> new Comparator(value(b, k, true), period.prior(k.period()), passage(b)));
    return candidate(
        k,
        f,
        value(f, k, false),
        comparator,
        before.map(Figure::halfDigit).orElse(BigDecimal.ZERO));
  }

  private Candidate candidate(
      Candidate.Key k,
      Figure f,
      BigDecimal value,
      Optional<Comparator> comparator,
      BigDecimal comparatorHalfDigit) {
    boolean quoted = sentence.place() == Fact.Place.QUOTATION;
    return new Candidate(
        k,
        Figure.plain(value),
        f.halfDigit(),
        comparator,
        comparatorHalfDigit,
        sentence.place(),
        sentence.source(),
        quoted ? QUOTATION_WEIGHT : BODY_WEIGHT,
        List.of(),
        passage(f));
  }

  private Passage passage(Figure f) {
    return sentence.passage(f.from(), f.to());
  }

  private BigDecimal value(Figure f, Candidate.Key k, boolean before) {
    boolean asIs = k.metric().ratio() || m.sign() == MetricNames.Sign.COST;
    if (k.metric().ratio() && NEGATIVE.matcher(s.substring(0, f.from())).find()) {
      return Figure.plain(f.value()).abs().negate();
    }
    return asIs
        ? Figure.plain(f.value())
        : new SignedAmount(s, f).value(m, from(f, before), before);
  }

  /** Where the words that tell the sign of {@code f} begin. */
  private int from(Figure f, boolean before) {
    boolean behindLevel = before && clause.levelEnd() <= f.from();
    return Math.min(behindLevel ? clause.levelEnd() : m.from(), f.from());
  }
}

package dev.afterbell.snapshot;

import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.Themes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what the issuer's own release says: what it confirms, what it shows against it, its
 * figures.
 */
final class ReleaseWriter {

  /** Growth in percent from which it is called strong, solid or modest. */
  private static final BigDecimal STRONG = BigDecimal.valueOf(25);

  private static final BigDecimal SOLID = BigDecimal.valueOf(10);
  private static final BigDecimal FLAT = BigDecimal.ONE;

  /**
   * Capex from this share of revenue up is worth a line; below 20% method §2 counts it as no
   * burden.
   */
  private static final BigDecimal HEAVY_CAPEX_SHARE = new BigDecimal("0.40");

  private static final int CAUSES_MAX = 3;

  private final Evidence release;
  private final EvidenceId id;
  private final FactFinder facts;
  private final MonthDay fiscalYearEnd;
  private final SentenceTemplates templates;

  ReleaseWriter(Evidence release, MonthDay fiscalYearEnd, SentenceTemplates templates) {
    this.release = release;
    this.id = release.id();
    this.facts = new FactFinder(release);
    this.fiscalYearEnd = fiscalYearEnd;
    this.templates = templates;
  }

  /** The sentence of the commentary on the release as a whole. */
  Optional<Statement> summary() {
    Map<String, Statement> slots = documentSlots();
    List<Statement> positives = positives();
    List<Statement> negatives = negatives();
    if (!positives.isEmpty()) {
      slots.put("positives", Words.list(positives));
    }
    if (!negatives.isEmpty()) {
      slots.put("negatives", Words.list(negatives));
    }
    return templates
        .fill("commentary.release.both", slots)
        .or(() -> templates.fill("commentary.release.positive", slots))
        .or(() -> templates.fill("commentary.release.negative", slots));
  }

  /** The paragraph on the release: its headline figures, then its economics. */
  List<Statement> paragraph() {
    Map<String, Statement> slots = documentSlots();
    facts
        .level(Metric.REVENUE, Basis.GAAP)
        .filter(f -> f.value().signum() > 0)
        .ifPresent(f -> slots.put("revenue", exact(f)));
    facts.yearOverYear(Metric.REVENUE, Basis.GAAP).ifPresent(f -> slots.put("growth", growth(f)));
    kpi().ifPresent(k -> slots.put("kpi", k));
    economics().ifPresent(e -> slots.put("economics", e));
    question().ifPresent(q -> slots.put("question", q));
    return Stream.of(
            templates.fill("event.release", slots), templates.fill("event.economics", slots))
        .flatMap(Optional::stream)
        .map(s -> Statement.compose().part(s).cite(id).done())
        .toList();
  }

  /** {@code Q1} or {@code the half-year}: the period that the release reports, as a noun. */
  private Optional<Statement> period() {
    boolean named =
        release
            .extraction()
            .document()
            .period()
            .map(p -> p.kind() == FactPeriod.Kind.QTD)
            .orElse(true);
    return periodName()
        .map(p -> named ? p : Statement.compose().say("the ").part(p).say(" period").done());
  }

  /** {@code Q1} or {@code half-year}: the period that the release reports, before a noun. */
  Optional<Statement> periodName() {
    Optional<FactPeriod> period = release.extraction().document().period();
    if (period.isEmpty() || period.get().end().isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = period.get().end().get();
    return Optional.of(
        switch (period.get().kind()) {
          case QTD ->
              Statement.compose()
                  .figure(new Figure.ReportedPeriod("Q" + quarter(end), id, end))
                  .done();
          case HY -> Words.plain("half-year");
          case FY -> Words.plain("full-year");
          case YTD, INSTANT -> Words.plain("year-to-date");
        });
  }

  /**
   * Fiscal quarter of a day: 52/53-week years end within days of the month end, so months are
   * rounded.
   */
  private int quarter(LocalDate end) {
    LocalDate nearest = end.getDayOfMonth() <= 10 ? end.minusDays(10) : end;
    int monthsIntoYear =
        Math.floorMod(nearest.getMonthValue() - fiscalYearEnd.getMonthValue() - 1, 12) + 1;
    return (monthsIntoYear + 2) / 3;
  }

  private Map<String, Statement> documentSlots() {
    Map<String, Statement> slots = new HashMap<>();
    Provenance.Custody custody = release.provenance().custody();
    boolean fetched =
        custody == Provenance.Custody.FETCHED || custody == Provenance.Custody.SELF_IDENTIFYING;
    slots.put("custody", Words.plain(fetched ? "fetched" : "supplied"));
    slots.put(
        "day",
        Statement.compose()
            .figure(new Figure.PublicationDay(Dates.dayOfYear(id.date()), id, id.date()))
            .done());
    slots.put("document", Words.plain(Words.documentNoun(release)));
    return slots;
  }

  private List<Statement> positives() {
    List<Statement> found = new ArrayList<>();
    facts
        .yearOverYear(Metric.REVENUE, Basis.GAAP)
        .filter(f -> f.value().compareTo(FLAT) > 0)
        .ifPresent(
            f -> found.add(Words.plain(growthWord(f.value()) + " " + ledBy() + "top-line growth")));
    marginChange(Metric.GROSS_MARGIN, Basis.GAAP)
        .filter(c -> c.signum() > 0)
        .ifPresent(c -> found.add(Words.plain("gross margin expansion")));
    marginChange(Metric.EBITDA_MARGIN, Basis.NON_GAAP)
        .filter(c -> c.signum() > 0)
        .ifPresent(c -> found.add(Words.plain("adjusted EBITDA margin expansion")));
    profitWord(true).ifPresent(w -> found.add(Words.plain(w)));
    return found;
  }

  private List<Statement> negatives() {
    List<Statement> found = new ArrayList<>();
    facts
        .yearOverYear(Metric.REVENUE, Basis.GAAP)
        .filter(f -> f.value().compareTo(FLAT.negate()) < 0)
        .ifPresent(f -> found.add(Words.plain(growthWord(f.value()) + " revenue")));
    marginChange(Metric.GROSS_MARGIN, Basis.GAAP)
        .filter(c -> c.signum() < 0)
        .ifPresent(c -> found.add(Words.plain("lower gross margin")));
    List<String> causes =
        costThemes().stream()
            .map(t -> Themes.theme(t).burden())
            .distinct()
            .limit(CAUSES_MAX)
            .toList();
    if (!causes.isEmpty()) {
      found.add(Words.plain("heavier " + Words.listed(causes) + " burden"));
    }
    marginChange(Metric.EBITDA_MARGIN, Basis.NON_GAAP)
        .filter(c -> c.signum() < 0)
        .ifPresent(c -> found.add(Words.plain("a lower adjusted EBITDA margin")));
    profitWord(false).ifPresent(w -> found.add(Words.plain(w)));
    heavyCapex().ifPresent(f -> found.add(capexWithPeriod(f)));
    return found;
  }

  private String growthWord(BigDecimal percent) {
    if (percent.signum() < 0) {
      return percent.compareTo(SOLID.negate()) <= 0 ? "sharply lower" : "lower";
    }
    return percent.compareTo(STRONG) >= 0
        ? "strong"
        : percent.compareTo(SOLID) >= 0 ? "solid" : "modest";
  }

  private String ledBy() {
    return demandTheme().map(t -> Themes.theme(t).noun() + "-led ").orElse("");
  }

  private Optional<String> demandTheme() {
    return drivers()
        .filter(d -> d.metric() == Metric.REVENUE && d.rose())
        .flatMap(d -> d.themes().stream())
        .findFirst();
  }

  private Set<String> costThemes() {
    return drivers()
        .filter(
            d ->
                (d.metric() == Metric.COST_OF_REVENUE
                            || d.metric() == Metric.DEPRECIATION_AND_AMORTIZATION)
                        && d.rose()
                    || (d.metric() == Metric.GROSS_MARGIN || d.metric() == Metric.GROSS_PROFIT)
                        && !d.rose())
        .flatMap(d -> d.themes().stream())
        .filter(t -> Themes.theme(t).cost())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<DocumentEvent.Driver> drivers() {
    return release.extraction().events().stream()
        .filter(DocumentEvent.Driver.class::isInstance)
        .map(DocumentEvent.Driver.class::cast)
        .sorted(Comparator.comparing(d -> d.passage().span()));
  }

  private Optional<BigDecimal> marginChange(Metric metric, Basis basis) {
    return facts
        .level(metric, basis)
        .flatMap(f -> f.comparator().map(c -> f.value().subtract(c.value())));
  }

  private Optional<String> profitWord(boolean better) {
    Optional<Fact> profit = facts.level(Metric.NET_INCOME, Basis.GAAP);
    Optional<BigDecimal> before =
        profit.flatMap(Fact::comparator).map(dev.afterbell.evidence.Comparator::value);
    if (profit.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal now = profit.get().value();
    boolean rose = now.compareTo(before.get()) > 0;
    if (rose != better || now.compareTo(before.get()) == 0) {
      return Optional.empty();
    }
    if (now.signum() == 0) {
      return Optional.empty();
    }
    if (now.signum() < 0) {
      return Optional.of(
          before.get().signum() >= 0
              ? "a swing to a net loss"
              : better ? "a narrower net loss" : "a wider net loss");
    }
    return Optional.of(
        before.get().signum() < 0
            ? "a return to profit"
            : better ? "higher net income" : "lower net income");
  }

  private Optional<Fact> heavyCapex() {
    Optional<BigDecimal> revenue = facts.level(Metric.REVENUE, Basis.GAAP).map(Fact::value);
    return capex()
        .filter(
            c ->
                revenue.isPresent()
                    && revenue.get().multiply(HEAVY_CAPEX_SHARE).compareTo(c.value().abs()) <= 0);
  }

  private Optional<Fact> capex() {
    return facts
        .level(Metric.CAPEX_AND_LEASED_ASSETS, Basis.GAAP)
        .or(() -> facts.level(Metric.CAPEX, Basis.GAAP));
  }

  private static String capexWords(Fact capex) {
    return capex.metric() == Metric.CAPEX ? "capex" : "capex plus leased assets";
  }

  private Statement capexWithPeriod(Fact capex) {
    Statement.Composer words = Statement.compose().part(rounded(capex)).say(" of ");
    periodName().ifPresent(p -> words.part(p).say(" "));
    return words.say(capexWords(capex)).done();
  }

  private Optional<Statement> kpi() {
    Optional<Fact> growing = facts.kpis(Fact.Role.YOY).findFirst();
    Optional<DocumentEvent.Milestone> milestone =
        release.extraction().events().stream()
            .filter(DocumentEvent.Milestone.class::isInstance)
            .map(DocumentEvent.Milestone.class::cast)
            .filter(m -> m.statement().chars().noneMatch(Character::isDigit))
            .findFirst();
    if (growing.isEmpty()) {
      return milestone.map(m -> Words.plain(m.subject() + " reaching " + m.statement()));
    }
    String label = growing.get().label().orElseThrow();
    Statement.Composer words = Statement.compose().say(label + " ").part(growth(growing.get()));
    milestone
        .filter(m -> m.subject().equalsIgnoreCase(label))
        .ifPresent(m -> words.say(" and " + m.statement()));
    return Optional.of(words.done());
  }

  private Optional<Statement> economics() {
    List<Statement> parts = new ArrayList<>();
    facts.level(Metric.GROSS_MARGIN, Basis.GAAP).ifPresent(f -> parts.add(margin(f)));
    heavyCapex()
        .ifPresent(
            f -> {
              Statement.Composer words =
                  Statement.compose().say(capexWords(f) + " reached ").part(rounded(f));
              period().ifPresent(p -> words.say(" in ").part(p));
              parts.add(words.done());
            });
    return parts.isEmpty() ? Optional.empty() : Optional.of(Words.list(parts));
  }

  private Statement margin(Fact margin) {
    int change = marginChange(Metric.GROSS_MARGIN, Basis.GAAP).map(BigDecimal::signum).orElse(0);
    String verb = change < 0 ? "fell to " : change > 0 ? "rose to " : "was ";
    return Statement.compose()
        .say("gross margin " + verb)
        .figure(AmountPrinter.signed(id, margin.value(), margin.unit(), margin.passage()))
        .done();
  }

  private Optional<Statement> question() {
    int growth =
        facts.yearOverYear(Metric.REVENUE, Basis.GAAP).map(f -> f.value().signum()).orElse(0);
    int margin = marginChange(Metric.GROSS_MARGIN, Basis.GAAP).map(BigDecimal::signum).orElse(0);
    if (growth == 0 || margin == 0) {
      return Optional.empty();
    }
    Map<String, Statement> slots = new HashMap<>();
    slots.put(
        "demand",
        Words.plain(
            demandTheme()
                .map(t -> Themes.theme(t).noun())
                .map(n -> n + " demand")
                .orElse("growth")));
    slots.put(
        "pressure",
        Words.plain(
            costThemes().stream()
                .findFirst()
                .map(t -> Themes.theme(t).group())
                .map(g -> g + " cost pressure")
                .orElse("margin pressure")));
    String name =
        growth > 0
            ? (margin < 0 ? "growth-over-costs" : "both-up")
            : (margin > 0 ? "margin-over-decline" : "both-down");
    return templates.fill("question." + name, slots);
  }

  private Statement growth(Fact growth) {
    return Statement.compose()
        .say(growth.value().signum() < 0 ? "down " : "up ")
        .figure(AmountPrinter.percent(id, growth.value(), growth.unit(), growth.passage()))
        .say(" year over year")
        .done();
  }

  private Statement exact(Fact fact) {
    return Statement.compose()
        .figure(AmountPrinter.exact(id, fact.value(), fact.unit(), fact.passage()))
        .done();
  }

  private Statement rounded(Fact fact) {
    return Statement.compose()
        .figure(AmountPrinter.rounded(id, fact.value(), fact.unit(), fact.passage()))
        .done();
  }
}

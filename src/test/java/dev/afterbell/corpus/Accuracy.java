package dev.afterbell.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.ExtractionContext;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.FilingExtractor;
import dev.afterbell.evidence.Metric;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Known answers against what was read, by the measures of the accuracy bar. */
final class Accuracy {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DIGITS = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  private Accuracy() {}

  /** Hits out of tries. */
  static final class Tally {
    int right;
    int of;

    BigDecimal percent() {
      return of == 0
          ? BigDecimal.valueOf(100)
          : BigDecimal.valueOf(right)
              .multiply(BigDecimal.valueOf(100))
              .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_EVEN);
    }
  }

  static Accuracy measure(Path corpus) throws IOException {
    Accuracy accuracy = new Accuracy();
    for (String line : Files.readAllLines(corpus.resolve("truth/core_open.jsonl"))) {
      if (!line.isBlank()) {
        accuracy.core(corpus, JSON.readTree(line));
      }
    }
    for (String line : Files.readAllLines(corpus.resolve("truth/ixbrl_open.jsonl"))) {
      if (!line.isBlank()) {
        accuracy.tagged(corpus, JSON.readTree(line));
      }
    }
    for (String line : Files.readAllLines(corpus.resolve("truth/items_open.tsv"))) {
      if (!line.isBlank() && !line.startsWith("path\t")) {
        accuracy.cover(corpus, line.split("\t", -1));
      }
    }
    return accuracy;
  }

  Map<String, Tally> tallies() {
    return tallies;
  }

  String markdown() {
    StringBuilder out = new StringBuilder("| measure | right | of | % |\n|---|---|---|---|\n");
    tallies.forEach(
        (name, t) ->
            out.append(
                String.format(
                    Locale.ROOT, "| %s | %d | %d | %s |%n", name, t.right, t.of, t.percent())));
    out.append("\nMisses:\n\n");
    misses.forEach(m -> out.append("- ").append(m).append('\n'));
    return out.toString();
  }

  private boolean count(String measure, boolean right) {
    Tally t = tallies.computeIfAbsent(measure, k -> new Tally());
    t.of++;
    if (right) {
      t.right++;
    }
    return right;
  }

  private record Read(String name, byte[] bytes, Optional<Extraction> extraction) {}

  private static Read read(Path corpus, String path, boolean strip) throws IOException {
    byte[] bytes = Files.readAllBytes(corpus.resolve(path));
    if (strip) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      bytes = IxTags.strip(text).getBytes(StandardCharsets.UTF_8);
    }
    Reading reading = new FilingReader().read(bytes);
    Optional<Extraction> extraction =
        reading instanceof Reading.Read r
            ? Optional.of(FilingExtractor.extract(r.filing(), ExtractionContext.NONE))
            : Optional.empty();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Read(name, bytes, extraction);
  }

  private void core(Path corpus, JsonNode truth) throws IOException {
    Read read = read(corpus, truth.get("path").asText(), false);
    JsonNode facts = truth.get("facts");
    String currency = truth.get("currency").asText();
    score(read, facts, currency, endOf(truth.get("period").asText()), true);
  }

  private void tagged(Path corpus, JsonNode truth) throws IOException {
    Read read = read(corpus, truth.get("file").asText(), true);
    score(
        read, truth, "USD", Optional.of(LocalDate.parse(truth.get("period_end").asText())), false);
  }

  private static Optional<LocalDate> endOf(String period) {
    Matcher m = DATE.matcher(period);
    return m.find() ? Optional.of(LocalDate.parse(m.group())) : Optional.empty();
  }

  private void cover(Path corpus, String[] row) throws IOException {
    Read read = read(corpus, row[0], false);
    boolean results = List.of(row[1].split(",")).contains("2.02");
    boolean said =
        read.extraction()
            .map(e -> e.document().kind() == DocumentSummary.Kind.RESULTS)
            .orElse(false);
    String measure = results ? "1 results recognised" : "1 others not taken for results";
    if (!count(measure, said == results)) {
      misses.add(read.name() + ": items " + row[1] + ", kind said " + kind(read));
    }
    spans(read);
  }

  private static String kind(Read read) {
    return read.extraction().map(e -> e.document().kind().name()).orElse("none");
  }

  private void score(
      Read read, JsonNode truth, String currency, Optional<LocalDate> end, boolean releases) {
    boolean results =
        read.extraction()
            .map(e -> e.document().kind() == DocumentSummary.Kind.RESULTS)
            .orElse(false);
    if (!count("1 results recognised", results)) {
      misses.add(read.name() + ": kind said " + kind(read));
    }
    spans(read);
    List<Fact> facts = read.extraction().map(Extraction::facts).orElse(List.of());
    Optional<FactPeriod> period = read.extraction().flatMap(e -> e.document().period());
    if (end.isPresent()) {
      boolean same = period.flatMap(FactPeriod::end).equals(end);
      if (!count("2 reported period", same)) {
        misses.add(read.name() + ": period " + end.get() + " said " + period);
      }
    }
    Scored s = new Scored(read, facts, period, currency, truth);
    s.exact("3 revenue", "revenue", "total_revenue", Metric.REVENUE, Basis.GAAP);
    s.exact("4 net_income", "net_income", "net_income_q4", Metric.NET_INCOME, Basis.GAAP);
    s.exact("5 eps_diluted", "eps_diluted", "eps_q4", Metric.EPS_DILUTED, Basis.GAAP);
    s.exact("5 eps_diluted", "eps_diluted_continuing", "", Metric.EPS_DILUTED, Basis.GAAP);
    if (truth.path("gross_profit_concept").asText("us-gaap:GrossProfit").contains("GrossProfit")) {
      s.exact("7 gross_profit", "gross_profit", "gross_profit_q4", Metric.GROSS_PROFIT, Basis.GAAP);
    }
    if (releases) {
      s.exact(
          "7 gross_margin",
          "gross_margin_pct",
          "gross_margin_q4_pct",
          Metric.GROSS_MARGIN,
          Basis.GAAP);
    }
    s.exact("7 adjusted_eps", "eps_diluted_nongaap", "", Metric.EPS_DILUTED, Basis.NON_GAAP);
    s.exact("7 operating_income", "operating_income", "", Metric.OPERATING_INCOME, Basis.GAAP);
    s.exact("7 capex", "capex", "capex_ytd", Metric.CAPEX, Basis.GAAP);
    s.exact("8 others", "eps_basic", "", Metric.EPS_BASIC, Basis.GAAP);
    s.exact("8 others", "cost_of_revenue", "", Metric.COST_OF_REVENUE, Basis.GAAP);
    s.exact("8 others", "ocf_ytd", "", Metric.OPERATING_CASH_FLOW, Basis.GAAP);
    s.exact("8 others", "cash", "", Metric.CASH, Basis.GAAP);
    s.exact("8 others", "net_sales", "", Metric.NET_SALES, Basis.GAAP);
  }

  /** One document being scored. */
  private final class Scored {
    private final Read read;
    private final List<Fact> facts;
    private final Optional<FactPeriod> period;
    private final String currency;
    private final JsonNode truth;

    Scored(
        Read read, List<Fact> facts, Optional<FactPeriod> period, String currency, JsonNode truth) {
      this.read = read;
      this.facts = facts;
      this.period = period;
      this.currency = currency;
      this.truth = truth;
    }

    void exact(String measure, String name, String other, Metric metric, Basis basis) {
      String key = truth.has(name) ? name : other;
      if (!truth.has(key) || !truth.get(key).isNumber()) {
        return;
      }
      BigDecimal want = truth.get(key).decimalValue();
      List<Fact> said = said(metric, basis, key);
      boolean exact =
          said.stream().anyMatch(f -> same(f.value(), want, metric) || finer(f.value(), want));
      boolean near = said.stream().anyMatch(f -> near(f, want));
      if (!count(measure, exact)) {
        misses.add(
            read.name()
                + ": "
                + key
                + " "
                + want.toPlainString()
                + (near ? " NEAR " : " ")
                + (said.isEmpty() ? "missing" : "said " + show(said)));
      }
      // The answers give no period for a figure tagged "to date": it can be of the quarter, the
      // half-year or the last twelve months, so that another figure is no proof of an error.
      boolean otherPeriods = key.endsWith("_ytd");
      for (Fact f : otherPeriods ? List.<Fact>of() : said) {
        boolean right =
            same(f.value(), want, metric)
                || near(f, want)
                || (metric == Metric.NET_INCOME && said.size() > 1 && exact)
                || f.attribution().equals(Optional.of(Fact.Attribution.CONTINUING));
        wrong(f, right, key, want);
      }
      prior(key, metric, said, want);
    }

    private void wrong(Fact f, boolean right, String key, BigDecimal want) {
      boolean unit = f.unit().code().startsWith(currency) || f.unit().code().equals("%");
      if (!count("9 facts not wrong", right && unit)) {
        misses.add(
            read.name()
                + ": WRONG "
                + key
                + " want "
                + want.toPlainString()
                + " said "
                + show(List.of(f)));
      }
      if (f.checked() && !count("9 checked facts not wrong", right && unit)) {
        misses.add(read.name() + ": WRONG CHECKED " + key + " " + show(List.of(f)) + f.checks());
      }
    }

    private void prior(String key, Metric metric, List<Fact> said, BigDecimal want) {
      String name = key.endsWith("_pct") ? key.replace("_pct", "_prior_pct") : key + "_prior";
      if (!truth.has(name) || !truth.get(name).isNumber() || metric.ratio()) {
        return;
      }
      BigDecimal before = truth.get(name).decimalValue();
      Optional<Fact> level =
          said.stream()
              .filter(f -> same(f.value(), want, metric))
              .filter(f -> f.comparator().isPresent())
              .findFirst();
      boolean right =
          said.stream()
              .filter(f -> same(f.value(), want, metric))
              .anyMatch(
                  f -> f.comparator().map(c -> same(c.value(), before, metric)).orElse(false));
      if (said.stream().anyMatch(f -> same(f.value(), want, metric))
          && !count("6 comparators of the exact", right)) {
        misses.add(
            read.name()
                + ": "
                + name
                + " "
                + before.toPlainString()
                + " said "
                + level
                    .flatMap(Fact::comparator)
                    .map(c -> c.value().toPlainString())
                    .orElse("none"));
      }
    }

    /**
     * The tag for revenue from contracts is on net sales where other revenue stands beside them.
     */
    private boolean tagsNetSales() {
      return truth.path("revenue_concept").asText("").contains("RevenueFromContract");
    }

    private List<Fact> said(Metric metric, Basis basis, String key) {
      boolean fiscalYear = key.endsWith("_fy");
      boolean toDate = key.endsWith("_ytd") || key.equals("capex") || key.equals("cash");
      List<Fact> said = new ArrayList<>();
      for (Fact f : facts) {
        boolean rightPeriod =
            toDate
                || (fiscalYear
                    ? f.period().kind() == FactPeriod.Kind.FY
                    : period.map(p -> p.kind() == f.period().kind()).orElse(false));
        if (f.metric() == metric
            && f.basis() == basis
            && f.role() == Fact.Role.LEVEL
            && f.segment().isEmpty()
            && rightPeriod) {
          said.add(f);
        }
      }
      if (metric == Metric.REVENUE && tagsNetSales()) {
        List<Fact> sales =
            facts.stream()
                .filter(f -> f.metric() == Metric.NET_SALES && f.role() == Fact.Role.LEVEL)
                .filter(f -> f.segment().isEmpty() && f.basis() == basis)
                .filter(f -> period.map(p -> p.kind() == f.period().kind()).orElse(false))
                .toList();
        if (!sales.isEmpty()) {
          return sales;
        }
      }
      boolean continuing = key.contains("continuing");
      List<Fact> whole =
          said.stream()
              .filter(
                  f ->
                      continuing
                          || !f.attribution().equals(Optional.of(Fact.Attribution.CONTINUING)))
              .toList();
      return whole.isEmpty() ? said : whole;
    }
  }

  private static String show(List<Fact> facts) {
    StringBuilder out = new StringBuilder();
    for (Fact f : facts) {
      out.append(f.value().toPlainString())
          .append(' ')
          .append(f.unit())
          .append(' ')
          .append(f.period().kind())
          .append(f.attribution().map(a -> " " + a).orElse(""))
          .append(' ')
          .append(f.place())
          .append(" [")
          .append(f.passage().span().start())
          .append(',')
          .append(f.passage().span().end())
          .append(") '")
          .append(f.passage().quote())
          .append("'; ");
    }
    return out.toString();
  }

  private static boolean same(BigDecimal said, BigDecimal want, Metric metric) {
    BigDecimal off = said.subtract(want).abs();
    return metric.ratio()
        ? off.compareTo(new BigDecimal("0.06")) <= 0
        : off.compareTo(new BigDecimal("0.000001").max(want.abs().movePointLeft(9))) <= 0;
  }

  /** Whether a figure has more digits than the answer that was keyed, and rounds to it. */
  private static boolean finer(BigDecimal said, BigDecimal want) {
    int scale = want.stripTrailingZeros().scale();
    return want.precision() - want.scale() + scale >= 2
        && said.stripTrailingZeros().scale() > scale
        && said.setScale(scale, RoundingMode.HALF_UP).compareTo(want) == 0;
  }

  /** Whether the truth is the fact to its own printed digits, or the other way round. */
  private static boolean near(Fact f, BigDecimal want) {
    BigDecimal off = f.value().subtract(want).abs();
    BigDecimal said = f.value().stripTrailingZeros();
    BigDecimal unit = new BigDecimal("0.5").scaleByPowerOfTen(-said.scale());
    BigDecimal unitWant =
        new BigDecimal("0.5").scaleByPowerOfTen(-want.stripTrailingZeros().scale());
    return off.compareTo(unit.max(unitWant)) <= 0;
  }

  private void spans(Read read) {
    for (Fact f : read.extraction().map(Extraction::facts).orElse(List.of())) {
      String there =
          new String(
              read.bytes(),
              f.passage().span().start(),
              f.passage().span().length(),
              StandardCharsets.UTF_8);
      Matcher digits = DIGITS.matcher(f.passage().quote());
      boolean holds = digits.find() && there.contains(digits.group());
      boolean value = holds && value(digits.group(), f.value());
      if (!count("9 spans that hold the value", value)) {
        misses.add(read.name() + ": SPAN " + show(List.of(f)) + " bytes '" + there + "'");
      }
    }
  }

  private static boolean value(String digits, BigDecimal value) {
    BigDecimal printed =
        new BigDecimal((digits.startsWith(".") ? "0" : "") + digits.replace(",", ""));
    BigDecimal bare = value.abs();
    for (int power : new int[] {0, 3, 5, 6, 7, 9, 12, -2}) {
      if (printed.scaleByPowerOfTen(power).compareTo(bare) == 0) {
        return true;
      }
    }
    return false;
  }
}

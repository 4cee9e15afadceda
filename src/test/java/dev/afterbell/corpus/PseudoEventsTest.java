package dev.afterbell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evaluation.Benchmarks;
import dev.afterbell.evaluation.Cards;
import dev.afterbell.evaluation.Evaluation;
import dev.afterbell.evaluation.EvaluationCharts;
import dev.afterbell.evaluation.EvaluationJson;
import dev.afterbell.evaluation.EvaluationMarkdown;
import dev.afterbell.evaluation.EvaluationReport;
import dev.afterbell.evaluation.MethodResult;
import dev.afterbell.evaluation.Prices;
import dev.afterbell.evaluation.Resampling;
import dev.afterbell.evaluation.ScoredEvent;
import dev.afterbell.evaluation.ScoredHistory;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.market.Calendars;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.MarketModel;
import dev.afterbell.market.PriceSeries;
import dev.afterbell.market.Reaction;
import dev.afterbell.market.Session;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.prior.ScoreCardJson;
import dev.afterbell.prior.Scoring;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ScoreInput;
import dev.afterbell.source.prices.PriceFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole evaluation on real prices. The events are none: every share gets one each 63 sessions,
 * whether it released anything or not, so that what is measured is whether abnormal returns of four
 * days go on, and not what the method is worth after releases.
 *
 * <p>Each share is measured against the mean return of the other series on the same day, which is
 * no index that anybody could have bought: the shares are those somebody chose to keep.
 */
@EnabledIfSystemProperty(named = "afterbell.corpus", matches = ".+")
class PseudoEventsTest {

  private static final Venue VENUE = Venue.XNAS;
  private static final String BENCHMARK = "OTHERS";
  private static final int EVERY = 63;
  private static final int SERIES_MIN = 5;

  private final SortedMap<String, PriceSeries> shares = new TreeMap<>();

  @Test
  void realPrices_everyQuarter_givesAReport() throws IOException {
    readShares();
    List<String> lines = new ArrayList<>();
    List<EvaluationReport> reports = new ArrayList<>();
    int scored = 0;
    for (Map.Entry<String, PriceSeries> share : shares.entrySet()) {
      String symbol = share.getKey();
      PriceSeries others = others(symbol);
      List<String> own = cards(symbol, share.getValue(), others);
      EvaluationReport report = evaluate(own, Map.of(symbol, share.getValue(), BENCHMARK, others));
      scored += report.events().size();
      reports.add(report);
      lines.addAll(own);
    }

    EvaluationReport all = joined(reports);
    String markdown = EvaluationMarkdown.of(all);
    System.out.println(
        "Pseudo events each 63 sessions; benchmark: equal-weighted mean of the other series.\n\n"
            + markdown);
    MethodResult result = all.methods().get(0);
    write("report.md", markdown);
    write("reliability.svg", EvaluationCharts.reliability(result));
    write("risk-coverage.svg", EvaluationCharts.riskCoverage(result));
    byte[] json = CanonicalJson.bytes(EvaluationJson.write(all));

    assertThat(scored).isEqualTo(all.events().size()).isGreaterThan(100);
    assertThat(all.lines()).isEqualTo(lines.size());
    assertThat(ScoredHistory.read(json).get(0).events()).isEqualTo(scored);
  }

  /** One result over the shares, each of which has its own benchmark. */
  private static EvaluationReport joined(List<EvaluationReport> reports) {
    EvaluationReport first = reports.get(0);
    List<ScoredEvent> events = reports.stream().flatMap(r -> r.events().stream()).toList();
    return new EvaluationReport(
        reports.stream().flatMap(r -> r.asOf().stream()).max(Instant::compareTo),
        false,
        first.benchmarks(),
        first.resampling(),
        reports.stream().mapToInt(EvaluationReport::lines).sum(),
        reports.stream().flatMap(r -> r.excluded().stream()).toList(),
        reports.stream().flatMap(r -> r.prices().stream()).toList(),
        events,
        List.of(
            MethodResult.of(first.methods().get(0).methodVersion(), events, first.resampling())));
  }

  private static EvaluationReport evaluate(List<String> lines, Map<String, PriceSeries> series) {
    Prices prices =
        (symbol, venue) ->
            Optional.ofNullable(series.get(symbol))
                .<Prices.Answer>map(s -> new Prices.Found(s, symbol.equals(BENCHMARK)))
                .orElseGet(Prices.Missing::new);
    return Evaluation.of(
        Cards.read(lines.stream()),
        prices,
        new Evaluation.Settings(
            Optional.empty(),
            new Benchmarks(Optional.of(new Ticker(BENCHMARK))),
            Calendars.SHIPPED,
            Resampling.DEFAULT));
  }

  /** Real cards of the real method, with the reaction of the four days as only evidence. */
  private static List<String> cards(String symbol, PriceSeries own, PriceSeries others) {
    SessionCalendar calendar = SessionCalendar.observed(VENUE, others.closes().keySet());
    List<Session> sessions = calendar.sessions(calendar.from(), calendar.to());
    List<String> lines = new ArrayList<>();
    for (int i = 1 - MarketModel.ESTIMATION_FIRST; i + 4 < sessions.size(); i += EVERY) {
      EventClock clock = EventClock.of(calendar, sessions.get(i).open());
      Optional<Reaction.Measured> reaction = MarketModel.reaction(own, others, clock, 3).measured();
      if (reaction.isPresent()) {
        lines.add(line(symbol, clock, reaction.get()));
      }
    }
    return lines;
  }

  private static String line(String symbol, EventClock clock, Reaction.Measured measured) {
    LocalDate day = clock.t0().date();
    Issuer issuer =
        new Issuer(
            new Ticker(symbol),
            symbol,
            symbol,
            Optional.empty(),
            VENUE,
            List.of(),
            Optional.of("USD"),
            Optional.empty(),
            MonthDay.of(12, 31),
            Optional.of(BENCHMARK),
            Optional.empty(),
            Optional.of("US"),
            List.of());
    EarningsEvent event =
        new EarningsEvent(
            issuer.ticker(), day, clock, PublishedFrom.SGML_HEADER, EvidenceId.parse("PR-" + day));
    return CanonicalJson.text(
        ScoreCardJson.write(
            Scoring.score(
                new ScoreInput(
                    issuer,
                    event,
                    List.of(evidence(issuer, clock, measured)),
                    clock.due(),
                    clock.calendar()))));
  }

  private static Evidence evidence(Issuer issuer, EventClock clock, Reaction.Measured measured) {
    PriceReaction reaction =
        new PriceReaction(
            issuer.ticker().symbol(),
            BENCHMARK,
            measured.days().stream()
                .map(
                    d ->
                        new SessionReturn(
                            d.session().date(),
                            decimal(d.stock()),
                            decimal(d.benchmark()),
                            decimal(d.abnormal())))
                .toList(),
            decimal(measured.car()),
            measured.expectation().sigma().stream()
                .mapToObj(PseudoEventsTest::decimal)
                .filter(s -> s.signum() > 0)
                .findFirst(),
            measured.expectation().observations(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Fixtures.passage(decimal(measured.car()).toPlainString()));
    Evidence built =
        Fixtures.item("PX-" + clock.t3().date(), SourceClass.PRICE_FEED)
            .published(clock.t3().close().atOffset(ZoneOffset.UTC).toString())
            .custody(Custody.FETCHED)
            .publisher("Price Feed")
            .events(reaction)
            .build();
    return new Evidence(
        built.id(),
        issuer.ticker(),
        built.sourceClass(),
        built.provenance(),
        built.entityMatched(),
        built.extraction(),
        built.supersedes());
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).setScale(10, RoundingMode.HALF_EVEN);
  }

  private void readShares() throws IOException {
    Path folder = Path.of(System.getProperty("afterbell.corpus"), "prices");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        String symbol = file.getFileName().toString().replace(".csv", "");
        PriceFile read =
            PriceFile.read(
                Files.readAllBytes(file), new PriceFile.Subject(symbol, VENUE.currency()));
        if (read instanceof PriceFile.Prices prices) {
          shares.put(symbol, prices.series());
        } else {
          System.out.println(symbol + ": " + read);
        }
      }
    }
    assertThat(shares).hasSizeGreaterThan(SERIES_MIN);
  }

  /** The equal-weighted mean of the other series' returns, on days with five of them or more. */
  private PriceSeries others(String symbol) {
    TreeSet<LocalDate> days = new TreeSet<>();
    shares.values().forEach(s -> days.addAll(s.closes().keySet()));
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    BigDecimal level = new BigDecimal(100);
    LocalDate before = days.first();
    for (LocalDate day : days) {
      double sum = 0;
      int count = 0;
      for (Map.Entry<String, PriceSeries> other : shares.entrySet()) {
        Optional<BigDecimal> change = other.getValue().change(before, day);
        if (!other.getKey().equals(symbol) && change.isPresent()) {
          sum += change.get().doubleValue();
          count++;
        }
      }
      if (count >= SERIES_MIN && day.isAfter(before)) {
        level = level.multiply(decimal(1 + sum / count)).setScale(12, RoundingMode.HALF_EVEN);
        closes.put(day, level);
      }
      before = day;
    }
    return new PriceSeries(VENUE.currency(), closes);
  }

  private static void write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pseudo-events"));
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }
}

package dev.afterbell.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.Basis;
import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.DocumentSummary.Kind;
import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.EarningsEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FactPeriod;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Guidance;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Issuer.Peer;
import dev.afterbell.evidence.Issuer.PeerKind;
import dev.afterbell.evidence.IssuerJson;
import dev.afterbell.evidence.MarketReading.Consensus;
import dev.afterbell.evidence.MarketReading.ConsensusRevision;
import dev.afterbell.evidence.MarketReading.PeerReaction;
import dev.afterbell.evidence.MarketReading.Price;
import dev.afterbell.evidence.MarketReading.PriceReaction;
import dev.afterbell.evidence.MarketReading.SessionReturn;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.evidence.Tone;
import dev.afterbell.evidence.Unit;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Cik;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An invented issuer, its first quarter of 2026, and evidence of every kind about it. */
public final class Fixtures {

  public static final SessionCalendar CALENDAR = SessionCalendar.of(Venue.XNAS);
  public static final Ticker TICKER = new Ticker("XMPL");
  public static final Instant RELEASE = at("2026-05-27T06:30:00-04:00");
  public static final Instant T3 = at("2026-06-01T20:30:00-04:00");
  public static final FactPeriod QUARTER = quarter("2026-01-01", "2026-03-31");
  public static final FactPeriod YEAR_BEFORE = quarter("2025-01-01", "2025-03-31");
  public static final Unit CNY = Unit.money("CNY");

  private Fixtures() {}

  public static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  public static FactPeriod quarter(String start, String end) {
    return new FactPeriod(
        FactPeriod.Kind.QTD,
        Optional.of(LocalDate.parse(start)),
        Optional.of(LocalDate.parse(end)));
  }

  public static BigDecimal dec(String text) {
    return new BigDecimal(text);
  }

  public static Passage passage(String quote) {
    return new Passage(new ByteSpan(0, quote.getBytes(StandardCharsets.UTF_8).length), quote);
  }

  public static Issuer issuer(Peer... peers) {
    return new Issuer(
        TICKER,
        "Exemplar Clouds Limited",
        "Exemplar Clouds",
        Optional.of(Cik.parse("1234567")),
        Venue.XNAS,
        List.of(),
        Optional.of("CNY"),
        Optional.of(dec("15")),
        MonthDay.of(12, 31),
        Optional.of("INDX"),
        Optional.of("7372"),
        Optional.of("CN"),
        List.of(peers));
  }

  /** The issuer with its profile edited. */
  public static Issuer issuer(Consumer<ObjectNode> edit) {
    ObjectNode profile = IssuerJson.toJson(issuer());
    edit.accept(profile);
    return IssuerJson.fromJson(profile);
  }

  /** The issuer without these entries of its profile. */
  public static Issuer issuerWithout(String... entries) {
    return issuer(profile -> List.of(entries).forEach(profile::putNull));
  }

  public static Peer direct(String symbol) {
    return peer(symbol, PeerKind.OPERATING, "7372", "CN", "1.5", "0.5");
  }

  public static Peer peer(
      String symbol, PeerKind kind, String sic, String country, String ratio, String shared) {
    return new Peer(
        symbol,
        symbol,
        kind,
        Optional.of(sic),
        Optional.of(country),
        Optional.of(dec(ratio)),
        Optional.of(dec(shared)));
  }

  public static EarningsEvent event() {
    return event(PublishedFrom.SGML_HEADER);
  }

  public static EarningsEvent event(PublishedFrom from) {
    return new EarningsEvent(
        TICKER,
        LocalDate.parse("2026-05-27"),
        EventClock.of(CALENDAR, RELEASE),
        from,
        EvidenceId.parse("PR-2026-05-27"));
  }

  public static ScoreInput input(Evidence... evidence) {
    return input(T3, evidence);
  }

  public static ScoreInput input(Instant asOf, Evidence... evidence) {
    return new ScoreInput(issuer(), event(), Arrays.asList(evidence), asOf, CALENDAR);
  }

  public static ScoreInput withTexts(Map<EvidenceId, String> texts, Evidence... evidence) {
    return new ScoreInput(
        issuer(), event(), Arrays.asList(evidence), T3, CALENDAR, texts, Map.of());
  }

  /** The quarter's release: nine figures with comparators, custody by its own header. */
  public static Item release() {
    return item("PR-2026-05-27", SourceClass.ISSUER_RELEASE)
        .published("2026-05-27T06:30:00-04:00")
        .kind(Kind.RESULTS)
        .period(QUARTER)
        .title("Exemplar Clouds announces first quarter results")
        .facts(
            amount("f1", Metric.REVENUE, "2703700000", "RMB2,703.7 million", "1970000000"),
            growth("f2", Metric.REVENUE, "37.2"),
            percent("f3", Metric.GROSS_MARGIN, Basis.GAAP, "12.8", "16.2"),
            amount("f4", Metric.NET_INCOME, "-436400000", "RMB436.4 million", "-316100000"),
            adjusted("f5", Metric.EBITDA, "746300000", "RMB746.3 million", "318500000"),
            percent("f6", Metric.EBITDA_MARGIN, Basis.NON_GAAP, "27.6", "16.2"),
            amount(
                "f7",
                Metric.CAPEX_AND_LEASED_ASSETS,
                "3000000000",
                "RMB3.0 billion",
                "1200000000"));
  }

  /** An aggregator's note on a move before the bell, with its address. */
  public static Item article() {
    return item("NEWS-2026-05-27", SourceClass.AGGREGATOR)
        .published("2026-05-27T08:12:00-04:00")
        .kind(Kind.ARTICLE)
        .custody(Custody.ADDRESSED)
        .publisher("Market Wire")
        .title("Exemplar Clouds slides before the bell")
        .events(
            new ReactionClaim(
                dec("-23"), MarketSession.PRE_MARKET, Optional.empty(), passage("23%")));
  }

  /** Caps revised five weeks before the release. */
  public static Item contract() {
    return contract("6K-2026-04-23-BG", "2026-04-23T06:15:00-04:00", 6);
  }

  public static Item contract(String id, String published, int caps) {
    List<DocumentEvent.AnnualCap> all = new ArrayList<>();
    for (int i = 1; i <= caps; i++) {
      all.add(
          new DocumentEvent.AnnualCap(
              "service " + i,
              quarter("2026-01-01", "2026-12-31"),
              Optional.of(new Comparator(dec("100000000"), QUARTER, passage("RMB100 million"))),
              dec("200000000"),
              CNY,
              passage("RMB200 million")));
    }
    return item(id, SourceClass.REGULATOR_FILING)
        .published(published)
        .kind(Kind.CONTRACT)
        .events(
            new DocumentEvent.ContractEvent(
                List.of(DocumentEvent.ContractAction.AMEND),
                Optional.empty(),
                Optional.of("Big Group"),
                Optional.empty(),
                true,
                all,
                List.of(),
                List.of(),
                Optional.empty(),
                passage("revised the annual caps")));
  }

  /** Our own calculation of the four sessions at T+3. */
  public static Item prices(String car, String sigma) {
    return item("PX-2026-06-01", SourceClass.PRICE_FEED)
        .published("2026-06-01T20:30:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Price Feed")
        .events(reaction(car, sigma));
  }

  public static PriceReaction reaction(String car, String sigma) {
    return new PriceReaction(
        "XMPL",
        "INDX",
        List.of("2026-05-27", "2026-05-28", "2026-05-29", "2026-06-01").stream()
            .map(
                d ->
                    new SessionReturn(
                        LocalDate.parse(d), dec("-0.02"), dec("0.001"), dec("-0.021")))
            .toList(),
        dec(car),
        Optional.of(dec(sigma)),
        110,
        List.of(),
        List.of(),
        Optional.of(new Price(dec("12.50"), Unit.perAds("USD"))),
        Optional.of(dec("1500000000")),
        passage(car));
  }

  /** Six revised estimates. */
  public static Item revisions(String before, String after) {
    List<DocumentEvent> all = new ArrayList<>();
    for (Metric metric :
        List.of(
            Metric.EPS_DILUTED,
            Metric.REVENUE,
            Metric.NET_INCOME,
            Metric.EBITDA,
            Metric.OPERATING_INCOME,
            Metric.GROSS_PROFIT)) {
      all.add(
          new ConsensusRevision(
              metric,
              Basis.GAAP,
              quarter("2026-04-01", "2026-06-30"),
              dec(before),
              dec(after),
              Unit.perAds("USD"),
              8,
              LocalDate.parse("2026-05-29"),
              passage(after)));
    }
    return item("EST-2026-06-01", SourceClass.ESTIMATE_FEED)
        .published("2026-06-01T20:30:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Estimate Feed")
        .events(all.toArray(DocumentEvent[]::new));
  }

  public static Consensus consensus(Metric metric, FactPeriod period, String mean, Unit unit) {
    return new Consensus(
        metric,
        Basis.GAAP,
        period,
        dec(mean),
        unit,
        8,
        LocalDate.parse("2026-05-20"),
        List.of(),
        passage(mean));
  }

  /** What peers did over the same sessions. */
  public static Item peers(String id, String published, int count) {
    List<DocumentEvent> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(
          new PeerReaction(
              "PEER" + i,
              LocalDate.parse("2026-05-27"),
              LocalDate.parse("2026-05-27"),
              dec("0.01"),
              dec("0.001"),
              dec("0.009"),
              passage("0.009")));
    }
    return item(id, SourceClass.PEER_FEED)
        .published(published)
        .custody(Custody.FETCHED)
        .publisher("Price Feed")
        .events(all.toArray(DocumentEvent[]::new));
  }

  public static Fact amount(String id, Metric metric, String value, String quote, String before) {
    return fact(id, metric, Basis.GAAP, Fact.Role.LEVEL, value, CNY, quote, Optional.of(before));
  }

  public static Fact adjusted(String id, Metric metric, String value, String quote, String before) {
    return fact(
        id, metric, Basis.NON_GAAP, Fact.Role.LEVEL, value, CNY, quote, Optional.of(before));
  }

  public static Fact growth(String id, Metric metric, String percent) {
    return fact(
        id,
        metric,
        Basis.GAAP,
        Fact.Role.YOY,
        percent,
        Unit.PERCENT,
        percent + "%",
        Optional.empty());
  }

  public static Fact percent(String id, Metric metric, Basis basis, String value, String before) {
    return fact(
        id, metric, basis, Fact.Role.LEVEL, value, Unit.PERCENT, value + "%", Optional.of(before));
  }

  public static Fact fact(
      String id,
      Metric metric,
      Basis basis,
      Fact.Role role,
      String value,
      Unit unit,
      String quote,
      Optional<String> before) {
    return new Fact(
        id,
        metric,
        Optional.empty(),
        dec(value),
        unit,
        QUARTER,
        basis,
        role,
        Optional.empty(),
        Optional.empty(),
        before.map(b -> new Comparator(dec(b), YEAR_BEFORE, passage(b))),
        List.of(),
        Fact.Place.TABLE,
        passage(quote));
  }

  public static Item item(String id, SourceClass sourceClass) {
    return new Item(id, sourceClass);
  }

  /** Builds one item step by step. */
  public static final class Item {

    private final String id;
    private SourceClass sourceClass;
    private Custody custody = Custody.SELF_IDENTIFYING;
    private boolean entityMatched = true;
    private boolean unaudited;
    private Kind kind = Kind.OTHER;
    private String content;
    private Optional<Instant> published = Optional.empty();
    private Optional<String> publisher = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<FactPeriod> period = Optional.empty();
    private Optional<EvidenceId> supersedes = Optional.empty();
    private Optional<Tone> tone = Optional.empty();
    private List<Fact> facts = List.of();
    private List<DocumentEvent> events = List.of();
    private List<Guidance> guidance = List.of();
    private List<Gap> gaps = List.of();

    private Item(String id, SourceClass sourceClass) {
      this.id = id;
      this.content = id;
      this.sourceClass = sourceClass;
    }

    public Item sourceClass(SourceClass value) {
      sourceClass = value;
      return this;
    }

    public Item published(String value) {
      published = Optional.of(at(value));
      return this;
    }

    public Item undated() {
      published = Optional.empty();
      return this;
    }

    public Item kind(Kind value) {
      kind = value;
      return this;
    }

    public Item custody(Custody value) {
      custody = value;
      return this;
    }

    public Item publisher(String value) {
      publisher = Optional.of(value);
      return this;
    }

    public Item url(String value) {
      url = Optional.of(value);
      return this;
    }

    public Item title(String value) {
      title = Optional.of(value);
      return this;
    }

    public Item period(FactPeriod value) {
      period = Optional.of(value);
      return this;
    }

    public Item content(String value) {
      content = value;
      return this;
    }

    public Item mismatched() {
      entityMatched = false;
      return this;
    }

    public Item unaudited() {
      unaudited = true;
      return this;
    }

    public Item supersedes(String value) {
      supersedes = Optional.of(EvidenceId.parse(value));
      return this;
    }

    public Item tone(String value) {
      tone = Optional.of(new Tone(dec(value), 20));
      return this;
    }

    public Item facts(Fact... value) {
      facts = List.of(value);
      return this;
    }

    public Item events(DocumentEvent... value) {
      events = List.of(value);
      return this;
    }

    public Item guidance(Guidance... value) {
      guidance = List.of(value);
      return this;
    }

    public Item gap(Gap.Reason reason, String detail) {
      gaps = List.of(new Gap(reason, detail, Optional.empty()));
      return this;
    }

    public List<Fact> facts() {
      return facts;
    }

    public Evidence build() {
      Sha256 hash = Sha256.of(content.getBytes(StandardCharsets.UTF_8));
      DocumentSummary document =
          new DocumentSummary(
              hash,
              hash,
              1000,
              FilingFormat.TEXT,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              title,
              published,
              Optional.empty(),
              kind,
              true,
              unaudited,
              period,
              Optional.of("CNY"));
      return new Evidence(
          EvidenceId.parse(id),
          TICKER,
          sourceClass,
          new Provenance(custody, publisher, url, "inbox/XMPL/" + id, RELEASE),
          entityMatched,
          new Extraction(document, facts, guidance, events, tone, gaps),
          supersedes);
    }
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.AddedScope;
import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractAction;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEventKind;
import dev.afterbell.evidence.DocumentEvent.Driver;
import dev.afterbell.evidence.DocumentEvent.Holding;
import dev.afterbell.evidence.DocumentEvent.MarketSession;
import dev.afterbell.evidence.DocumentEvent.Milestone;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentEvent.TermExtension;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Cik;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Evidence of every shape, drawn from a seed: the same seed gives the same evidence. */
public final class AnyEvidence {

  private static final String[] WORDS = {
    "revenue", "é", "数据", "𝔘", "\"quoted\"", "back\\slash", "line\nbreak", "\u0001", "RMB2.7"
  };
  private static final List<String> UNITS =
      List.of("CNY", "USD", "CNY/share", "USD/ADS", "%", "pp", "shares/ADS", "count");

  private final Random random;

  private AnyEvidence(long seed) {
    this.random = new Random(seed);
  }

  /** The evidence of a seed. */
  public static Evidence of(long seed) {
    return new AnyEvidence(seed).evidence();
  }

  private Evidence evidence() {
    return new Evidence(
        id(),
        new Ticker("T" + random.nextInt(1000)),
        pick(SourceClass.values()),
        new Provenance(
            pick(Provenance.Custody.values()),
            maybe(words()),
            maybe("https://example.org/" + random.nextInt()),
            "inbox/T/" + words(),
            instant()),
        random.nextBoolean(),
        extraction(),
        maybe(id()));
  }

  private EvidenceId id() {
    return new EvidenceId(
        pick(EvidenceId.Prefix.values()), date(), maybe("AB" + random.nextInt(9)), copy());
  }

  private int copy() {
    return 1 + random.nextInt(3);
  }

  private Extraction extraction() {
    return new Extraction(
        document(),
        listOf(this::fact),
        listOf(this::guidance),
        listOf(this::withdrawal),
        listOf(this::event),
        maybe(new Tone(decimal(4), random.nextInt(200))),
        listOf(
            () ->
                new Gap(
                    pick(Gap.Reason.values()),
                    words(),
                    maybe(passage().span()),
                    maybe(passage().span()))));
  }

  private DocumentSummary document() {
    return new DocumentSummary(
        hash(),
        hash(),
        random.nextInt(Integer.MAX_VALUE),
        pick(FilingFormat.values()),
        maybe("6-K"),
        maybe(words()),
        maybe(Cik.parse(String.valueOf(random.nextInt(999_999_999)))),
        maybe(words()),
        maybe(instant()),
        maybe(pick(DocumentSummary.PublishedFrom.values())),
        pick(DocumentSummary.Kind.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        maybe(period()),
        maybe("CNY"));
  }

  private Fact fact() {
    return new Fact(
        "f" + random.nextInt(99),
        pick(Metric.values()),
        Optional.of(words()),
        decimal(random.nextInt(5)),
        unit(),
        period(),
        pick(Basis.values()),
        pick(Fact.Role.values()),
        maybe(pick(Fact.Attribution.values())),
        maybe(words()),
        maybe(comparator()),
        listOf(() -> pick(Fact.Check.values())),
        pick(Fact.Place.values()),
        passage());
  }

  private Guidance guidance() {
    BigDecimal low = decimal(2);
    boolean point = random.nextBoolean();
    return new Guidance(
        pick(Metric.values()),
        pick(Basis.values()),
        low,
        point ? low : low.add(BigDecimal.ONE),
        unit(),
        period(),
        maybe(pick(Guidance.Action.values())),
        point ? maybe(pick(Guidance.Open.values())) : Optional.empty(),
        passage());
  }

  private GuidanceWithdrawal withdrawal() {
    return new GuidanceWithdrawal(
        maybe(pick(Metric.values())), pick(Basis.values()), maybe(period()), passage());
  }

  private DocumentEvent event() {
    return switch (random.nextInt(10)) {
      case 0 ->
          new ContractEvent(
              listOf(() -> pick(ContractAction.values())),
              maybe(date()),
              maybe(words()),
              maybe(words()),
              random.nextBoolean(),
              listOf(
                  () ->
                      new AnnualCap(
                          words(), period(), maybe(comparator()), decimal(0), unit(), passage())),
              listOf(() -> new TermExtension(words(), date(), passage())),
              listOf(() -> new AddedScope(words(), passage())),
              maybe(new Holding(decimal(2), passage())),
              passage());
      case 1 ->
          new ReactionClaim(decimal(1), pick(MarketSession.values()), maybe(words()), passage());
      case 2 ->
          new Driver(pick(Metric.values()), random.nextBoolean(), listOf(this::words), passage());
      case 3 -> new Milestone(words(), words(), passage());
      case 4 -> new CorporateEvent(pick(CorporateEventKind.values()), passage());
      case 5 ->
          new DocumentEvent.RevenueShare(
              "party " + random.nextInt(9),
              new BigDecimal(1 + random.nextInt(100)),
              maybe(period()),
              passage());
      default -> reading();
    };
  }

  private MarketReading reading() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new MarketReading.PriceReaction(
              words(),
              words(),
              listOf(
                  () ->
                      new MarketReading.SessionReturn(date(), decimal(6), decimal(6), decimal(6))),
              decimal(6),
              maybe(decimal(6)),
              random.nextInt(110),
              listOf(this::date),
              listOf(this::date),
              maybe(
                  new MarketReading.Price(BigDecimal.valueOf(1 + random.nextInt(999), 2), unit())),
              maybe(decimal(0)),
              passage());
      case 1 ->
          new MarketReading.Consensus(
              pick(Metric.values()),
              pick(Basis.values()),
              period(),
              decimal(4),
              unit(),
              random.nextInt(40),
              date(),
              listOf(() -> decimal(6)),
              passage());
      case 2 ->
          new MarketReading.ConsensusRevision(
              pick(Metric.values()),
              pick(Basis.values()),
              period(),
              decimal(4),
              decimal(4),
              unit(),
              random.nextInt(40),
              date(),
              passage());
      default ->
          new MarketReading.PeerReaction(
              words(), date(), date(), decimal(6), decimal(6), decimal(6), passage());
    };
  }

  private Comparator comparator() {
    return new Comparator(decimal(2), period(), passage());
  }

  private FactPeriod period() {
    LocalDate start = date();
    return new FactPeriod(
        pick(FactPeriod.Kind.values()), maybe(start), maybe(start.plusDays(random.nextInt(400))));
  }

  private Passage passage() {
    int start = random.nextInt(1_000_000);
    return new Passage(new ByteSpan(start, start + 1 + random.nextInt(500)), words());
  }

  private Unit unit() {
    return new Unit(UNITS.get(random.nextInt(UNITS.size())));
  }

  private BigDecimal decimal(int scale) {
    return BigDecimal.valueOf(random.nextLong(), scale);
  }

  private Sha256 hash() {
    return Sha256.of(words().getBytes(StandardCharsets.UTF_8));
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(10_000 + random.nextInt(20_000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(3) * 1_000_000L);
  }

  private String words() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i == 0 ? "" : " ");
    }
    return text.toString();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private <T> List<T> listOf(java.util.function.Supplier<T> item) {
    return java.util.stream.Stream.generate(item).limit(random.nextInt(4)).toList();
  }
}

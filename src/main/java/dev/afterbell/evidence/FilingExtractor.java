package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentReader.Head;
import dev.afterbell.evidence.TableLayout.Part;
import dev.afterbell.filing.Block;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes figures from a filing: tables first, then sentences, then arithmetic between them. Pure:
 * the same filing and context give an equal extraction.
 */
public final class FilingExtractor {

  private static final int CAPTIONS_MAX = 8;
  private static final int CAPTION_CHARS_MAX = 320;

  /** Lines between two pieces of one table, and their length. */
  private static final int BETWEEN_MAX = 2;

  private static final int BETWEEN_CHARS_MAX = 100;

  private static final List<Metric> HEADLINE =
      List.of(
          Metric.REVENUE,
          Metric.NET_SALES,
          Metric.NET_INCOME,
          Metric.EPS_DILUTED,
          Metric.EPS_BASIC,
          Metric.GROSS_PROFIT,
          Metric.OPERATING_INCOME,
          Metric.NET_INTEREST_INCOME);

  static {
    ShippedRules.load();
    Rehearsal.whileAnImageIsBuilt();
  }

  private FilingExtractor() {}

  /** Reads {@code filing}. An unreadable one yields its summary and nothing else. */
  public static Extraction extract(Filing filing, ExtractionContext context) {
    Head head = DocumentReader.head(filing, context);
    if (!filing.readable()) {
      return new Extraction(
          DocumentReader.summary(filing, head, DocumentSummary.Kind.OTHER),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());
    }
    ProseFacts.Yield prose = prose(head, text -> true);
    List<Gap> gaps = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>(prose.candidates());
    List<TableFacts.Rate> rates = new ArrayList<>(prose.rates());
    List<Breakdown> breakdowns = tables(head, prose.candidates(), candidates, rates, gaps);
    PartHeadings headings =
        PartHeadings.of(head.blocks(), head.paragraphs(), Breakdown.names(breakdowns, candidates));
    Checks.Outcome outcome =
        Checks.of(
            Owners.settled(NetSales.settled(headings.settled(candidates))),
            breakdowns,
            rates,
            StatedRate.find(head.blocks()));
    gaps.addAll(outcome.gaps());
    List<Fact> facts = facts(outcome.facts());
    boolean headline = facts.stream().anyMatch(f -> HEADLINE.contains(f.metric()));
    DocumentSummary.Kind kind = DocumentKind.of(head, filing, headline);
    gaps.sort(
        java.util.Comparator.comparingInt((Gap g) -> g.span().map(s -> s.start()).orElse(0))
            .thenComparing(Gap::reason));
    DocumentSummary summary = DocumentReader.summary(filing, head, kind);
    Narrative narrative = Narrative.of(filing, head.paragraphs());
    return new Extraction(
        summary,
        kind == DocumentSummary.Kind.RESULTS ? facts : List.of(),
        kind == DocumentSummary.Kind.RESULTS ? GuidanceReader.read(head) : List.of(),
        WithdrawalReader.read(head.blocks(), head.paragraphs(), head.book()),
        new EventReader()
            .read(
                filing,
                narrative,
                kind,
                summary.issuerName(),
                head.book().reported().endDate().or(head::publishedDay)),
        ToneReader.read(narrative),
        gaps);
  }

  /**
   * Figures of the paragraphs that {@code which} chooses, without a look at tables: what somebody
   * else says of an issuer.
   */
  static List<Fact> said(Head head, Predicate<String> which) {
    List<Candidate> candidates = prose(head, which).candidates();
    return facts(
        Checks.of(Owners.settled(NetSales.settled(candidates)), List.of(), List.of(), List.of())
            .facts());
  }

  private static ProseFacts.Yield prose(Head head, Predicate<String> which) {
    List<ProseFacts.Numbered> paragraphs = new ArrayList<>();
    for (int i = 0; i < head.blocks().size(); i++) {
      if (head.blocks().get(i) instanceof Prose p && which.test(p.text().text())) {
        paragraphs.add(new ProseFacts.Numbered(i, head.paragraphs().of(p)));
      }
    }
    return ProseFacts.read(paragraphs, head);
  }

  /** Reads the tables; returns what breaks down something that may be the revenue. */
  private static List<Breakdown> tables(
      Head head,
      List<Candidate> stated,
      List<Candidate> candidates,
      List<TableFacts.Rate> rates,
      List<Gap> gaps) {
    List<Breakdown> breakdowns = new ArrayList<>();
    List<Wording> captions = new ArrayList<>();
    List<Wording> before = List.of();
    List<Part> above = List.of();
    boolean whole = consolidated(head);
    for (int i = 0; i < head.blocks().size(); i++) {
      Block block = head.blocks().get(i);
      if (block instanceof Prose p) {
        Wording text = head.paragraphs().of(p).whole();
        if (text.length() <= CAPTION_CHARS_MAX) {
          captions.add(0, text);
        } else {
          above = List.of();
        }
        if (captions.size() > CAPTIONS_MAX) {
          captions.remove(CAPTIONS_MAX);
        }
      } else if (block instanceof Table t) {
        // A table right below another is under the same lines.
        List<Wording> lines = captions.isEmpty() ? before : List.copyOf(captions);
        boolean goesOn = goesOn(captions);
        captions.clear();
        List<Wording> unitsAbove = goesOn ? before : List.of();
        before = lines;
        if (whole && TableFacts.alone(lines)) {
          above = List.of();
          continue;
        }
        TableFacts.Yield yield =
            TableFacts.read(
                t,
                head.layouts().of(t),
                new TableFacts.Around(
                    i,
                    lines,
                    unitsAbove,
                    head.book(),
                    head.currency(),
                    goesOn ? last(above) : Optional.empty()));
        above = yield.parts();
        candidates.addAll(yield.candidates());
        List<Candidate> known = new ArrayList<>(stated);
        known.addAll(candidates);
        candidates.addAll(scaled(yield.unscaled(), known, gaps));
        rates.addAll(yield.rates());
        gaps.addAll(yield.gaps());
        breakdowns.addAll(yield.breakdowns());
      }
    }
    return breakdowns;
  }

  /** Whether a line heads a statement of the group, beside which one of its parent is no answer. */
  private static boolean consolidated(Head head) {
    return head.blocks().stream()
        .anyMatch(b -> b instanceof Prose p && TableFacts.consolidated(p.text().text()));
  }

  /** Whether a table can go on with the one before it: only a line that heads some rows between. */
  private static boolean goesOn(List<Wording> between) {
    return between.size() <= BETWEEN_MAX
        && between.stream()
            .allMatch(t -> t.length() <= BETWEEN_CHARS_MAX && !t.text().endsWith("."));
  }

  private static Optional<Part> last(List<Part> parts) {
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
  }

  /**
   * Amounts of a table without a scale, if sentences, or a table above that has one, tell it by
   * stating the same amounts.
   */
  private static List<Candidate> scaled(
      List<Candidate> unscaled, List<Candidate> known, List<Gap> gaps) {
    if (unscaled.isEmpty()) {
      return List.of();
    }
    for (int power : new int[] {0, 3, 6}) {
      List<Candidate> tried = unscaled.stream().map(c -> c.scaledBy(power)).toList();
      boolean confirmed =
          tried.stream()
              .anyMatch(
                  t ->
                      known.stream()
                          .anyMatch(
                              s ->
                                  s.key().equals(t.key())
                                      && s.value().abs().compareTo(BigDecimal.valueOf(1_000_000))
                                          >= 0
                                      && s.agrees(t)));
      if (confirmed) {
        return tried;
      }
    }
    gaps.add(
        new Gap(
            Gap.Reason.UNIT_AMBIGUOUS,
            "No scale stands over this table.",
            Optional.of(unscaled.get(0).passage().span())));
    return List.of();
  }

  private static List<Fact> facts(List<Candidate> settled) {
    List<Candidate> ordered = new ArrayList<>(settled);
    ordered.sort(
        java.util.Comparator.comparing((Candidate c) -> c.passage().span())
            .thenComparing(c -> c.key().metric()));
    List<Fact> facts = new ArrayList<>();
    for (Candidate c : ordered) {
      Candidate.Key k = c.key();
      facts.add(
          new Fact(
              "f" + (facts.size() + 1),
              k.metric(),
              k.label(),
              normal(c.value()),
              k.unit(),
              k.period(),
              k.basis(),
              k.role(),
              k.attribution(),
              k.segment(),
              c.comparator().map(p -> new Comparator(normal(p.value()), p.period(), p.passage())),
              c.checks(),
              c.place(),
              c.passage()));
    }
    return facts;
  }

  private static BigDecimal normal(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Yearly ceilings of an agreement, from sentences and tables, each year once. */
final class ContractCaps {

  /** Most ceilings kept of one document. */
  private static final int CAPS_MAX = 60;

  static final Starts CAP =
      new Starts(
          Pattern.compile(
              "(?i)\\b(?:annual |yearly |monetary )?caps?\\b|\\bannual (?:ceilings?|limits?)\\b|\\bmaximum annual \\w+"
                  + "|\\bmaximum (?:aggregate )?annual (?:fees?|amounts?|purchases?)\\b"));
  static final Pattern PREVIOUS =
      Pattern.compile("(?i)\\b(?:previous|existing|original|current|old|prior|former)\\b");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)caps?,? (?:for|on|in respect of|under|relating to|of) (?<s>(?:the |its |our )?[a-z][a-z\\- ]{2,70}?)"
              + "(?= (?:payable|purchased|provided|charged|under|was|were|is|are|has|have|will|shall|by|from|to|for|in|pursuant"
              + "|contemplated|between|that|which|set|be)\\b|[,.;:(])");

  /** Shortest heading sentence of a paragraph: "Cloud services." */
  private static final int LEAD_WORDS_MAX = 6;

  private final CapYears years;
  private final String dollar;
  private final List<Draft> drafts = new ArrayList<>();

  /** A ceiling while it is put together. */
  record Draft(
      String subject,
      LocalDate end,
      Optional<Amount> previous,
      Optional<Amount> revised,
      String unit) {}

  /** A figure and where it stands. */
  record Amount(BigDecimal value, Passage passage) {}

  private static final Starts OTHER_DOLLAR =
      new Starts(Pattern.compile("(?:HK|NT|[CAS]|CA|AU|NZ)\\$"));

  private ContractCaps(Filing filing) {
    this.years = CapYears.of(filing);
    this.dollar = OTHER_DOLLAR.isIn(filing.canonicalText()) ? "" : "USD";
  }

  static List<AnnualCap> read(Filing filing, Narrative narrative, Optional<String> instrument) {
    ContractCaps caps = new ContractCaps(filing);
    String fallback = instrument.flatMap(ContractSubjects::ofAgreement).orElse("transactions");
    for (Narrative.Part part : narrative.parts()) {
      part.prose()
          .filter(p -> !p.heading())
          .ifPresent(p -> caps.paragraph(p, part.heading(), fallback));
    }
    for (Narrative.Part part : narrative.parts()) {
      part.table()
          .ifPresent(
              t -> CapTable.read(t, part, caps.years, caps.dollar, fallback).forEach(caps::merge));
    }
    caps.termSheet(narrative.rows(), fallback);
    return caps.done();
  }

  private void termSheet(List<Table.Row> rows, String fallback) {
    for (Table.Row row : rows) {
      SourceText label = row.cells().get(0).text();
      if (row.cells().size() >= 2 && CAP.isIn(label.text())) {
        row.cells().stream()
            .skip(1)
            .filter(c -> !years.scan(c.text().text()).isEmpty())
            .forEach(c -> sentence(c.text(), subject(label.text()).orElse(fallback), false));
      }
    }
  }

  private void paragraph(Paragraph paragraph, String heading, String fallback) {
    Optional<String> lead =
        paragraph.sentences().size() < 2
            ? Optional.empty()
            : Optional.of(paragraph.sentences().get(0).text())
                .filter(s -> s.split(" ").length <= LEAD_WORDS_MAX && s.matches("[^\\d]*[.:]"))
                .flatMap(ContractSubjects::clean);
    boolean about = CAP.isIn(paragraph.whole().text());
    for (Wording sentence : paragraph.told()) {
      if (about && CAP.isIn(sentence.text())) {
        String subject =
            lead.or(() -> subject(sentence.text()))
                .or(() -> ContractSubjects.ofAgreement(sentence))
                .or(() -> headingSubject(heading))
                .orElse(fallback);
        sentence(sentence.source(), subject, PREVIOUS.matcher(capWords(sentence.text())).find());
      }
    }
  }

  private static Optional<String> headingSubject(String heading) {
    String bare = heading.replaceAll("^[\\dIVX(]+[.)]?\\s*", "");
    return CAP.isIn(bare) ? Optional.empty() : subject(bare);
  }

  /** What the words after "caps for" name. */
  static Optional<String> subject(String text) {
    Matcher m = SUBJECT.matcher(text);
    return m.find() ? ContractSubjects.clean(m.group("s")) : Optional.empty();
  }

  /** The few words before the first mention of a cap: "the existing annual caps". */
  private static String capWords(String text) {
    Starts.Search cap = CAP.in(text);
    int at = cap.next(0);
    return at < 0 ? "" : text.substring(Math.max(0, at - 12), cap.found().end());
  }

  private void sentence(SourceText sentence, String subject, boolean saysPrevious) {
    String text = sentence.text();
    List<CapYears.Run> runs = years.scan(text);
    List<Pair> open = new ArrayList<>();
    List<Figure> figures =
        NumberReader.scan(sentence).stream().filter(f -> amount(f) && !in(runs, f)).toList();
    int next = 0;
    for (CapYears.Run run : runs) {
      while (next < figures.size() && figures.get(next).from() < run.from()) {
        next = take(sentence, figures, next, open);
      }
      if (open.isEmpty() && run == runs.get(runs.size() - 1)) {
        while (next < figures.size()) {
          next = take(sentence, figures, next, open);
        }
      }
      settle(open, run, subject, saysPrevious);
      open.clear();
    }
  }

  /** A ceiling in a sentence: "from P to R", or R alone. */
  private record Pair(Optional<Amount> previous, Amount revised, String unit) {}

  private int take(SourceText sentence, List<Figure> figures, int at, List<Pair> open) {
    Figure figure = figures.get(at);
    String text = sentence.text();
    Optional<String> unit = unit(figure);
    boolean from = text.substring(0, figure.from()).endsWith("from ");
    if (from
        && at + 1 < figures.size()
        && text.substring(figure.to(), figures.get(at + 1).from())
            .matches(" (?:\\([^)]*\\) )?to ")) {
      Figure revised = figures.get(at + 1);
      Optional<String> both = unit.or(() -> unit(revised));
      both.ifPresent(
          u ->
              open.add(
                  new Pair(Optional.of(amount(sentence, figure)), amount(sentence, revised), u)));
      return at + 2;
    }
    unit.ifPresent(u -> open.add(new Pair(Optional.empty(), amount(sentence, figure), u)));
    return at + 1;
  }

  private void settle(List<Pair> pairs, CapYears.Run run, String subject, boolean saysPrevious) {
    int n = run.ends().size();
    if (pairs.isEmpty() || (pairs.size() != n && pairs.size() != 1)) {
      return;
    }
    for (int i = 0; i < n; i++) {
      Pair pair = pairs.get(pairs.size() == 1 ? 0 : i);
      boolean previousOnly = saysPrevious && pair.previous().isEmpty();
      merge(
          new Draft(
              subject,
              run.ends().get(i),
              previousOnly ? Optional.of(pair.revised()) : pair.previous(),
              previousOnly ? Optional.empty() : Optional.of(pair.revised()),
              pair.unit()));
    }
  }

  /**
   * The same ceiling of the same year told twice is one; what one place leaves out the other adds.
   */
  private void merge(Draft draft) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft known = drafts.get(i);
      if (known.end().equals(draft.end())
          && known.unit().equals(draft.unit())
          && agree(known.revised(), draft.revised())
          && agree(known.previous(), draft.previous())
          && (known.subject().equals(draft.subject())
              || (known.revised().isPresent() && draft.revised().isPresent()))) {
        drafts.set(
            i,
            new Draft(
                known.subject(),
                known.end(),
                known.previous().or(draft::previous),
                known.revised().or(draft::revised),
                known.unit()));
        return;
      }
    }
    drafts.add(draft);
  }

  private static boolean agree(Optional<Amount> a, Optional<Amount> b) {
    return a.isEmpty() || b.isEmpty() || a.get().value().compareTo(b.get().value()) == 0;
  }

  private List<AnnualCap> done() {
    return drafts.stream()
        .filter(d -> d.revised().isPresent())
        .limit(CAPS_MAX)
        .map(
            d ->
                new AnnualCap(
                    d.subject(),
                    CapYears.period(d.end()),
                    d.previous()
                        .map(
                            p ->
                                new dev.afterbell.evidence.Comparator(
                                    p.value(), CapYears.period(d.end()), p.passage())),
                    d.revised().orElseThrow().value(),
                    Unit.money(d.unit()),
                    d.revised().orElseThrow().passage()))
        .sorted(Comparator.comparing(c -> c.passage().span()))
        .toList();
  }

  private Optional<String> unit(Figure figure) {
    return figure
        .currency()
        .map(c -> c.equals("$") ? dollar : c)
        .filter(c -> c.matches("[A-Z]{3}"));
  }

  private static boolean amount(Figure figure) {
    return (figure.kind() == Figure.Kind.MONEY
            || (figure.kind() == Figure.Kind.NUMBER && figure.scaled()))
        && !figure.enclosed()
        && figure.printed().signum() > 0;
  }

  private static boolean in(List<CapYears.Run> runs, Figure figure) {
    return runs.stream().anyMatch(r -> r.from() <= figure.from() && figure.to() <= r.to());
  }

  private static Amount amount(SourceText text, Figure figure) {
    BigDecimal value = figure.value().stripTrailingZeros();
    return new Amount(
        value.scale() < 0 ? value.setScale(0) : value,
        Narrative.passage(text, figure.from(), figure.to()));
  }
}

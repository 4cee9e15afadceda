package dev.afterbell.snapshot;

import dev.afterbell.evidence.Comparator;
import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.Gap;
import dev.afterbell.evidence.Passage;
import dev.afterbell.filing.Block;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.Prose;
import dev.afterbell.filing.SourceText;
import dev.afterbell.filing.Table;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One item of evidence as a page: its figures, and each passage in the words that stand around it.
 */
public final class EvidencePage {

  private static final int CONTEXT_CHARS = 320;

  private final Evidence evidence;
  private final List<SourceText> lines;
  private final boolean originalRead;
  private final Html html = new Html();

  private EvidencePage(Evidence evidence, Optional<Filing> original) {
    this.evidence = evidence;
    this.lines = original.map(EvidencePage::lines).orElse(List.of());
    this.originalRead = original.isPresent();
  }

  /** The page; without the original, passages stand alone and the page says so. */
  public static String write(Evidence evidence, Optional<Filing> original) {
    return new EvidencePage(evidence, original).page();
  }

  private String page() {
    DocumentSummary document = evidence.extraction().document();
    PageFrame.open(html, evidence.id().toString());
    html.raw("<header>").element("h1", evidence.id().toString());
    html.element("p", document.title().orElse(Words.documentNoun(evidence)));
    html.element(
        "p",
        evidence.sourceClass().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + document.form().map(f -> ", form " + f).orElse("")
            + document.published().map(p -> ", published " + p).orElse("")
            + ", "
            + document.bytes()
            + " bytes, SHA-256 "
            + document.sha256());
    evidence.provenance().publisher().ifPresent(p -> html.element("p", "Published by " + p));
    evidence.provenance().sourceUrl().ifPresent(u -> html.element("p", "Address given: " + u));
    html.raw("</header>");
    if (!originalRead) {
      html.raw("<section><p>")
          .text(
              "The original could not be read from the vault; passages are shown as they were"
                  + " stored.")
          .raw("</p></section>");
    }
    facts();
    passages();
    gaps();
    PageFrame.close(html);
    return html.toString();
  }

  private void facts() {
    html.raw(
        "<section aria-labelledby=\"x\"><h2 id=\"x\">Figures</h2><div"
            + " class=\"scroll\"><table><thead><tr>");
    Stream.of("figure", "value", "unit", "period", "against", "confirmed by", "passage")
        .forEach(h -> html.raw("<th scope=\"col\">").text(h).raw("</th>"));
    html.raw("</tr></thead><tbody>");
    evidence.extraction().facts().forEach(this::fact);
    html.raw("</tbody></table></div></section>");
  }

  private void fact(Fact fact) {
    String name =
        fact.label().orElse(fact.metric().text(fact.basis()))
            + (fact.role() == Fact.Role.LEVEL
                ? ""
                : ", " + fact.role().name().toLowerCase(Locale.ROOT))
            + fact.segment().map(s -> " (" + s + ")").orElse("");
    html.raw("<tr>")
        .element("td", name)
        .raw("<td class=\"number\">")
        .text(grouped(fact.value()))
        .raw("</td>")
        .element("td", fact.unit().code());
    html.raw("<td class=\"number\">")
        .text(fact.period().kind().name() + fact.period().end().map(e -> " to " + e).orElse(""))
        .raw("</td>");
    html.raw("<td class=\"number\">")
        .text(fact.comparator().map(Comparator::value).map(EvidencePage::grouped).orElse(""))
        .raw("</td>");
    html.element("td", String.join(", ", fact.checks().stream().map(Fact.Check::text).toList()));
    html.raw("<td>")
        .open("a", "href", "#" + CitedHtml.anchor(fact.passage()))
        .text(fact.passage().quote())
        .close("a")
        .raw("</td></tr>");
  }

  /** With thousands apart, for the eye; the JSON has the plain digits. */
  private static String grouped(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat(
            "#,##0." + "0".repeat(Math.max(0, value.scale())),
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setDecimalSeparatorAlwaysShown(false);
    return format.format(value);
  }

  private void passages() {
    html.raw("<section aria-labelledby=\"p\"><h2 id=\"p\">Passages</h2>");
    all()
        .forEach(
            (span, passage) -> {
              html.open("p", "id", CitedHtml.anchor(passage));
              context(passage);
              html.raw("<br><span class=\"detail\">")
                  .text("bytes " + span.start() + "–" + span.end())
                  .raw("</span></p>");
            });
    html.raw("</section>");
  }

  private Map<ByteSpan, Passage> all() {
    Map<ByteSpan, Passage> found = new TreeMap<>();
    evidence
        .extraction()
        .facts()
        .forEach(
            f -> {
              found.put(f.passage().span(), f.passage());
              f.comparator().ifPresent(c -> found.put(c.passage().span(), c.passage()));
            });
    evidence.extraction().guidance().forEach(g -> found.put(g.passage().span(), g.passage()));
    evidence.extraction().events().stream()
        .flatMap(EvidencePage::ofEvent)
        .forEach(p -> found.put(p.span(), p));
    return new LinkedHashMap<>(found);
  }

  private static Stream<Passage> ofEvent(DocumentEvent event) {
    List<Passage> found = new ArrayList<>(List.of(event.passage()));
    if (event instanceof DocumentEvent.ContractEvent contract) {
      contract
          .caps()
          .forEach(
              c -> {
                found.add(c.passage());
                c.previous().ifPresent(p -> found.add(p.passage()));
              });
      contract.extensions().forEach(e -> found.add(e.passage()));
      contract.added().forEach(a -> found.add(a.passage()));
      contract.holding().ifPresent(h -> found.add(h.passage()));
    }
    return found.stream();
  }

  /** The passage marked in its paragraph or table row, cut to what surrounds it. */
  private void context(Passage passage) {
    Optional<SourceText> line =
        lines.stream().filter(l -> l.length() > 0 && l.span().contains(passage.span())).findFirst();
    if (line.isEmpty()) {
      html.raw("<mark>").text(passage.quote()).raw("</mark>");
      return;
    }
    SourceText text = line.get();
    int from = 0;
    while (from < text.length() && text.span(from, from + 1).end() <= passage.span().start()) {
      from++;
    }
    int to = text.length();
    while (to > from && text.span(to - 1, to).start() >= passage.span().end()) {
      to--;
    }
    int start = Math.max(0, from - CONTEXT_CHARS);
    int end = Math.min(text.length(), to + CONTEXT_CHARS);
    html.text((start > 0 ? "…" : "") + text.text().substring(start, from));
    html.raw("<mark>").text(text.text().substring(from, to)).raw("</mark>");
    html.text(text.text().substring(to, end) + (end < text.length() ? "…" : ""));
  }

  private void gaps() {
    if (evidence.extraction().gaps().isEmpty()) {
      return;
    }
    html.raw("<section aria-labelledby=\"g\"><h2 id=\"g\">Not taken</h2><ul>");
    for (Gap gap : evidence.extraction().gaps()) {
      html.element(
          "li",
          gap.reason().name()
              + ": "
              + gap.detail()
              + gap.span().map(s -> " (bytes " + s.start() + "–" + s.end() + ")").orElse(""));
    }
    html.raw("</ul></section>");
  }

  /** Paragraphs, and table rows as one line each. */
  private static List<SourceText> lines(Filing filing) {
    List<SourceText> lines = new ArrayList<>();
    filing.documents().forEach(d -> d.blocks().forEach(b -> add(lines, b)));
    return lines;
  }

  private static void add(List<SourceText> lines, Block block) {
    if (block instanceof Prose prose) {
      lines.add(prose.text());
    } else if (block instanceof Table table) {
      table.rows().forEach(r -> lines.add(row(r)));
    }
  }

  private static SourceText row(Table.Row row) {
    int length = row.cells().stream().mapToInt(c -> c.text().length() + 3).sum();
    StringBuilder text = new StringBuilder(length);
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (Table.Cell cell : row.cells()) {
      if (text.length() > 0) {
        int at = ends[text.length() - 1];
        for (int i = 0; i < 3; i++) {
          starts[text.length()] = at;
          ends[text.length()] = at;
          text.append(i == 1 ? '|' : ' ');
        }
      }
      for (int i = 0; i < cell.text().length(); i++) {
        ByteSpan span = cell.text().span(i, i + 1);
        starts[text.length()] = span.start();
        ends[text.length()] = span.end();
        text.append(cell.text().charAt(i));
      }
    }
    return SourceText.of(
        text.toString(),
        java.util.Arrays.copyOf(starts, text.length()),
        java.util.Arrays.copyOf(ends, text.length()));
  }
}

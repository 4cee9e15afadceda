package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentSummary;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.Flag;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LookedFor;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The snapshot as a page: every figure links to the passage that it stands on. No script, nothing
 * fetched from elsewhere.
 */
public final class SnapshotHtml {

  private final Snapshot snapshot;
  private final ScoreCard card;
  private final ZoneId zone;
  private final Html html = new Html();
  private final CitedHtml cited;

  private SnapshotHtml(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.card = snapshot.card();
    this.zone = snapshot.event().clock().venue().zone();
    this.cited = new CitedHtml(html, ticker());
  }

  /** The whole page. */
  public static String write(Snapshot snapshot) {
    return new SnapshotHtml(snapshot).page();
  }

  private String page() {
    PageFrame.open(html, Headline.of(snapshot));
    head();
    commentary();
    flags();
    events();
    recommendation();
    JudgementHtml.write(html, card);
    legs();
    evidence();
    notUsed();
    html.raw("<footer>")
        .text(Headline.writerNote(snapshot) + " ")
        .open("a", "href", "/v1/method")
        .text("Method " + card.methodVersion())
        .close("a")
        .text(", calendar " + card.calendarVersion() + ". Same evidence, same bytes: ");
    html.open("a", "href", path("")).text("JSON").close("a").text(", ");
    html.open("a", "href", path(".md")).text("Markdown").close("a").text(", ");
    html.open("a", "href", "/v1/ledger/" + ticker() + "/verification")
        .text("verify the ledger")
        .close("a")
        .raw(".</footer>");
    PageFrame.close(html);
    return html.toString();
  }

  private String ticker() {
    return snapshot.issuer().ticker().symbol();
  }

  private String path(String suffix) {
    return "/v1/snapshots/" + ticker() + "/" + snapshot.event().eventDate() + suffix;
  }

  private void head() {
    var clock = snapshot.event().clock();
    html.raw("<header>").element("h1", snapshot.issuer().displayName() + " (" + ticker() + ")");
    html.raw("<p class=\"tags\">");
    Stream.of(
            "AI scenario view",
            card.pending() ? "Post-earnings, before T+3" : "Post-earnings T+3",
            "AI sentiment snapshot")
        .forEach(tag -> html.element("span", tag));
    html.raw("</p>");
    html.element(
        "p",
        "Results released "
            + SnapshotJson.local(clock.release(), zone)
            + " (time from the "
            + Words.knownFrom(snapshot.event().releaseKnownFrom())
            + "). Day 0 on "
            + clock.venue().mic()
            + ": "
            + clock.t0().date()
            + "; T+3: "
            + clock.t3().date()
            + Words.standing(clock)
            + ".");
    html.raw("<p>As of <strong>").text(SnapshotJson.local(card.asOf(), zone)).raw("</strong>");
    snapshot
        .issuer()
        .adsRatio()
        .ifPresent(
            r ->
                html.text(
                    ". One ADS is "
                        + r.stripTrailingZeros().toPlainString()
                        + " ordinary shares."));
    html.raw("</p>");
    listings();
    html.raw("</header>");
  }

  private void listings() {
    List<ListingRow> rows = ListingRow.of(snapshot);
    if (rows.isEmpty()) {
      return;
    }
    html.raw("<div class=\"scroll\"><table class=\"listings\"><thead><tr>");
    ListingRow.HEADS.forEach(h -> html.raw("<th scope=\"col\">").text(h).raw("</th>"));
    html.raw("</tr></thead><tbody>");
    rows.forEach(this::listing);
    html.raw("</tbody></table></div>");
    ListingRow.note(rows)
        .ifPresent(note -> html.raw("<p class=\"detail\">").text(note).raw("</p>"));
  }

  private void listing(ListingRow row) {
    List<String> cells = row.cells();
    html.raw("<tr>");
    cells.subList(0, cells.size() - 1).forEach(cell -> html.element("td", cell));
    html.raw("<td>").text(cells.get(cells.size() - 1));
    row.reaction()
        .ifPresent(
            m ->
                html.text(" ")
                    .open("a", "class", "cite", "href", cited.evidencePath(m.id()))
                    .text("[#" + m.id() + "]")
                    .close("a"));
    html.raw("</td></tr>");
  }

  private void commentary() {
    html.raw(
        "<section class=\"commentary\" aria-labelledby=\"c\"><h2 id=\"c\">AI commentary</h2><p>");
    cited.sentences(snapshot.commentary().summary());
    html.raw("</p></section>");
  }

  private void flags() {
    html.raw(
        "<section aria-labelledby=\"f\"><h2 id=\"f\">Evidence flagged</h2><ul class=\"flags\">");
    for (Flag flag : snapshot.flags()) {
      html.open("li", "class", flag.severity().name());
      html.raw("<span class=\"severity\">")
          .text(flag.severity().name() + " · " + flag.code().name())
          .raw("</span><br>");
      html.text(flag.text()).raw("<div class=\"detail\">").text(flag.detail()).raw("</div>");
      lookedFor(flag.lookedFor());
      html.close("li");
    }
    html.raw("</ul></section>");
  }

  private void lookedFor(List<LookedFor> sought) {
    if (sought.isEmpty()) {
      return;
    }
    html.raw("<details><summary>What was looked for</summary><ul>");
    for (LookedFor one : sought) {
      html.element(
          "li",
          one.what()
              + ", in "
              + one.where()
              + ", as of "
              + SnapshotJson.local(one.when(), zone)
              + ": "
              + one.ending());
    }
    html.raw("</ul></details>");
  }

  private void events() {
    html.raw("<section aria-labelledby=\"e\"><h2 id=\"e\">AI events</h2>");
    for (Commentary.Paragraph paragraph : snapshot.commentary().paragraphs()) {
      html.raw("<p>");
      cited.sentences(paragraph.statements());
      for (EvidenceId id : paragraph.cites()) {
        html.text(" ")
            .open("a", "class", "cite", "href", cited.evidencePath(id))
            .text("[#" + id + "]")
            .close("a");
      }
      html.raw("</p>");
    }
    html.raw("</section>");
  }

  private void recommendation() {
    html.raw("<section aria-labelledby=\"r\"><h2 id=\"r\">Recommendation</h2>");
    html.raw("<p><strong>").text(card.recommendation().text()).raw("</strong></p>");
    html.raw("<p class=\"detail\">").text(Headline.recommendationNote(card)).raw("</p></section>");
  }

  private void legs() {
    html.raw("<section aria-labelledby=\"l\"><h2 id=\"l\">Legs of evidence quality</h2>")
        .raw(Charts.legs(card.legs()));
    html.raw("<ul>");
    for (Leg leg : card.legs()) {
      html.raw("<li>").text(leg.kind().letter() + ", " + leg.kind().text() + ": " + leg.reason());
      lookedFor(leg.lookedFor());
      html.raw("</li>");
    }
    html.raw("</ul></section>");
  }

  private void evidence() {
    html.raw(
        "<section aria-labelledby=\"v\"><h2 id=\"v\">Evidence</h2><div"
            + " class=\"scroll\"><table><thead><tr>");
    Stream.of("id", "grade", "quality", "published", "what", "SHA-256")
        .forEach(h -> html.raw("<th scope=\"col\">").text(h).raw("</th>"));
    html.raw("</tr></thead><tbody>");
    snapshot.evidence().forEach(this::evidence);
    html.raw("</tbody></table></div></section>");
  }

  private void evidence(Evidence item) {
    DocumentSummary document = item.extraction().document();
    html.raw("<tr><td class=\"id\">")
        .open("a", "href", cited.evidencePath(item.id()))
        .text(item.id().toString())
        .close("a")
        .raw("</td>");
    html.element("td", card.item(item.id()).map(ItemQuality::admiralty).orElse("–"));
    html.raw("<td class=\"number\">")
        .text(card.item(item.id()).map(q -> q.quality().toPlainString()).orElse("–"))
        .raw("</td>");
    html.element(
        "td", document.published().map(p -> SnapshotJson.local(p, zone)).orElse("unknown"));
    html.element(
        "td",
        document.title().orElse(Words.documentNoun(item))
            + item.provenance().publisher().map(p -> " — " + p).orElse(""));
    html.raw("<td><code>").text(document.sha256().hex().substring(0, 12)).raw("…</code></td></tr>");
  }

  private void notUsed() {
    if (snapshot.problems().isEmpty() && snapshot.commentary().refused().isEmpty()) {
      return;
    }
    html.raw("<section aria-labelledby=\"n\"><h2 id=\"n\">Not used</h2><ul>");
    snapshot
        .problems()
        .forEach(
            p ->
                html.raw("<li><code>")
                    .text(p.subject())
                    .raw("</code>: ")
                    .text(p.message() + " (" + p.code() + ")")
                    .raw("</li>"));
    snapshot
        .commentary()
        .refused()
        .forEach(
            r -> html.element("li", "A sentence on " + r.about() + " was refused: " + r.reason()));
    html.raw("</ul></section>");
  }
}

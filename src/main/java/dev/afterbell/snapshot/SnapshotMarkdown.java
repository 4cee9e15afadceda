package dev.afterbell.snapshot;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.prior.ScenarioPrior;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.score.Flag;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import dev.afterbell.score.LookedFor;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The snapshot as Markdown, for terminals, mails and notebooks. */
public final class SnapshotMarkdown {

  private final Snapshot snapshot;
  private final ScoreCard card;
  private final ZoneId zone;
  private final StringBuilder page = new StringBuilder();

  private SnapshotMarkdown(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.card = snapshot.card();
    this.zone = snapshot.event().clock().venue().zone();
  }

  /** The whole page. */
  public static String write(Snapshot snapshot) {
    return new SnapshotMarkdown(snapshot).page();
  }

  private String page() {
    head();
    commentary();
    flags();
    events();
    recommendation();
    judgement();
    legs();
    evidence();
    notUsed();
    line(
        "_Method %s, calendar %s. %s_",
        card.methodVersion(), card.calendarVersion(), Headline.writerNote(snapshot));
    return page.toString();
  }

  private void head() {
    line("# %s", Headline.of(snapshot));
    blank();
    line(
        "Results of %s (%s), T0 %s, T+3 %s on %s%s. As of %s.",
        snapshot.event().eventDate(),
        "released "
            + SnapshotJson.local(snapshot.event().clock().release(), zone)
            + ", known from the "
            + Words.knownFrom(snapshot.event().releaseKnownFrom()),
        snapshot.event().clock().t0().date(),
        snapshot.event().clock().t3().date(),
        snapshot.event().clock().venue().mic(),
        Words.standing(snapshot.event().clock()),
        SnapshotJson.local(card.asOf(), zone));
    blank();
    listings();
  }

  private void listings() {
    List<ListingRow> rows = ListingRow.of(snapshot);
    if (rows.isEmpty()) {
      return;
    }
    line("| %s |", String.join(" | ", ListingRow.HEADS));
    line("|%s", "---|".repeat(ListingRow.HEADS.size()));
    for (ListingRow row : rows) {
      String source = row.reaction().map(m -> " [#" + m.id() + "]").orElse("");
      line("| %s%s |", String.join(" | ", row.cells()), source);
    }
    blank();
    ListingRow.note(rows)
        .ifPresent(
            note -> {
              line("%s", note.replace("*", "\\*"));
              blank();
            });
  }

  private void commentary() {
    line("## AI commentary");
    blank();
    line("%s", text(snapshot.commentary().summary()));
    blank();
  }

  private static String text(List<Statement> statements) {
    return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
  }

  private void flags() {
    line("## Evidence flagged");
    blank();
    for (Flag flag : snapshot.flags()) {
      line(
          "- **%s** (%s): %s. %s",
          flag.text(),
          flag.severity().name().toLowerCase(java.util.Locale.ROOT),
          flag.code(),
          flag.detail());
      for (LookedFor sought : flag.lookedFor()) {
        line(
            "  - looked for %s in %s, as of %s: %s",
            sought.what(),
            sought.where(),
            SnapshotJson.local(sought.when(), zone),
            sought.ending());
      }
    }
    blank();
  }

  private void events() {
    line("## AI events");
    blank();
    for (Commentary.Paragraph paragraph : snapshot.commentary().paragraphs()) {
      line("%s%s", withEnd(text(paragraph.statements())), cites(paragraph.cites()));
      blank();
    }
  }

  /** Citations stand before the full stop of the paragraph, as readers know them. */
  private static String withEnd(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String cites(List<EvidenceId> ids) {
    return ids.stream().map(i -> " [#" + i + "]").collect(Collectors.joining()) + ".";
  }

  private void recommendation() {
    line("## Recommendation");
    blank();
    line("%s", card.recommendation().text());
    blank();
    line("_%s_", Headline.recommendationNote(card));
    blank();
  }

  private void judgement() {
    ScenarioPrior prior = card.prior();
    line("## How far the evidence carries");
    blank();
    line("| what | value | why |");
    line("|---|---|---|");
    line(
        "| stance | %s | rule %d: %s |",
        card.stance().stance().text(), card.stance().rule(), card.stance().reason());
    line("| axes | %s | %s |", card.axes().sentence().orElse("not measurable"), axes());
    line(
        "| evidence quality | %s | %s |",
        card.quality().value().map(v -> digits(v, 2)).orElse("pending"),
        Judgement.qualityReason(card));
    line(
        "| uncertainty | %s (%s) | 1 − information share %s × evidence quality |",
        card.uncertainty().level().text(),
        digits(card.uncertainty().value(), 2),
        digits(prior.informationShare(), 2));
    line(
        "| prior: bull / base / bear | %s / %s / %s | 80%% band on bull %s to %s; %s: %s |",
        digits(prior.bull(), 4),
        digits(prior.base(), 4),
        digits(prior.bear(), 4),
        digits(prior.bullLow(), 3),
        digits(prior.bullHigh(), 3),
        ScenarioPrior.LABEL,
        ScenarioPrior.CAVEAT);
    blank();
  }

  private String axes() {
    return Stream.concat(
            card.axes().growth().components().stream(),
            card.axes().economics().components().stream())
        .map(c -> c.name() + ": " + c.reason())
        .collect(Collectors.joining("; "));
  }

  private void legs() {
    line("## Legs");
    blank();
    line("| leg | verified | strength | why |");
    line("|---|---|---|---|");
    for (Leg leg : card.legs()) {
      line(
          "| %s %s | %s | %s | %s |",
          leg.kind().letter(),
          leg.kind().text(),
          leg.verified() ? "yes" : "no",
          leg.strength().toPlainString(),
          leg.reason());
    }
    blank();
  }

  private void evidence() {
    line("## Evidence");
    blank();
    line("| id | grade | quality | published | what | SHA-256 |");
    line("|---|---|---|---|---|---|");
    for (Evidence item : snapshot.evidence()) {
      line(
          "| %s | %s | %s | %s | %s | %s |",
          item.id(),
          card.item(item.id()).map(ItemQuality::admiralty).orElse("–"),
          card.item(item.id()).map(q -> q.quality().toPlainString()).orElse("–"),
          item.extraction()
              .document()
              .published()
              .map(p -> SnapshotJson.local(p, zone))
              .orElse("unknown"),
          item.extraction().document().title().orElse(Words.documentNoun(item)).replace("|", "/"),
          item.extraction().document().sha256().hex().substring(0, 12));
    }
    blank();
  }

  private void notUsed() {
    if (snapshot.problems().isEmpty() && snapshot.commentary().refused().isEmpty()) {
      return;
    }
    line("## Not used");
    blank();
    snapshot.problems().forEach(p -> line("- %s `%s`: %s", p.code(), p.subject(), p.message()));
    snapshot
        .commentary()
        .refused()
        .forEach(r -> line("- SENTENCE_REFUSED `%s`: %s", r.about(), r.reason()));
    blank();
  }

  private static String digits(BigDecimal value, int places) {
    return value.setScale(places, java.math.RoundingMode.HALF_EVEN).toPlainString();
  }

  private void line(String format, Object... parts) {
    page.append(String.format(java.util.Locale.ROOT, format, parts)).append('\n');
  }

  private void blank() {
    page.append('\n');
  }
}

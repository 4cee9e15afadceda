package dev.afterbell.evidence;

import static dev.afterbell.evidence.JsonTree.byText;
import static dev.afterbell.evidence.JsonTree.decimal;
import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.optionalText;
import static dev.afterbell.evidence.JsonTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Cik;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An extraction as JSON and back; the public door is {@link EvidenceJson}. */
final class ExtractionJson {

  /** Publication times are printed on EDGAR's clock. */
  private static final ZoneId EDGAR = ZoneId.of("America/New_York");

  private static final DateTimeFormatter PUBLISHED =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withLocale(Locale.ROOT);

  private ExtractionJson() {}

  static ObjectNode write(Extraction extraction) {
    ObjectNode node = JsonTree.object();
    node.set("document", document(extraction.document()));
    node.set("facts", list(extraction.facts(), ExtractionJson::fact));
    node.set("guidance", GuidanceJson.write(extraction));
    node.set("events", list(extraction.events(), EventJson::write));
    node.set("tone", optional(extraction.tone(), ExtractionJson::tone));
    node.set("rejected", list(extraction.gaps(), ExtractionJson::gap));
    return node;
  }

  /**
   * Reads what was written. A fact that has lost its span is not one any more: it becomes a gap.
   */
  static Extraction read(JsonView view) {
    List<JsonView> facts = view.list("facts", f -> f);
    List<JsonView> guidance = view.list("guidance", g -> g);
    List<Gap> gaps = new ArrayList<>(view.list("rejected", ExtractionJson::gap));
    facts.stream().filter(f -> !f.has("span")).map(ExtractionJson::unplaced).forEach(gaps::add);
    return new Extraction(
        view.build("document", ExtractionJson::document),
        facts.stream().filter(f -> f.has("span")).map(ExtractionJson::fact).toList(),
        GuidanceJson.given(guidance),
        GuidanceJson.withdrawn(guidance),
        view.list("events", EventJson::read),
        view.optionalBuild("tone", t -> new Tone(t.decimal("score"), t.integer("sentences"))),
        gaps);
  }

  private static Gap unplaced(JsonView fact) {
    String detail =
        "the stored "
            + fact.text("metric").replace('_', ' ')
            + " ("
            + fact.text("id")
            + ") has no place in the document any more";
    return new Gap(Gap.Reason.NO_PLACE, detail, Optional.empty());
  }

  private static ObjectNode document(DocumentSummary document) {
    ObjectNode node = JsonTree.object();
    node.put("sha256", document.sha256().hex());
    node.put("canonicalSha256", document.canonicalSha256().hex());
    node.put("bytes", document.bytes());
    node.put("format", lower(document.format()));
    node.set("form", optionalText(document.form()));
    ObjectNode issuer = node.putObject("issuer");
    issuer.set("name", optionalText(document.issuerName()));
    issuer.set("cik", optionalString(document.cik()));
    node.set("title", optionalText(document.title()));
    node.set("published", optional(document.published(), ExtractionJson::published));
    node.set("publishedFrom", optional(document.publishedFrom(), f -> text(f.text())));
    node.put("kind", lower(document.kind()));
    node.put("quality", document.readable() ? "readable" : "unreadable");
    node.put("unaudited", document.unaudited());
    node.set("period", optional(document.period(), ExtractionJson::period));
    node.set("currency", optionalText(document.currency()));
    return node;
  }

  private static DocumentSummary document(JsonView view) {
    JsonView issuer = view.object("issuer");
    return new DocumentSummary(
        view.parsed("sha256", Sha256::new),
        view.parsed("canonicalSha256", Sha256::new),
        view.integer("bytes"),
        view.parsed("format", lowerOf(FilingFormat.class)),
        view.optionalText("form"),
        issuer.optionalText("name"),
        issuer.optionalParsed("cik", Cik::new),
        view.optionalText("title"),
        view.optionalInstant("published"),
        view.optionalParsed(
            "publishedFrom",
            byText(DocumentSummary.PublishedFrom.class, DocumentSummary.PublishedFrom::text)),
        view.parsed("kind", lowerOf(DocumentSummary.Kind.class)),
        view.parsed("quality", ExtractionJson::readable),
        view.bool("unaudited"),
        view.optionalBuild("period", ExtractionJson::period),
        view.optionalText("currency"));
  }

  private static boolean readable(String quality) {
    return switch (quality) {
      case "readable" -> true;
      case "unreadable" -> false;
      default -> throw new IllegalArgumentException("readable or unreadable, not " + quality);
    };
  }

  private static JsonNode published(Instant instant) {
    return text(PUBLISHED.format(instant.atZone(EDGAR).toOffsetDateTime()));
  }

  private static ObjectNode fact(Fact fact) {
    ObjectNode node = JsonTree.object();
    node.put("id", fact.id());
    node.put("metric", fact.metric().text(fact.basis()));
    node.set("label", optionalText(fact.label()));
    node.set("value", decimal(fact.value()));
    node.put("unit", fact.unit().code());
    node.set("period", period(fact.period()));
    node.put("basis", fact.basis().name());
    node.put("role", lower(fact.role()));
    node.set("attribution", optional(fact.attribution(), a -> text(lower(a))));
    node.set("segment", optionalText(fact.segment()));
    node.set("comparator", optional(fact.comparator(), ExtractionJson::comparator));
    node.set("checks", list(fact.checks(), c -> text(c.text())));
    node.put("confidence", fact.checked() ? "checked" : "stated");
    node.put("place", lower(fact.place()));
    passage(node, fact.passage());
    return node;
  }

  private static Fact fact(JsonView view) {
    Basis basis = view.parsed("basis", Basis::valueOf);
    Fact fact =
        new Fact(
            view.text("id"),
            metric(view, basis),
            view.optionalText("label"),
            view.decimal("value"),
            view.parsed("unit", Unit::new),
            view.build("period", ExtractionJson::period),
            basis,
            view.parsed("role", lowerOf(Fact.Role.class)),
            view.optionalParsed("attribution", lowerOf(Fact.Attribution.class)),
            view.optionalText("segment"),
            view.optionalBuild("comparator", ExtractionJson::comparator),
            view.texts("checks", byText(Fact.Check.class, Fact.Check::text)),
            view.parsed("place", lowerOf(Fact.Place.class)),
            passage(view));
    if (!view.text("confidence").equals(fact.checked() ? "checked" : "stated")) {
      throw new CorruptJson(view.path() + ".confidence", "does not follow from the checks");
    }
    return fact;
  }

  static Metric metric(JsonView view, Basis basis) {
    Metric metric = view.parsed("metric", Metric::parse);
    if (!metric.text(basis).equals(view.text("metric"))) {
      throw new CorruptJson(view.path() + ".metric", "does not agree with the basis");
    }
    return metric;
  }

  static ObjectNode comparator(Comparator comparator) {
    ObjectNode node = JsonTree.object();
    node.set("value", decimal(comparator.value()));
    node.set("period", period(comparator.period()));
    passage(node, comparator.passage());
    return node;
  }

  static Comparator comparator(JsonView view) {
    return new Comparator(
        view.decimal("value"), view.build("period", ExtractionJson::period), passage(view));
  }

  private static ObjectNode tone(Tone tone) {
    ObjectNode node = JsonTree.object();
    node.set("score", decimal(tone.score()));
    node.put("sentences", tone.sentences());
    return node;
  }

  private static ObjectNode gap(Gap gap) {
    ObjectNode node = JsonTree.object();
    node.put("reason", gap.reason().name());
    node.put("detail", gap.detail());
    node.set("span", optional(gap.span(), ExtractionJson::span));
    gap.against().ifPresent(other -> node.set("against", span(other)));
    return node;
  }

  private static Gap gap(JsonView view) {
    return new Gap(
        view.parsed("reason", Gap.Reason::valueOf),
        view.text("detail"),
        view.optionalBuild("span", ExtractionJson::span),
        view.optionalBuild("against", ExtractionJson::span));
  }

  static ObjectNode period(FactPeriod period) {
    ObjectNode node = JsonTree.object();
    node.put("kind", period.kind().name());
    node.set("start", optionalString(period.start()));
    node.set("end", optionalString(period.end()));
    return node;
  }

  static FactPeriod period(JsonView view) {
    return new FactPeriod(
        view.parsed("kind", FactPeriod.Kind::valueOf),
        view.optionalDate("start"),
        view.optionalDate("end"));
  }

  static void passage(ObjectNode node, Passage passage) {
    node.set("span", span(passage.span()));
    node.put("quote", passage.quote());
  }

  static Passage passage(JsonView view) {
    return new Passage(view.build("span", ExtractionJson::span), view.text("quote"));
  }

  static ObjectNode span(ByteSpan span) {
    return JsonTree.object().put("start", span.start()).put("end", span.end());
  }

  static ByteSpan span(JsonView view) {
    return new ByteSpan(view.integer("start"), view.integer("end"));
  }
}

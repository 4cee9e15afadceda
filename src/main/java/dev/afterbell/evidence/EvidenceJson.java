package dev.afterbell.evidence;

import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.lowerOf;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.optionalText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Evidence as JSON and back. Explicit code for every field: what is stored does not change when a
 * class does, and a native image needs no registration.
 */
public final class EvidenceJson {

  private EvidenceJson() {}

  /** The whole item, as the ledger stores it. */
  public static ObjectNode toJson(Evidence evidence) {
    ObjectNode node = JsonTree.object();
    node.put("id", evidence.id().toString());
    node.put("ticker", evidence.ticker().symbol());
    node.put("sourceClass", lower(evidence.sourceClass()));
    node.set("provenance", provenance(evidence.provenance()));
    node.put("entityMatched", evidence.entityMatched());
    node.set("supersedes", optionalString(evidence.supersedes()));
    node.set("extraction", toJson(evidence.extraction()));
    return node;
  }

  /**
   * Reads what {@link #toJson(Evidence)} wrote.
   *
   * @throws CorruptJson for anything else
   */
  public static Evidence fromJson(JsonNode json) {
    return JsonView.built(
        JsonView.of(json),
        view ->
            new Evidence(
                view.parsed("id", EvidenceId::parse),
                view.parsed("ticker", Ticker::new),
                view.parsed("sourceClass", lowerOf(SourceClass.class)),
                view.build("provenance", EvidenceJson::provenance),
                view.bool("entityMatched"),
                view.build("extraction", ExtractionJson::read),
                view.optionalParsed("supersedes", EvidenceId::parse)));
  }

  /** What a document yields, in the shape that docs/extraction.md describes. */
  public static ObjectNode toJson(Extraction extraction) {
    return ExtractionJson.write(extraction);
  }

  /**
   * Reads what {@link #toJson(Extraction)} wrote.
   *
   * @throws CorruptJson for anything else
   */
  public static Extraction extractionFromJson(JsonNode json) {
    return JsonView.built(JsonView.of(json), ExtractionJson::read);
  }

  private static ObjectNode provenance(Provenance provenance) {
    ObjectNode node = JsonTree.object();
    node.put("custody", lower(provenance.custody()));
    node.set("publisher", optionalText(provenance.publisher()));
    node.set("sourceUrl", optionalText(provenance.sourceUrl()));
    node.put("objectKey", provenance.objectKey());
    node.put("observedAt", provenance.observedAt().toString());
    return node;
  }

  private static Provenance provenance(JsonView view) {
    return new Provenance(
        view.parsed("custody", lowerOf(Provenance.Custody.class)),
        view.optionalText("publisher"),
        view.optionalText("sourceUrl"),
        view.text("objectKey"),
        view.instant("observedAt"));
  }
}

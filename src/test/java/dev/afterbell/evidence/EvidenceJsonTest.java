package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Cik;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EvidenceJsonTest {

  private static final Sha256 HASH = Sha256.of("a".getBytes(StandardCharsets.UTF_8));

  @Property(tries = 500)
  void evidence_writtenAndRead_isEqualAndItsBytesAreStable(@ForAll long seed) {
    Evidence evidence = AnyEvidence.of(seed);

    byte[] bytes = CanonicalJson.bytes(EvidenceJson.toJson(evidence));
    Evidence read = EvidenceJson.fromJson(CanonicalJson.parse(bytes));

    assertThat(read).isEqualTo(evidence);
    assertThat(CanonicalJson.bytes(EvidenceJson.toJson(read))).isEqualTo(bytes);
  }

  @Property(tries = 100)
  void evidence_withAnyPartRemovedOrReplaced_isRefusedOrReadAsAbsent(
      @ForAll long seed, @ForAll int which) {
    JsonNode json = EvidenceJson.toJson(AnyEvidence.of(seed));
    List<Runnable> damages = damages(json);
    damages.get(Math.floorMod(which, damages.size())).run();

    try {
      Evidence read = EvidenceJson.fromJson(json);
      assertThat(EvidenceJson.fromJson(EvidenceJson.toJson(read))).isEqualTo(read);
    } catch (CorruptJson e) {
      assertThat(e.path()).startsWith("$");
    }
  }

  /** One damage for each field: an object in its place, which no field but an object can be. */
  private static List<Runnable> damages(JsonNode node) {
    List<Runnable> damages = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                damages.add(() -> object.putObject(name).put("x", 1));
                damages.add(() -> object.remove(name));
                damages.addAll(damages(object.get(name)));
              });
    } else if (node instanceof ArrayNode array) {
      array.forEach(item -> damages.addAll(damages(item)));
    }
    return damages;
  }

  @Test
  void extraction_written_hasTheDocumentedShape() {
    FactPeriod quarter =
        new FactPeriod(
            FactPeriod.Kind.QTD,
            Optional.of(LocalDate.of(2024, 1, 1)),
            Optional.of(LocalDate.of(2024, 3, 31)));
    FactPeriod before =
        new FactPeriod(
            FactPeriod.Kind.QTD, Optional.empty(), Optional.of(LocalDate.of(2023, 3, 31)));
    DocumentSummary document =
        new DocumentSummary(
            HASH,
            HASH,
            84213,
            FilingFormat.SGML,
            Optional.of("6-K"),
            Optional.of("Nimbus Foods Ltd"),
            Optional.of(Cik.parse("77")),
            Optional.empty(),
            Optional.of(Instant.parse("2024-05-27T10:30:00Z")),
            Optional.of(DocumentSummary.PublishedFrom.SGML_HEADER),
            DocumentSummary.Kind.RESULTS,
            true,
            true,
            Optional.of(quarter),
            Optional.of("CNY"));
    Fact fact =
        new Fact(
            "f1",
            Metric.EBITDA,
            Optional.empty(),
            new BigDecimal("412300000"),
            Unit.money("CNY"),
            quarter,
            Basis.NON_GAAP,
            Fact.Role.LEVEL,
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Comparator(
                    new BigDecimal("300000000"), before, new Passage(new ByteSpan(5, 9), "300.0"))),
            List.of(Fact.Check.GROWTH_RECOMPUTED),
            Fact.Place.TABLE,
            new Passage(new ByteSpan(10233, 10252), "RMB412.3 million"));
    Extraction extraction =
        new Extraction(
            document,
            List.of(fact),
            List.of(),
            List.of(
                new DocumentEvent.CorporateEvent(
                    DocumentEvent.CorporateEventKind.MANAGEMENT_CHANGE,
                    new Passage(new ByteSpan(1, 2), "x"))),
            Optional.of(new Tone(new BigDecimal("0.3100"), 84)),
            List.of(
                new Gap(Gap.Reason.UNIT_AMBIGUOUS, "no scale", Optional.of(new ByteSpan(3, 4)))));

    assertThat(EvidenceJson.toJson(extraction).toString())
        .isEqualTo(
            """
            {"document":{"sha256":"%1$s","canonicalSha256":"%1$s","bytes":84213,"format":"sgml",\
            "form":"6-K","issuer":{"name":"Nimbus Foods Ltd","cik":"0000000077"},"title":null,\
            "published":"2024-05-27T06:30:00-04:00","publishedFrom":"sgml-header","kind":"results",\
            "quality":"readable","unaudited":true,\
            "period":{"kind":"QTD","start":"2024-01-01","end":"2024-03-31"},"currency":"CNY"},\
            "facts":[{"id":"f1","metric":"adjusted_ebitda","label":null,"value":"412300000",\
            "unit":"CNY","period":{"kind":"QTD","start":"2024-01-01","end":"2024-03-31"},\
            "basis":"NON_GAAP","role":"level","attribution":null,"segment":null,\
            "comparator":{"value":"300000000",\
            "period":{"kind":"QTD","start":null,"end":"2023-03-31"},\
            "span":{"start":5,"end":9},"quote":"300.0"},"checks":["growth-recomputed"],\
            "confidence":"checked","place":"table","span":{"start":10233,"end":10252},\
            "quote":"RMB412.3 million"}],"guidance":[],\
            "events":[{"type":"corporate","kind":"management-change","span":{"start":1,"end":2},\
            "quote":"x"}],"tone":{"score":"0.3100","sentences":84},\
            "rejected":[{"reason":"UNIT_AMBIGUOUS","detail":"no scale","span":{"start":3,"end":4}}]}"""
                .formatted(HASH.hex()));
  }

  @Test
  void fact_whoseConfidenceDoesNotFollowFromItsChecks_isCorrupt() {
    ObjectNode json = evidenceWithFact();
    ((ObjectNode) json.at("/extraction/facts/0")).put("confidence", "certain");

    assertThatThrownBy(() -> EvidenceJson.fromJson(json))
        .isInstanceOf(CorruptJson.class)
        .hasMessageStartingWith("$.extraction.facts[0].confidence: ");
  }

  @Test
  void fact_whoseMetricContradictsItsBasis_isCorrupt() {
    ObjectNode json = evidenceWithFact();
    ObjectNode fact = (ObjectNode) json.at("/extraction/facts/0");
    fact.put("basis", fact.path("basis").asText().equals("GAAP") ? "NON_GAAP" : "GAAP");

    assertThatThrownBy(() -> EvidenceJson.fromJson(json))
        .isInstanceOf(CorruptJson.class)
        .hasMessageStartingWith("$.extraction.facts[0].metric: ");
  }

  @Test
  void span_thatEndsBeforeItStarts_isCorruptAndSaysWhere() {
    ObjectNode json = evidenceWithFact();
    ((ObjectNode) json.at("/extraction/facts/0/span")).put("end", 0).put("start", 7);

    assertThatThrownBy(() -> EvidenceJson.fromJson(json))
        .isInstanceOf(CorruptJson.class)
        .hasMessageContaining("$.extraction.facts[0].span")
        .hasMessageContaining("[7, 0)");
  }

  @Test
  void value_asANumberOrWithAnExponent_isCorrupt() {
    for (String value : List.of("1e3", "1.", "01", "+1", " 1", "NaN", "")) {
      ObjectNode json = evidenceWithFact();
      ((ObjectNode) json.at("/extraction/facts/0")).put("value", value);

      assertThatThrownBy(() -> EvidenceJson.fromJson(json))
          .as(value)
          .isInstanceOf(CorruptJson.class)
          .hasMessage("$.extraction.facts[0].value: a plain decimal is expected");
    }
  }

  private static ObjectNode evidenceWithFact() {
    long seed = 0;
    while (AnyEvidence.of(seed).extraction().facts().isEmpty()) {
      seed++;
    }
    return EvidenceJson.toJson(AnyEvidence.of(seed));
  }
}

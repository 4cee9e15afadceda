package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceNamingTest {

  private static final Instant MORNING = Instant.parse("2024-03-05T12:00:00Z");
  private static final Instant LATE = Instant.parse("2024-03-06T02:30:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          RESULTS  | 6-K    | PR-2024-03-05       | ISSUER_RELEASE
          RESULTS  | 8-K    | PR-2024-03-05       | ISSUER_RELEASE
          RESULTS  | 8-K/A  | PR-2024-03-05       | ISSUER_RELEASE
          RESULTS  | -      | PR-2024-03-05       | ISSUER_RELEASE
          RESULTS  | 10-Q   | 10Q-2024-03-05      | REGULATOR_FILING
          RESULTS  | 10-K   | 10K-2024-03-05      | REGULATOR_FILING
          RESULTS  | 20-F   | 20F-2024-03-05      | REGULATOR_FILING
          OTHER    | 6-K    | 6K-2024-03-05       | REGULATOR_FILING
          OTHER    | 8-K    | 8K-2024-03-05       | REGULATOR_FILING
          OTHER    | -      | PR-2024-03-05       | ISSUER_RELEASE
          NOTICE   | 6-K    | 6K-2024-03-05-NOTICE | REGULATOR_FILING
          CONTRACT | 6-K    | 6K-2024-03-05-DEAL  | REGULATOR_FILING
          OTHER    | HKEX   | HKEX-2024-03-05     | REGULATOR_FILING
          """)
  void document_byKindAndForm_isNamedAndClassed(
      DocumentSummary.Kind kind, String form, String id, SourceClass source) {
    EvidenceNaming naming =
        EvidenceNaming.ofFiling(
            extraction(kind, form, Optional.empty()), issuer("XNYS", ""), MORNING);

    assertThat(naming.id()).hasToString(id);
    assertThat(naming.sourceClass()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Xiaomi, XM
          Acme Corporation, CM
          Spruce Logistics Inc., SPRC
          BNP Paribas, BNP
          IBM, IBM
          INTERNATIONAL Widgets, INTERNAT
          Harbour City Airport Authority, HRBR
          3M Company, DEAL
          Aia, AIA
          Électricité du Nord, LCTR
          Ørsted, RSTD
          腾讯控股, DEAL
          Cedar Precision, CDR
          A2 Milk, A2
          """)
  void contract_isTaggedWithItsCounterparty_andNeverWithNothing(String party, String tag) {
    EvidenceNaming naming =
        EvidenceNaming.ofFiling(
            extraction(DocumentSummary.Kind.CONTRACT, "6-K", Optional.of(party)),
            issuer("XNYS", ""),
            MORNING);

    assertThat(naming.id().tag()).contains(tag);
    assertThat(EvidenceId.parse(naming.id().toString())).isEqualTo(naming.id());
  }

  @Test
  void contract_withAPartyOfTheProfile_takesTheOperatorsTag() {
    Issuer issuer =
        issuer(
            "XNYS",
            ",\"relatedParties\":[{\"name\":\"Quay\",\"tag\":\"QY\",\"aliases\":[\"Harbour Quay Group\"]}]");

    for (String name : List.of("Quay", "Quay Terminals", "Harbour Quay Group")) {
      assertThat(
              EvidenceNaming.ofFiling(
                      extraction(DocumentSummary.Kind.CONTRACT, "6-K", Optional.of(name)),
                      issuer,
                      MORNING)
                  .id()
                  .tag())
          .contains("QY");
    }
  }

  @Test
  void date_isThatOfTheVenue() {
    Extraction extraction = extraction(DocumentSummary.Kind.RESULTS, "6-K", Optional.empty());

    assertThat(EvidenceNaming.ofFiling(extraction, issuer("XNYS", ""), LATE).id())
        .hasToString("PR-2024-03-05");
    assertThat(EvidenceNaming.ofFiling(extraction, issuer("XHKG", ""), LATE).id())
        .hasToString("PR-2024-03-06");
    assertThat(EvidenceNaming.ofArticle(SourceClass.AGGREGATOR, issuer("XHKG", ""), LATE).id())
        .hasToString("NEWS-2024-03-06");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          named-news, NAMED_NEWS
          aggregator, AGGREGATOR
          Aggregator, AGGREGATOR
          social, SOCIAL
          unknown, UNKNOWN
          -, UNKNOWN
          issuer, UNKNOWN
          anything, UNKNOWN
          """)
  void publisher_ofAKind_hasItsClass(String kind, SourceClass source) {
    assertThat(EvidenceNaming.publisherClass(Optional.ofNullable(kind))).isEqualTo(source);
  }

  static Issuer issuer(String venue, String more) {
    IssuerProfile profile =
        IssuerProfile.read(
            ("{\"ticker\":\"ORCH\",\"name\":\"Orchard Holdings Limited\",\"displayName\":\"Orchard\","
                    + "\"cik\":\"4711\",\"fiscalYearEnd\":\"12-31\",\"primaryVenue\":\""
                    + venue
                    + "\""
                    + more
                    + "}")
                .getBytes(StandardCharsets.UTF_8));
    return ((IssuerProfile.Described) profile).issuer();
  }

  static Extraction extraction(
      DocumentSummary.Kind kind, String form, Optional<String> counterparty) {
    Sha256 hash = Sha256.of(new byte[0]);
    List<DocumentEvent> events =
        counterparty
            .<List<DocumentEvent>>map(
                c ->
                    List.of(
                        new ContractEvent(
                            List.of(),
                            Optional.empty(),
                            Optional.of(c),
                            Optional.empty(),
                            false,
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            new Passage(new ByteSpan(0, 1), "x"))))
            .orElse(List.of());
    return new Extraction(
        new DocumentSummary(
            hash,
            hash,
            1,
            FilingFormat.SGML,
            Optional.ofNullable(form),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            kind,
            true,
            false,
            Optional.empty(),
            Optional.empty()),
        List.of(),
        List.of(),
        events,
        Optional.empty(),
        List.of());
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Cik;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityMatchTest {

  private final Issuer issuer = EvidenceNamingTest.issuer("XNYS", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Orchard Holdings Limited announced its results.        | MATCHED
          ORCHARD HOLDINGS LTD. — RESULTS                        | MATCHED
          Shares of Orchard fell.                                | MATCHED
          A retailer (NYSE: ORCH) reported results.              | MATCHED
          A retailer (NYSE:ORCH) reported results.               | MATCHED
          A retailer (NYSE: ORCHID) reported results.            | UNKNOWN
          Orchardist supplies rose.                              | UNKNOWN
          Somebody planted trees.                                | UNKNOWN
          """)
  void text_thatNamesTheIssuer_matches(String text, EntityMatch match) {
    assertThat(EntityMatch.of(issuer, document(Optional.empty()), text)).isEqualTo(match);
  }

  @Test
  void cik_decidesBeforeAnyName() {
    assertThat(EntityMatch.of(issuer, document(Optional.of(Cik.parse("4711"))), "Somebody else"))
        .isEqualTo(EntityMatch.MATCHED);
    assertThat(EntityMatch.of(issuer, document(Optional.of(Cik.parse("1"))), "Orchard Holdings"))
        .isEqualTo(EntityMatch.CONFLICT);
  }

  @Test
  void name_onlyFarDownTheText_doesNotMatch() {
    assertThat(
            EntityMatch.of(issuer, document(Optional.empty()), "word ".repeat(2_000) + "Orchard"))
        .isEqualTo(EntityMatch.UNKNOWN);
  }

  private static DocumentSummary document(Optional<Cik> cik) {
    DocumentSummary d =
        EvidenceNamingTest.extraction(DocumentSummary.Kind.OTHER, "8-K", Optional.empty())
            .document();
    return new DocumentSummary(
        d.sha256(),
        d.canonicalSha256(),
        d.bytes(),
        d.format(),
        d.form(),
        d.issuerName(),
        cik,
        d.title(),
        d.published(),
        d.publishedFrom(),
        d.kind(),
        d.readable(),
        d.unaudited(),
        d.period(),
        d.currency());
  }
}

package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.lines;
import static dev.afterbell.filing.Readings.read;
import static dev.afterbell.filing.Readings.unusable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReadingTest {

  private static final String SUBMISSION =
      """
      <SEC-DOCUMENT>0009999999-26-000123.txt : 20260804
      <SEC-HEADER>0009999999-26-000123.hdr.sgml : 20260804
      <ACCEPTANCE-DATETIME>20260804160512
      ACCESSION NUMBER:		0009999999-26-000123
      CONFORMED SUBMISSION TYPE:	8-K
      PUBLIC DOCUMENT COUNT:		4
      CONFORMED PERIOD OF REPORT:	20260804
      ITEM INFORMATION:		Results of Operations and Financial Condition
      ITEM INFORMATION:		Financial Statements and Exhibits
      FILED AS OF DATE:		20260804

      FILER:

      	COMPANY DATA:
      		COMPANY CONFORMED NAME:			LARKSPUR TOOLS CORP
      		CENTRAL INDEX KEY:			0009999999
      </SEC-HEADER>
      <DOCUMENT>
      <TYPE>8-K
      <SEQUENCE>1
      <FILENAME>larkspur8k.htm
      <DESCRIPTION>CURRENT REPORT
      <TEXT>
      <XBRL>
      <?xml version='1.0' encoding='ASCII'?>
      <html><body><p>Item 2.02</p></body></html>
      </XBRL>
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>EX-99.1
      <SEQUENCE>2
      <FILENAME>ex991.txt
      <TEXT>
      <PAGE>
      LARKSPUR TOOLS REPORTS

      <TABLE>
      <CAPTION>
                             Three Months Ended
                                  July 4,
                             2026        2025
                             ----        ----

      <S>                    <C>         <C>
      Net sales &amp; fees   $1,204      $1,372
                             ------      ------
      </TABLE>
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>GRAPHIC
      <FILENAME>logo.jpg
      <TEXT>
      begin 644 logo.jpg
      M_]C_X
      end
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>EX-101.SCH
      <FILENAME>larkspur.xsd
      <TEXT>
      <schema/>
      </TEXT>
      </DOCUMENT>
      </SEC-DOCUMENT>
      """;

  @Test
  void header_isReadInNewYorkTime() {
    Envelope envelope = read(SUBMISSION).envelope().orElseThrow();

    assertThat(envelope.form()).isEqualTo("8-K");
    assertThat(envelope.accession()).contains("0009999999-26-000123");
    assertThat(envelope.issuerName()).contains("LARKSPUR TOOLS CORP");
    assertThat(envelope.cik()).contains(Cik.parse("9999999"));
    assertThat(envelope.accepted()).contains(Instant.parse("2026-08-04T20:05:12Z"));
    assertThat(envelope.filed()).contains(LocalDate.of(2026, 8, 4));
    assertThat(envelope.reportPeriod()).contains(LocalDate.of(2026, 8, 4));
    assertThat(envelope.items())
        .containsExactly(
            "Results of Operations and Financial Condition", "Financial Statements and Exhibits");
  }

  @Test
  void documents_arePagesAndTextsWithoutPicturesAndData() {
    Filing filing = read(SUBMISSION);

    assertThat(filing.format()).isEqualTo(FilingFormat.SGML);
    assertThat(filing.documents())
        .extracting(d -> d.type().orElse(""))
        .containsExactly("8-K", "EX-99.1");
    assertThat(filing.documents().get(0).filename()).contains("larkspur8k.htm");
    assertThat(filing.documents().get(0).description()).contains("CURRENT REPORT");
    assertThat(lines(filing))
        .containsExactly(
            "Item 2.02",
            "# LARKSPUR TOOLS REPORTS",
            "| 1-2 Three Months Ended",
            "| 1-2 July 4,",
            "| 1 2026 | 2 2025",
            "| 0 Net sales & fees | 1 $1,204 | 2 $1,372",
            "---");
  }

  @Test
  void spans_ofADocument_lieInItsSection() {
    byte[] file = SUBMISSION.getBytes(StandardCharsets.UTF_8);
    Filing filing = read(file);

    for (FilingDocument document : filing.documents()) {
      for (Block block : document.blocks()) {
        assertThat(document.span().contains(block.span())).isTrue();
      }
    }
    assertThat(Readings.bytesBehind(file, "Net sales & fees")).isEqualTo("Net sales &amp; fees");
  }

  @Test
  void subjectCompany_standsBeforeTheFiler() {
    String other =
        SUBMISSION.replace(
            "FILER:\n",
            "FILED BY:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tRAIDER LP\n"
                + "\t\tCENTRAL INDEX KEY:\t0000000007\nSUBJECT COMPANY:\n");

    assertThat(read(other).envelope().orElseThrow().issuerName()).contains("LARKSPUR TOOLS CORP");
  }

  @Test
  void oldHeader_withoutAcceptanceTime_isReadWithout() {
    String old =
        SUBMISSION
            .replace("SEC-", "IMS-")
            .replace("<ACCEPTANCE-DATETIME>20260804160512\n", "")
            .replace("CENTRAL INDEX KEY:			0009999999", "CENTRAL INDEX KEY: none");
    Envelope envelope =
        read("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + old).envelope().orElseThrow();

    assertThat(envelope.accepted()).isEmpty();
    assertThat(envelope.cik()).isEmpty();
    assertThat(envelope.form()).isEqualTo("8-K");
  }

  @Test
  void sectionsAlone_areReadWithoutEnvelope() {
    Filing filing =
        read(
            "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<html><p>Alpenglow Ltd.</p></html>\n</TEXT>\n</DOCUMENT>\n");

    assertThat(filing.format()).isEqualTo(FilingFormat.SGML);
    assertThat(filing.envelope()).isEmpty();
    assertThat(filing.documents().get(0).type()).contains("6-K");
    assertThat(lines(filing)).containsExactly("Alpenglow Ltd.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</SEC-DOCUMENT>", "</SEC-HEADER>"})
  void submission_thatBreaksOff_isTruncated(String tag) {
    Reading.Unusable outcome =
        unusable(SUBMISSION.replace(tag, "").getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.TRUNCATED);
    assertThat(outcome.detail()).contains("breaks off");
  }

  @Test
  void submission_cutAnywhereAfterItsHead_isTruncated() {
    for (int cut = 200; cut < SUBMISSION.indexOf("</SEC-DOCUMENT>"); cut += 97) {
      assertThat(unusable(SUBMISSION.substring(0, cut).getBytes(StandardCharsets.UTF_8)).reason())
          .isEqualTo(Reading.Reason.TRUNCATED);
    }
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTranscriptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EX-99.2|EARNINGS CALL TRANSCRIPT|Acme Tools Limited|true",
        "EX-99.2|''|Transcript of Earnings Conference Call held on June 15, 2026|true",
        "EX-99|''|Acme Tools First Quarter 2026 Conference Call Transcript|true",
        "EX-99.1|PRESS RELEASE|Acme Tools announces first quarter results|false",
        "EX-99.1|''|A transcript of the call will be on our web site.|false",
        "EX-10.1|CALL TRANSCRIPT|Agreement|false",
        "8-K|''|Call transcript|false"
      })
  void is_exhibit_isATranscriptIfItSaysSoAtItsTop(
      String type, String description, String line, boolean transcript) {
    assertThat(CallTranscripts.is(filing(type, description, line))).isEqualTo(transcript);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h1>Acme Tools: earnings call transcript</h1><p>Operator: Good morning.</p> | true",
        "<h1>Acme Tools announces results</h1><p>A call transcript will follow.</p> | false",
      })
  void is_singlePage_isATranscriptIfItSaysSoAtItsTop(String page, boolean transcript) {
    Reading reading = new FilingReader().read(page.getBytes(StandardCharsets.UTF_8));

    assertThat(CallTranscripts.is(((Reading.Read) reading).filing())).isEqualTo(transcript);
  }

  @Test
  void is_transcriptBesideARelease_isARelease() {
    String text =
        """
        <SEC-DOCUMENT>0007654321-26-000042.txt : 20260615
        <SEC-HEADER>0007654321-26-000042.hdr.sgml : 20260615
        <ACCEPTANCE-DATETIME>20260615070012
        ACCESSION NUMBER:\t\t0007654321-26-000042
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>EX-99.1
        <TEXT>
        <html><body><p>Acme Tools announces first quarter results</p></body></html>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.2
        <TEXT>
        <html><body><p>Earnings call transcript</p></body></html>
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """;
    Reading reading = new FilingReader().read(text.getBytes(StandardCharsets.UTF_8));

    assertThat(CallTranscripts.is(((Reading.Read) reading).filing())).isFalse();
  }

  private static Filing filing(String type, String description, String line) {
    String text =
        """
        <SEC-DOCUMENT>0007654321-26-000042.txt : 20260615
        <SEC-HEADER>0007654321-26-000042.hdr.sgml : 20260615
        <ACCEPTANCE-DATETIME>20260615070012
        ACCESSION NUMBER:\t\t0007654321-26-000042
        CONFORMED SUBMISSION TYPE:\t8-K
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>%s
        <SEQUENCE>1
        <FILENAME>a.htm
        %s<TEXT>
        <html><body><p>%s</p><p>Operator: Good morning.</p></body></html>
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """
            .formatted(
                type, description.isEmpty() ? "" : "<DESCRIPTION>" + description + "\n", line);
    Reading reading = new FilingReader().read(text.getBytes(StandardCharsets.UTF_8));
    return ((Reading.Read) reading).filing();
  }
}

package dev.afterbell.source.edgar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTranscriptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EX-99.2|EARNINGS CALL TRANSCRIPT|Acme Tools Limited|1",
        "EX-99.2|''|Transcript of Earnings Conference Call held on June 15, 2026|1",
        "EX-99|''|Acme Tools First Quarter 2026 Conference Call Transcript|1",
        "EX-99.1|PRESS RELEASE|Acme Tools announces first quarter results|0",
        "EX-99.1|''|A transcript of the call will be on our web site.|0",
        "EX-10.1|CALL TRANSCRIPT|Agreement|0",
        "8-K|''|Call transcript|0"
      })
  void in_exhibit_isATranscriptIfItSaysSoAtItsTop(
      String type, String description, String line, int found) {
    assertThat(CallTranscripts.in(filing(type, description, line))).hasSize(found);
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

package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.unusable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\r\t \n", "\0\0\0"})
  void blankFile_isEmpty(String text) {
    Reading.Unusable outcome = unusable(text.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.EMPTY);
    assertThat(outcome.detail()).contains(text.length() + " bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000, a PNG image",
    "ffd8ffe000104a46, a JPEG image",
    "474946383961, a GIF image",
    "504b030414000000, a ZIP archive",
    "1f8b080000000000, a gzip archive",
    "255044462d312e37, a PDF",
    "4d5a900003000000, a Windows program",
    "d0cf11e0a1b11ae1, an old Office document",
    "7b5c72746631, an RTF document",
    "0000002066747970, a video",
    "41004200430044004500460047004800490000, a binary file",
  })
  void binaryFile_isNamed(String hex, String name) {
    Reading.Unusable outcome = unusable(HexFormat.of().parseHex(hex));

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.UNSUPPORTED);
    assertThat(outcome.detail()).startsWith("The file is " + name).endsWith("was expected.");
  }

  @Test
  void xmlData_isUnsupported() {
    assertThat(unusable("<?xml version='1.0'?><xbrl/>".getBytes(StandardCharsets.UTF_8)).detail())
        .contains("XML data");
  }

  @Test
  void fileOverTheCap_isTooLarge() {
    byte[] large = new byte[Limits.BODY_BYTES_MAX + 1];
    Arrays.fill(large, (byte) 'a');

    Reading.Unusable outcome = unusable(large);

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.TOO_LARGE);
    assertThat(outcome.detail()).contains("26,214,401");
  }

  @Test
  void moreTablesThanAnyReport_isTooLarge() {
    String tables = "<html><TABLE><tr><td>1".concat("<table><tr><td>x".repeat(10_000));

    Reading.Unusable outcome = unusable(tables.getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.TOO_LARGE);
    assertThat(outcome.detail()).contains("10,000 tables");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>a</p>", "a  1  2\n\n\n\n\n", "A.\n\n"})
  void moreParagraphsAndCellsThanAnyReport_isTooLarge(String piece) {
    String many = "<html>".repeat(piece.startsWith("<") ? 1 : 0);
    byte[] file =
        (many + piece.repeat(Limits.FILING_PIECES_MAX + 1)).getBytes(StandardCharsets.UTF_8);

    Reading.Unusable outcome = unusable(file);

    assertThat(outcome.reason()).isEqualTo(Reading.Reason.TOO_LARGE);
    assertThat(outcome.detail()).contains("400,000");
  }
}

package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to exhaust stack, time or memory are read in bounded time, with what they say. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFileTest {

  static Stream<Arguments> files() {
    StringBuilder attributes = new StringBuilder("<html><body><p ");
    for (int i = 0; i < 100_000; i++) {
      attributes.append('a').append(i).append("='v' ");
    }
    return Stream.of(
        Arguments.of("nested a million deep", "<html><body>" + "<i>".repeat(1_000_000) + "needle"),
        Arguments.of("tables in tables", "<html>" + "<table><tr><td>".repeat(5_000) + "needle"),
        Arguments.of("100,000 attributes", attributes + ">needle</p>"),
        Arguments.of("unclosed tags", "<html>" + "<p><b><font>x".repeat(20_000) + "needle"),
        Arguments.of(
            "one long text node", "<html><p>" + "Sales rose. ".repeat(1_000_000) + "needle"),
        Arguments.of("comments", "<html>" + "a<!-- b -->".repeat(300_000) + "needle"),
        Arguments.of("misplaced in a table", "<html><table>" + "x<p>y".repeat(10_000) + "needle"),
        Arguments.of("ampersands", "<html><p>" + "&".repeat(500_000) + " needle"),
        Arguments.of(
            "spans", "<html><table><tr><td rowspan=65534 colspan=9999999999>needle</table>"),
        Arguments.of(
            "comments before each of many pages",
            ("<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n"
                        + "<!---->".repeat(1_100)
                        + "x\n</TEXT>\n</DOCUMENT>\n")
                    .repeat(300)
                + "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\nneedle\n</TEXT>\n</DOCUMENT>\n"),
        Arguments.of(
            "style comments", "<html><style>" + "/**/".repeat(300_000) + "</style><p>needle"),
        Arguments.of("one long line", "Sales rose.  ".repeat(500_000) + "needle"),
        Arguments.of("blank lines", "a\n".repeat(2) + "\n".repeat(3_000_000) + "needle"),
        Arguments.of("short lines", "x\n".repeat(500_000) + "needle"),
        Arguments.of("columns without end", "1  ".repeat(300).concat("\n").repeat(500) + "needle"),
        Arguments.of("brackets", "# a\n" + "[a](b ".repeat(100_000) + "needle"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void hostileFile_isReadToItsEnd(String name, String file) {
    Filing filing = read(file.getBytes(StandardCharsets.UTF_8));

    assertThat(filing.canonicalText()).as(name).contains("needle");
  }
}

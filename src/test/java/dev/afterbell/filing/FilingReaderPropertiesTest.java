package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.parser.Parser;

/** Laws of reading: whatever the file, what is read stands in its bytes. */
class FilingReaderPropertiesTest {

  private static final List<String> PARTS =
      List.of(
          "<p>",
          "</p>",
          "<div>",
          "</div>",
          "<table>",
          "<tr>",
          "<td>",
          "<td colspan=2>",
          "</td>",
          "</tr>",
          "</table>",
          "<b>",
          "</b>",
          "<br>",
          "<sup>1</sup>",
          "<pre>",
          "</pre>",
          "&nbsp;",
          "&amp;",
          "&#8217;",
          "&",
          "\u2019",
          "\u4E2D\u6587",
          "\uD83D\uDCC8",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t",
          "Revenue",
          "5.0",
          "(3.1)",
          "$",
          "%",
          "2026",
          "Net income rose.",
          "\u2022 ",
          "| a | b |",
          "<ix:nonFraction>",
          "</ix:nonFraction>",
          "<!-- c -->",
          "<i>",
          "</i>",
          "\u00AD",
          "\u200B");

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(PARTS).list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> pages() {
    return documents().map(body -> "<html><body>" + body);
  }

  @Property(tries = 300)
  void everyCharacterOfAPage_standsInItsBytes(@ForAll("pages") String page) {
    charactersStandInTheirBytes(page);
  }

  @Property(tries = 300)
  void everyCharacterOfAText_standsInItsBytes(@ForAll("documents") String text) {
    charactersStandInTheirBytes("A letter. " + text);
  }

  private static void charactersStandInTheirBytes(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    if (new FilingReader().read(bytes) instanceof Reading.Read read) {
      Filing filing = read.filing();
      for (SourceText text : texts(filing)) {
        for (int i = 0; i < text.length(); i++) {
          ByteSpan span = text.span(i, i + 1);
          String source = new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
          String decoded = Parser.unescapeEntities(source, false);
          char c = text.charAt(i);
          assertThat(c == ' ' || decoded.indexOf(c) >= 0).as("%s from %s", c, source).isTrue();
        }
      }
    }
  }

  @Property(tries = 300)
  void hiddenText_changesNothing(@ForAll("pages") String page, @ForAll("documents") String secret) {
    String word = "<span style='display:none'>GHOST" + secret.replaceAll("<[^>]*>", "") + "</span>";
    String with = page + "<p>end</p>" + word + "<p>stop</p>";
    String without = page + "<p>end</p><p>stop</p>";

    assertThat(canonical(with)).isEqualTo(canonical(without));
  }

  @Property(tries = 200)
  void sameBytes_giveEqualFilings(@ForAll("documents") String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

    assertThat(new FilingReader().read(bytes)).isEqualTo(new FilingReader().read(bytes.clone()));
  }

  @Property(tries = 500)
  void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
    assertThat(new FilingReader().read(bytes)).isNotNull();
  }

  @Property(tries = 200)
  void sentences_holdAllTextOfTheirParagraph(@ForAll("pages") String page) {
    if (new FilingReader().read(page.getBytes(StandardCharsets.UTF_8))
        instanceof Reading.Read read) {
      for (Block block : read.filing().documents().get(0).blocks()) {
        if (block instanceof Prose prose) {
          StringBuilder all = new StringBuilder();
          prose.sentences().forEach(all::append);
          assertThat(all.toString().replace(" ", ""))
              .isEqualTo(prose.text().text().replace(" ", ""));
        }
      }
    }
  }

  private static String canonical(String page) {
    return Readings.read(page).canonicalText();
  }
}

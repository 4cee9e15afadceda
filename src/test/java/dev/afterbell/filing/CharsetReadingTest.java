package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.lines;
import static dev.afterbell.filing.Readings.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetReadingTest {

  private static final String TEXT =
      "Caf\u00E9 sales of \u20AC5 million, \u201Cgood\u201D \uD83D\uDCC8 end.";

  private static byte[] join(int[] head, byte[] rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int b : head) {
      out.write(b);
    }
    out.writeBytes(rest);
    return out.toByteArray();
  }

  private static void placesAreRight(byte[] file, Charset charset, String words) {
    SourceText text = Readings.textWith(read(file), words).orElseThrow();
    int at = text.text().indexOf(words);
    ByteSpan span = text.span(at, at + words.length());
    assertThat(new String(file, span.start(), span.length(), charset)).isEqualTo(words);
  }

  @Test
  void utf8_withAndWithoutMark() {
    byte[] bare = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] marked = join(new int[] {0xEF, 0xBB, 0xBF}, bare);

    assertThat(lines(read(bare))).containsExactly(TEXT);
    assertThat(lines(read(marked))).containsExactly(TEXT);
    placesAreRight(bare, StandardCharsets.UTF_8, "\u201Cgood\u201D");
    placesAreRight(marked, StandardCharsets.UTF_8, "\uD83D\uDCC8 end");
  }

  @Test
  void utf16_withMark() {
    byte[] little = join(new int[] {0xFF, 0xFE}, TEXT.getBytes(StandardCharsets.UTF_16LE));
    byte[] big = join(new int[] {0xFE, 0xFF}, TEXT.getBytes(StandardCharsets.UTF_16BE));

    assertThat(lines(read(little))).containsExactly(TEXT);
    assertThat(lines(read(big))).containsExactly(TEXT);
    placesAreRight(little, StandardCharsets.UTF_16LE, "\u20AC5 million");
    placesAreRight(big, StandardCharsets.UTF_16BE, "\uD83D\uDCC8 end");
  }

  @Test
  void windows1252_declaredOrNot() {
    byte[] page =
        "<html><head><meta charset=\"ISO-8859-1\"></head><body><p>Caf\u00E9 \u0080 5</p></body></html>"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] bare = "Caf\u00E9 \u0093good\u0094".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(lines(read(page))).containsExactly("Caf\u00E9 \u20AC 5");
    assertThat(lines(read(bare))).containsExactly("Caf\u00E9 \u201Cgood\u201D");
  }

  @Test
  void wrongLabel_onUtf8_isNotBelieved() {
    byte[] page =
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><body><p>Caf\u00E9</p></body></html>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(lines(read(page))).containsExactly("Caf\u00E9");
  }

  @Test
  void brokenUtf8_thatIsDeclared_isReplacedAndPlacesStayRight() {
    byte[] page =
        "<html><head><meta charset=utf-8></head><body><p>Net income @ of \u20AC5 million was reported by the company</p></body></html>"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < page.length; i++) {
      page[i] = page[i] == '@' ? (byte) 0xE2 : page[i];
    }

    assertThat(lines(read(page)))
        .containsExactly("Net income \uFFFD of \u20AC5 million was reported by the company");
    placesAreRight(page, StandardCharsets.UTF_8, "\u20AC5 million");
    assertThat(read(page).readable()).isTrue();
  }

  @Test
  void manyReplacements_areUnreadable() {
    byte[] page =
        ("<html><head><meta charset=utf-8></head><body><p>"
                + "Sales @ ".repeat(40)
                + "</p></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < page.length; i++) {
      page[i] = page[i] == '@' ? (byte) 0xFF : page[i];
    }

    assertThat(read(page).readable()).isFalse();
  }

  @Test
  void debrisOfFonts_isUnreadable() {
    String english =
        "The company reported net income of five million in the second quarter. ".repeat(8);
    StringBuilder shifted = new StringBuilder();
    english
        .chars()
        .forEach(c -> shifted.append(c == ' ' ? ' ' : (char) (c - 29 < 33 ? c : c - 29)));

    assertThat(read(english).readable()).isTrue();
    assertThat(read(english.toUpperCase(java.util.Locale.ROOT)).readable()).isTrue();
    assertThat(read("\u7EFC\u5408\u6536\u5165\u4E3A\u4EBA\u6C11\u5E01\u3002".repeat(40)).readable())
        .isTrue();
    assertThat(read(shifted.toString()).readable()).isFalse();
    assertThat(read("\uE012\uE034\uE045 net ".repeat(30)).readable()).isFalse();
    assertThat(read("(cid:12)(cid:44) sales ".repeat(30)).readable()).isFalse();
    assertThat(read("<html><body><img src=a.png></body></html>").readable()).isFalse();
  }

  @Test
  void loneSurrogatesAndNuls_doNoHarm() {
    byte[] odd =
        join(new int[] {0xFF, 0xFE}, new byte[] {'A', 0, 0, (byte) 0xD8, 'B', 0, 0, 0, 'C', 0});

    assertThat(read(odd).canonicalText()).contains("A").contains("B").contains("C");
  }
}

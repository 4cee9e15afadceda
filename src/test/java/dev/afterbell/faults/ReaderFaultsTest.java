package dev.afterbell.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.evidence.ExtractionContext;
import dev.afterbell.evidence.Fact;
import dev.afterbell.evidence.FilingExtractor;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import dev.afterbell.filing.Readings;
import dev.afterbell.filing.SourceText;
import dev.afterbell.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong, or is made to go wrong, inside a document (faults, rows 19 to 25). */
class ReaderFaultsTest {

  private static final int BOMB_BYTES = 20_000_000;

  /** Marks in {@link #RELEASE} where a block, or words, can be put. */
  private static final String BLOCK = "@";

  private static final String WORDS = "~";

  private static final String RELEASE =
      """
      <html><body>@<h1>Larkspur Tools Reports Second Quarter 2026 Results~</h1>@
      <p>PORTLAND, Maine, August 4, 2026 -- Larkspur Tools Corp. (Nasdaq: LRKS) today reported~ its
      results for the second quarter ended June 30, 2026.</p>@
      <p>Revenue~ was $512.4 million~, up 12.0% from $457.5 million~ in the second quarter of 2025.</p>@
      <table><tr><th>In thousands~</th><th colspan=2>Three months ended June 30,~</th></tr>
      <tr><th></th><th>2026~</th><th>2025~</th></tr>
      <tr><td>Revenue~</td><td>$512,400~</td><td>$457,500~</td></tr>
      <tr><td>Net income~</td><td>~41,000</td><td>~36,600</td></tr></table>@
      <p>Larkspur makes hand tools~ and sells them.</p>@</body></html>
      """;

  private static final String GHOST = "GHOST revenue was $999.9 million, net income $88.8 million";

  private static Reading read(byte[] bytes) {
    return new FilingReader().read(bytes);
  }

  private static Reading.Reason refusal(byte[] bytes) {
    return Readings.unusable(bytes).reason();
  }

  // ---- row 19; that a length header lies is noticed in the stream, see BoundedBodyTest

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t", "\0\0"})
  void row19_emptyObject_isRefusedAsEmpty(String text) {
    assertThat(refusal(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reading.Reason.EMPTY);
  }

  @Test
  void row19_objectAtTheCap_isReadAndOneByteMoreIsNot() {
    byte[] most =
        "Sales rose. ".repeat(Limits.BODY_BYTES_MAX / 12 + 1).getBytes(StandardCharsets.US_ASCII);

    assertThat(read(java.util.Arrays.copyOf(most, Limits.BODY_BYTES_MAX)))
        .isInstanceOf(Reading.Read.class);
    assertThat(refusal(java.util.Arrays.copyOf(most, Limits.BODY_BYTES_MAX + 1)))
        .isEqualTo(Reading.Reason.TOO_LARGE);
  }

  // ---- row 20

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("release.htm"));
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void row20_archivesAndBombsNestedOrNot_areRefusedUnopened() throws IOException {
    byte[] page = RELEASE.getBytes(StandardCharsets.UTF_8);
    byte[] bomb = new byte[BOMB_BYTES];

    for (byte[] archive :
        List.of(gzip(page), zip(page), gzip(bomb), gzip(gzip(bomb)), zip(zip(bomb)))) {
      assertThat(refusal(archive)).isEqualTo(Reading.Reason.UNSUPPORTED);
    }
  }

  // ---- row 21

  @Test
  void row21_entitiesOfADtd_areNeitherExpandedNorFetched() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(200);
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      String page =
          "<?xml version='1.0'?><!DOCTYPE html SYSTEM '"
              + url
              + "x.dtd' [<!ENTITY one 'GHOST'><!ENTITY two SYSTEM '"
              + url
              + "two'><!ENTITY three SYSTEM 'file:///etc/hostname'>]><html><head><link rel=stylesheet href="
              + url
              + "a.css></head><body><img src="
              + url
              + "a.png><iframe src="
              + url
              + "></iframe><p>Sales: &one; &two; &three;</p></body></html>";

      Filing filing = Readings.read(page);

      assertThat(filing.canonicalText()).contains("Sales: &one; &two; &three;");
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void row21_xmlThatIsNoPage_isRefusedUnparsed() {
    String laughs =
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;'>]><l>&c;</l>";

    assertThat(refusal(laughs.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reading.Reason.UNSUPPORTED);
  }

  // ---- row 22

  static Stream<Arguments> shapes() {
    StringBuilder attributes = new StringBuilder("<html><body><p ");
    for (int i = 0; i < 100_000; i++) {
      attributes.append('a').append(i).append("=v ");
    }
    int words = (Limits.BODY_BYTES_MAX - 100) / 12;
    return Stream.of(
        Arguments.of("a million deep", "<html><body>" + "<div>".repeat(1_000_000) + "needle"),
        Arguments.of("100,000 attributes", attributes + ">needle</p>"),
        Arguments.of(
            "unclosed tags", "<html>" + "<p><b><i><font size=2>x".repeat(50_000) + "needle"),
        Arguments.of("one text node", "<html><p>" + "Sales rose. ".repeat(words) + "needle"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void row22_shapesMadeToExhaust_areReadToTheirEnd(String name, String page) {
    assertThat(Readings.read(page).canonicalText()).as(name).contains("needle");
  }

  // ---- row 23; each rule of the policy by itself: CharsetReadingTest

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "utf-16", "x-unknown", ""})
  void row23_anyLabelOnUtf8_isReadAsUtf8(String label) {
    String page =
        "<html><head><meta charset='"
            + label
            + "'></head><body><p>Caf\u00E9 \u20AC5.</p></body></html>";

    assertThat(Readings.lines(Readings.read(page))).containsExactly("Caf\u00E9 \u20AC5.");
  }

  @Test
  void row23_byteOrderMark_standsAboveTheLabel() {
    String page =
        "\uFEFF<html><head><meta charset=utf-8></head><body><p>Caf\u00E9 \u20AC5.</p></body></html>";

    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(Readings.lines(Readings.read(page.getBytes(charset))))
          .containsExactly("Caf\u00E9 \u20AC5.");
    }
  }

  @Test
  void row23_bytesOfNoCharset_areUnreadableNotGuessed() {
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] |= (byte) (noise[i] >= 0 && noise[i] < ' ' ? ' ' : 0);
    }

    assertThat(Readings.read(noise).readable()).isFalse();
  }

  @Test
  void row23_nulsAndLoneSurrogates_neitherJoinNorMoveWhatStandsAround() {
    byte[] file =
        "<html><p>Sales of \0$5\0 million &#xD800; rose.</p>".getBytes(StandardCharsets.UTF_8);
    Filing filing = Readings.read(file);

    assertThat(filing.canonicalText()).contains("Sales of $5 million");
    assertThat(behind(file, filing, "million")).isEqualTo("million");
  }

  private static String behind(byte[] file, Filing filing, String words) {
    SourceText text = Readings.textWith(filing, words).orElseThrow();
    int at = text.text().indexOf(words);
    ByteSpan span = text.span(at, at + words.length());
    return new String(file, span.start(), span.length(), StandardCharsets.UTF_8);
  }

  // ---- row 24

  static Stream<String> hiddenWords() {
    return Stream.of(
            "style='display:none'",
            "style='visibility:hidden'",
            "style='opacity:0'",
            "style='font-size:0'",
            "style='font-size:1px'",
            "style='color:#fff'",
            "style='color:white;background:#fefefe'",
            "style='color:transparent'",
            "style='position:absolute;left:-9999px'",
            "style='position:absolute;clip:rect(0,0,0,0)'",
            "style='display:inline-block;height:0;overflow:hidden'",
            "class=ghost",
            "hidden")
        .map(a -> "<span " + a + ">" + GHOST + "</span>");
  }

  static Stream<String> hiddenAnywhere() {
    return Stream.concat(
        hiddenWords(),
        Stream.of(
            "<!-- " + GHOST + " -->",
            "<font color='#ffffff'>" + GHOST + "</font>",
            "<ix:hidden>" + GHOST + "</ix:hidden>",
            "<script>var a = '" + GHOST + "'</script>",
            "<noscript>" + GHOST + "</noscript>",
            "<template>" + GHOST + "</template>",
            "<svg><text>" + GHOST + "</text></svg>",
            tags(GHOST)));
  }

  static Stream<String> hiddenBlocks() {
    return Stream.concat(
        hiddenAnywhere(),
        Stream.of(
            "<div hidden><p>" + GHOST + "</p></div>",
            "<p style='text-indent:-999em'>" + GHOST + "</p>",
            "<dialog><p>" + GHOST + "</p></dialog>",
            "<table style='display:none'><tr><td>Revenue</td><td>$999,900</td></tr></table>",
            "<table bgcolor=navy><tr><td style='color:#000080'>" + GHOST + "</td></tr></table>",
            "<details style='display:none' open>" + GHOST + "</details>"));
  }

  /** Letters as tag characters, which no font shows and some readers take for text. */
  private static String tags(String text) {
    StringBuilder made = new StringBuilder();
    text.chars().forEach(c -> made.appendCodePoint(0xE0000 + c));
    return made.toString();
  }

  private static void changesNothing(String mark, String hidden) {
    String style = "<html><head><style>.ghost { display: none }</style></head>";
    String bare = RELEASE.replace("<html>", style);
    Filing without = Readings.read(bare.replace(BLOCK, "").replace(WORDS, ""));
    List<List<String>> facts = facts(without);
    assertThat(facts).hasSizeGreaterThanOrEqualTo(2);
    int from = bare.indexOf(mark);
    while (from >= 0) {
      String page = bare.substring(0, from) + hidden + bare.substring(from + 1);
      Filing with = Readings.read(page.replace(BLOCK, "").replace(WORDS, ""));

      assertThat(Readings.lines(with)).as(page).isEqualTo(Readings.lines(without));
      assertThat(facts(with)).as(page).isEqualTo(facts);
      from = bare.indexOf(mark, from + 1);
    }
  }

  private static List<List<String>> facts(Filing filing) {
    return FilingExtractor.extract(filing, ExtractionContext.NONE).facts().stream()
        .map(ReaderFaultsTest::said)
        .toList();
  }

  private static List<String> said(Fact fact) {
    return List.of(
        fact.metric().toString(),
        fact.value().toString(),
        fact.unit().toString(),
        fact.period().toString(),
        fact.checks().toString(),
        fact.passage().quote());
  }

  @ParameterizedTest
  @MethodSource("hiddenBlocks")
  void row24_hiddenBlockAnywhereBetweenBlocks_changesNeitherTextNorFacts(String hidden) {
    changesNothing(BLOCK, hidden);
  }

  @ParameterizedTest
  @MethodSource("hiddenAnywhere")
  void row24_hiddenWordsInAnyParagraphOrCell_changeNeitherTextNorFacts(String hidden) {
    changesNothing(WORDS, hidden);
  }

  // ---- row 25

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200D",
        "\u2060",
        "\uFEFF",
        "\u00AD",
        "\u202E",
        "\u2066",
        "\uDB40\uDC41"
      })
  void row25_characterWithoutInk_isStrippedAndItsPlaceIsKept(String mark) {
    String written = "Rev" + mark + "enue was $5" + mark + "12.4 million.";
    byte[] file = ("<html><p>" + written + "</p>").getBytes(StandardCharsets.UTF_8);
    Filing filing = Readings.read(file);

    assertThat(Readings.lines(filing)).containsExactly("Revenue was $512.4 million.");
    assertThat(behind(file, filing, "Revenue was $512.4 million.")).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"L\u0420KS", "LRK\u0405", "\uFF2CRKS", "LRKS\u200B", "\u202ELRKS"})
  void row25_lookAlikeLetterInATicker_isNoTicker(String symbol) {
    assertThat(Ticker.isValid(symbol)).isFalse();
    assertThat(Ticker.isValid("LRKS")).isTrue();
  }
}

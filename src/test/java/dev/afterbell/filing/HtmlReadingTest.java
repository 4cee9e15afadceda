package dev.afterbell.filing;

import static dev.afterbell.filing.Readings.lines;
import static dev.afterbell.filing.Readings.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReadingTest {

  private static Filing page(String body) {
    return read("<html><head><title>Larkspur  Q2</title></head><body>" + body + "</body></html>");
  }

  @Test
  void inlineElements_inAParagraph_joinAndBlocksSeparate() {
    Filing filing =
        page(
            "<p>Revenue <b>rose</b> <font size=2>by</font> <ix:nonFraction>12</ix:nonFraction>%.</p>tail");

    assertThat(lines(filing)).containsExactly("Revenue rose by 12%.", "tail");
    assertThat(filing.documents().get(0).description()).contains("Larkspur Q2");
    assertThat(filing.format()).isEqualTo(FilingFormat.HTML);
  }

  @Test
  void textBeforeAnOpenElement_isReadInOrder() {
    assertThat(
            lines(page("<div>one <span>two <i>three</i> four <b>five</b> six</span> seven</div>")))
        .containsExactly("one two three four five six seven");
  }

  @Test
  void entities_inText_mapToAllTheirBytes() {
    byte[] file =
        "<html><body><p>Profit&nbsp;&nbsp;of&#160;&#8220;US&#36;5&#8221; &amp; A&T &copy2026 &#x1F4C8; &mdash;</p>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(lines(read(file)))
        .containsExactly("Profit of \u201CUS$5\u201D & A&T \u00A92026 \uD83D\uDCC8 \u2014");
    assertThat(Readings.bytesBehind(file, "\u201CUS$5\u201D")).isEqualTo("&#8220;US&#36;5&#8221;");
    assertThat(Readings.bytesBehind(file, "Profit of")).isEqualTo("Profit&nbsp;&nbsp;of");
    assertThat(Readings.bytesBehind(file, "A&T")).isEqualTo("A&T");
    assertThat(Readings.bytesBehind(file, "\u00A92026")).isEqualTo("&copy2026");
    assertThat(Readings.bytesBehind(file, "\uD83D\uDCC8")).isEqualTo("&#x1F4C8;");
  }

  @Test
  void invisibleCharacters_areDroppedAndSpacesFold() {
    assertThat(
            lines(
                page(
                    "<p>Rev\u00ADenue\u200B \u202Ewas\u202C\u2003\u00A0\n 5\uFEFF \uDB40\uDC41\uDB40\uDC42million</p>")))
        .containsExactly("Revenue was 5 million");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='display:none'>GHOST</p>",
        "<p style='DISPLAY : none !important'>GHOST</p>",
        "<div hidden>GHOST</div>",
        "<p style='visibility:hidden'>GHOST</p>",
        "<p style='font-size:0'>GHOST</p>",
        "<p style='font-size:1px'>GHOST</p>",
        "<p style='font:0/0 a'>GHOST</p>",
        "<p style='opacity:0'>GHOST</p>",
        "<p style='color:#fff'>GHOST</p>",
        "<p style='color:white'>GHOST</p>",
        "<p style='color:rgb(250,250,250)'>GHOST</p>",
        "<p style='color:hsl(0,0%,100%)'>GHOST</p>",
        "<p style='color:rgba(0,0,0,0)'>GHOST</p>",
        "<p style='color:transparent'>GHOST</p>",
        "<p style='color:#ffffff00'>GHOST</p>",
        "<font color=white>GHOST</font>",
        "<font color='#FFFFFE'>GHOST</font>",
        "<table bgcolor=navy><tr><td>1</td><td style='color:#000080'>GHOST</td></tr></table>",
        "<p style='position:absolute;left:-9999px'>GHOST</p>",
        "<p style='text-indent:-999em'>GHOST</p>",
        "<div style='height:0;overflow:hidden'>GHOST</div>",
        "<div style='position:absolute;clip:rect(0,0,0,0)'>GHOST</div>",
        "<style>.x{display:none}</style><p class='y x'>GHOST</p>",
        "<style>/*a*/ div p, #q { color : #FFFFFF }</style><div><p>GHOST</p></div>",
        "<style>@media screen { .z { visibility: hidden } }</style><b class=z>GHOST</b>",
        "<ix:header><ix:hidden>GHOST</ix:hidden></ix:header>",
        "<ix:hidden>GHOST</ix:hidden>",
        "<script>var a = 'GHOST'</script>",
        "<noscript>GHOST</noscript>",
        "<template><p>GHOST</p></template>",
        "<!-- GHOST -->",
        "<iframe>GHOST</iframe>",
        "<svg><title>GHOST</title><text>GHOST</text></svg>",
        "<dialog>GHOST</dialog>",
        "<span style='display:none'><p style='display:block'>GHOST</p></span>",
        "<table><tr style='display:none'><td>GHOST</td><td>1</td></tr></table>"
      })
  void textOutOfSight_isKeptApart(String markup) {
    String html = "<html><body><p>Seen one.</p>" + markup + "<p>Seen two.</p></body></html>";
    byte[] file = html.getBytes(StandardCharsets.UTF_8);
    Filing filing = read(file);

    assertThat(filing.canonicalText()).doesNotContain("GHOST").contains("Seen one.", "Seen two.");
    assertThat(filing.hidden())
        .anySatisfy(
            span ->
                assertThat(new String(file, span.start(), span.length(), StandardCharsets.UTF_8))
                    .contains("GHOST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='color:#fff;background:#003366'>CLEAR</p>",
        "<table><tr bgcolor='#003366'><td><font color=white>CLEAR</font></td><td>1</td></tr></table>",
        "<div style='visibility:hidden'><p style='visibility:visible'>CLEAR</p></div>",
        "<div style='font-size:0'><span style='font-size:10pt'>CLEAR</span></div>",
        "<div style='background-image:url(a.png)'><p style='color:white'>CLEAR</p></div>",
        "<style>@media print { p { display:none } }</style><p>CLEAR</p>",
        "<style>p:hover { display:none } .a{display:none}</style><p class=ab>CLEAR</p>",
        "<p style='text-indent:-36pt;margin-left:36pt'>CLEAR</p>",
        "<p style='opacity:0.9;color:#777'>CLEAR</p>",
        "<details><summary>More</summary>CLEAR</details>",
        "<div style='overflow:hidden;height:12pt'>CLEAR</div>"
      })
  void textInSight_isRead(String markup) {
    assertThat(page("<p>x</p>" + markup).canonicalText()).contains("CLEAR");
  }

  @Test
  void tables_keepTheirGrid() {
    Filing filing =
        page(
            """
            <table>
             <tr><th></th><th colspan=4>Three months ended</th></tr>
             <tr><td rowspan="2">Revenue</td><td>$</td><td>5.0</td><td></td><td>4.0</td></tr>
             <tr><td colspan=2>6.0<br>net</td><td/><td>7.0</td></tr>
            </table>
            """);

    assertThat(lines(filing))
        .containsExactly(
            "| 1-4 Three months ended",
            "| 0 Revenue | 1 $ | 2 5.0 | 4 4.0",
            "| 1-2 6.0 net | 4 7.0",
            "---");
    Table table = (Table) filing.documents().get(0).blocks().get(0);
    assertThat(table.rows().get(0).cells().get(0).header()).isTrue();
    assertThat(table.rows().get(1).cells().get(0).header()).isFalse();
    assertThat(filing.canonicalText()).contains("Revenue\t$\t5.0\t4.0\n");
  }

  @Test
  void layoutTables_becomeParagraphs() {
    String prose = "The company sells garden tools to shops in the north and the west. ".repeat(4);
    Filing filing =
        page(
            "<table><tr><td><p>"
                + prose
                + "</p><p>Second.</p></td></tr></table>"
                + "<table><tr><td>&#8226;</td><td>First point of the list</td></tr>"
                + "<tr><td>&#8226;</td><td>Other point of the list</td></tr></table>"
                + "<table><tr><td><table><tr><td>Revenue</td><td>5</td></tr></table></td></tr></table>");

    assertThat(lines(filing))
        .containsExactly(
            prose.strip(),
            "Second.",
            "\u2022 First point of the list",
            "\u2022 Other point of the list",
            "| 0 Revenue | 1 5",
            "---");
  }

  @Test
  void textBetweenRows_isNotLost() {
    assertThat(
            lines(
                page(
                    "<table><tr><td>A</td><td>1</td></tr><p>stray</p><tr><td>B</td><td>2</td></tr></table>")))
        .contains("stray", "| 0 A | 1 1", "| 0 B | 1 2");
  }

  @Test
  void headings_areMarked() {
    assertThat(
            lines(
                page(
                    "<h2>Outlook</h2><p><b>Second quarter</b></p><p>BALANCE SHEET</p><p><b>Note</b> that</p>"
                        + "<div style='font-weight:700'>Results</div>")))
        .containsExactly(
            "# Outlook", "# Second quarter", "# BALANCE SHEET", "Note that", "# Results");
  }

  @Test
  void lineBreaks_endAParagraphOnlyWhereAThoughtEnds() {
    assertThat(
            lines(
                page(
                    "<p>Revenue rose<br>by half.<br>Costs fell<br><br>in all<br><b>Outlook</b><br>Good</p>")))
        .containsExactly("Revenue rose by half.", "Costs fell", "in all Outlook Good");
  }

  @Test
  void footnoteMarks_doNotRunIntoNumbers() {
    assertThat(
            lines(
                page(
                    "<p>EPS of $2.23<sup>1</sup> and $4<span style='position:relative;top:-3pt'>(2)</span>"
                        + " on the 1<sup>st</sup></p>")))
        .containsExactly("EPS of $2.23 1 and $4 (2) on the 1st");
  }

  @Test
  void preformattedText_isReadByItsColumns() {
    Filing filing =
        page(
            "<pre>\nSales                   1,204      1,372\nCosts &amp; fees              86          5\n</pre>after");

    assertThat(lines(filing))
        .containsExactly(
            "| 0 Sales | 1 1,204 | 2 1,372", "| 0 Costs & fees | 1 86 | 2 5", "---", "after");
  }

  @Test
  void selfClosedCellsAndUnclosedTags_areReadAsBrowsersDo() {
    assertThat(
            lines(
                page(
                    "<table><tr><td style='width:1%'/><td>Sales<td>5<tr><td><p>Costs<td>6</table><p>end<p>of page")))
        .containsExactly("| 1 Sales | 2 5", "| 0 Costs | 1 6", "---", "end", "of page");
  }

  @Test
  void wordsInLineEnds_areKeptApart() {
    byte[] file = "<html><body><p>net\r\nincome\nof 5</p>".getBytes(StandardCharsets.UTF_8);

    assertThat(lines(read(file))).containsExactly("net income of 5");
    assertThat(Readings.bytesBehind(file, "net income")).isEqualTo("net\r\nincome");
  }
}

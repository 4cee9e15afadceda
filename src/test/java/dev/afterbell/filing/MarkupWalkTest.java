package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a page straight from its source says what reading the tree of a full parser says. */
class MarkupWalkTest {

  private static final List<String> PARTS =
      List.of(
          "<table>",
          "<tr>",
          "<td>",
          "<td colspan=3 ROWSPAN='2'>",
          "<th>",
          "<thead>",
          "<tbody>",
          "<col>",
          "<colgroup>",
          "</td>",
          "</tr>",
          "</tbody>",
          "</table>",
          "<p>",
          "<P CLASS=x STYLE=\"top:-3px;\nposition:relative\">",
          "</p>",
          "<div style='display:none'>",
          "<div>",
          "</div>",
          "<h1>",
          "</h2>",
          "<ul>",
          "<li>",
          "</li>",
          "</ul>",
          "<dt>",
          "<dd>",
          "<b>",
          "</b>",
          "<font color=white>",
          "</font>",
          "<a name=x>",
          "</a>",
          "<span class=x>",
          "<span hidden>",
          "</span>",
          "<ix:nonFraction name='a'>",
          "</ix:nonFraction>",
          "<sup>",
          "</sup>",
          "<br/>",
          "<hr>",
          "<pre>",
          "</pre>",
          "<title>a &amp; b</title>",
          "<style>.x{color:#fff}</style>",
          "<style>p .x{color:#fff}</style>",
          "<script>a<b</script>",
          "<meta a=b>",
          "<!-- c -->",
          "<!--c--!>",
          "<?xml x?>",
          "<html>",
          "<head>",
          "</head>",
          "<body>",
          "</body>",
          "</html>",
          "<select>",
          "<form>",
          "</form>",
          "<button class=x>",
          "</button>",
          "<input type=hidden>",
          "<svg>",
          "<svg/>",
          "<g>",
          "<path d='a'/>",
          "<path d=a/>",
          "<use/>",
          "</g>",
          "<style>.x{color:red}</style>",
          "<style>",
          "</style>",
          "<text>",
          "</text>",
          "<title>",
          "</title>",
          "</svg>",
          "&nbsp;",
          "&#8217;",
          "&#0;",
          "&amp",
          "&bogus;",
          "a&b;c",
          "< b",
          "\n",
          " ",
          "words",
          "1,372",
          "\u00E9",
          "\u4E2D",
          "\uD83D\uDCC8");

  /** All that reading a page gives. */
  private record Said(HtmlReader.Page page, List<ByteSpan> hidden) {}

  private static Optional<Said> fromSource(String page) {
    HiddenSpans hidden = new HiddenSpans();
    return MarkupWalk.read(bytes(page), hidden, new Allowance())
        .map(said -> new Said(said, hidden.all()));
  }

  private static Said fromTree(String page) {
    HiddenSpans hidden = new HiddenSpans();
    HtmlReader.Page said = TreeWalk.read(bytes(page), hidden, new Allowance());
    return new Said(said, hidden.all());
  }

  private static ByteText bytes(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return ByteText.decode(bytes, 0, bytes.length, "");
  }

  @Provide
  Arbitrary<String> pages() {
    Arbitrary<String> heads = Arbitraries.of("", "<!DOCTYPE html>", "<html><body>", "<p>Sales");
    Arbitrary<String> parts =
        Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(14).map(p -> String.join("", p));
    return heads.flatMap(head -> parts.map(part -> head + part));
  }

  @Property(tries = 3000)
  void anyPage_readFromItsSource_saysWhatItsTreeSays(@ForAll("pages") String page) {
    fromSource(page).ifPresent(said -> assertThat(said).isEqualTo(fromTree(page)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales rose.<p>They fell.",
        "<?xml version='1.0'?><!-- made --><html><head><title>A &amp; B</title></head><body>x",
        "<!DOCTYPE html><p>over<table><tr><td>1</table>",
        "<p>over<table><tr><td>1</table>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/\"><p>a<table></table></p>",
        "<table><td>Sales<td>5<tr><td><b>Cost<td>4</table>after",
        "<table><thead><tr><th>Year</thead><col><tr><td>1</td></tbody></table></td>",
        "<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</table>",
        "<ul><li>one<li>two<div><li>three</ul></li><dl><dt>a<dd>b<dt>c</dl>",
        "<h1>Sales<h2>Cost</h1></h3><div><span>a</div>b</span>",
        "z</p>a</p><p>b<div>c</p>d<hr>e<br/>f",
        "<p>2.23<sup>1</sup> <b><i>x</i></b> <font><span>y</font>z</span>",
        "<head><style>.n{display:none}</style><body>a<i class=n>b</i><p style=color:white>c",
        "<script>if (a < b && b > c) '</p>'</script>a&#8217;s &nbsp; 5 < 6 &frac12; &bogus; &lt",
        "<pre>a  b\n c &amp; d</pre><title>not one</title></body> </html>\n<!-- end -->",
        "<body bgcolor=#FFFFFF text='#000000'><font color=FFFFFF>a</font><span hidden>b</span>",
        "<p><b>bold<p>bold still</b> and not",
        "<div><i>a<font color=white>b</div>c<ix:x>d</ix:x><span>e</span></font>f",
        "<td>no cell</td><tr><tbody><col>",
        "<p><b><i><u><s><b><i><u><s><b><i><u><s><b><i>a<p>b<p>c</i>d</i></b>e",
        "<table><tr><td><b>a<td>b<td><sup><i>1</sup>2</table>c",
        "<p>a<form action='/find'>b<input name=q><p>c</form>d<form>e</form>",
        "<b>a<button type=submit><span>b</span><br>c</button></b>d",
        "<p><i>a<svg viewBox='0 0 1 1'><title>Net &amp; gross</title><style>.a{fill:red}</style><g><path d='M1'/></g><use/></svg>b",
        "<a href=x><svg><text x=1>5<tspan>6</tspan></text><desc>c</desc><svg></svg></svg> d</a>"
      })
  void pageWithTagsThatNest_isReadFromItsSource_asFromItsTree(String page) {
    assertThat(fromSource(page)).contains(fromTree(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b><p>a</b>b",
        "<table>words<tr><td>1</table>",
        "<table><tr><td>1</td></th>&nbsp;</table>",
        "<a href=x>a<a href=y>b",
        "<form>a<div></form>b</div>",
        "<form>a<form>b",
        "<button>a<button>b",
        "<button><p>a",
        "<svg/>a",
        "<svg><path d=a/></svg>",
        "<svg><td>a",
        "<svg><title><b>a",
        "<svg><g></svg>",
        "<table><svg>",
        "<p>a</body>b",
        "a<body>b",
        "a<html class=x>b",
        "<style>p b{display:none}</style>a",
        "<p>&#0;",
        "<p>a\0b",
        "<p a=\"b",
        "<!-- a",
        "<title>a",
        "</p a=b>"
      })
  void pageThatAParserHasToMend_isLeftToTheTree(String page) {
    assertThat(fromSource(page)).isEmpty();
  }

  @Test
  void pageThatIsLeftToTheTree_hidesNothingAndTakesNothing() {
    HiddenSpans hidden = new HiddenSpans();
    Allowance allowance = new Allowance();
    String page = "<p hidden>a</p>" + "<p>b</p>".repeat(10) + "<select>";

    assertThat(MarkupWalk.read(bytes(page), hidden, allowance)).isEmpty();
    assertThat(hidden.all()).isEmpty();
  }
}

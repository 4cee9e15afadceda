package dev.afterbell.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The public method, as every page links to it: {@code docs/method.md} of this very build. */
public final class MethodPage {

  private static final String RESOURCE = "method.md";

  /** A link to another document of the project, which is not served. */
  private static final Pattern LOCAL_LINK = Pattern.compile("\\[([^\\]]+)]\\((?!https?:)[^)]+\\)");

  private MethodPage() {}

  /** As it is written. */
  public static String markdown() {
    try (InputStream in = MethodPage.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unlinked() {
    return LOCAL_LINK.matcher(markdown()).replaceAll("$1");
  }

  /** As a page. */
  public static String html() {
    List<Extension> tables = List.of(TablesExtension.create());
    String body =
        HtmlRenderer.builder()
            .extensions(tables)
            .escapeHtml(true)
            .build()
            .render(Parser.builder().extensions(tables).build().parse(unlinked()));
    Html html = new Html();
    PageFrame.open(html, "Afterbell: method");
    html.raw("<article class=\"method\">").raw(body).raw("</article>");
    PageFrame.close(html);
    return html.toString();
  }
}

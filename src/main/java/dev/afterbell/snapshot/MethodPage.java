package dev.afterbell.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The public method, as every page links to it: {@code docs/method.md} of this very build. */
public final class MethodPage {

  private static final String RESOURCE = "method.md";

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

  /** As a page. */
  public static String html() {
    List<Extension> tables = List.of(TablesExtension.create());
    String body =
        HtmlRenderer.builder()
            .extensions(tables)
            .escapeHtml(true)
            .build()
            .render(Parser.builder().extensions(tables).build().parse(markdown()));
    Html html = new Html();
    PageFrame.open(html, "Afterbell: method");
    html.raw("<article class=\"method\">").raw(body).raw("</article>");
    PageFrame.close(html);
    return html.toString();
  }
}

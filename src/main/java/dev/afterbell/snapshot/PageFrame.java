package dev.afterbell.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Head and foot that all pages share. */
final class PageFrame {

  private static final String STYLE = style();

  private PageFrame() {}

  static void open(Html html, String title) {
    html.raw(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .text(title)
        .raw(
            "</title><style>"
                + STYLE
                + "</style></head><body><a class=\"skip\" href=\"#main\">Skip to content</a><main id=\"main\">");
  }

  static void close(Html html) {
    html.raw("</main></body></html>\n");
  }

  private static String style() {
    try (InputStream in = PageFrame.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("Missing resource page.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

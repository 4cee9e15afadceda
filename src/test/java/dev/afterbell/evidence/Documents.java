package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.JsonArticle;
import dev.afterbell.filing.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Documents for tests: written in place, or the sample issuer's. */
final class Documents {

  private Documents() {}

  /** A document as its text. */
  static Filing of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Filing of(byte[] bytes) {
    Reading reading = new FilingReader().read(bytes);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).filing();
  }

  /** An article of a title and a body. */
  static Filing article(String title, String body) {
    byte[] bytes =
        JsonTree.object()
            .put("title", title)
            .put("body", body)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return ((JsonArticle.Outcome.Read) JsonArticle.read(bytes)).filing();
  }

  /** A file of the sample issuers. */
  static byte[] sample(String path) {
    try {
      return Files.readAllBytes(Path.of("infra/sample").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a span, as UTF-8. */
  static String bytes(byte[] document, ByteSpan span) {
    return new String(
        Arrays.copyOfRange(document, span.start(), span.end()), StandardCharsets.UTF_8);
  }
}

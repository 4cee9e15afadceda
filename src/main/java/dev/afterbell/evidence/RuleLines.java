package dev.afterbell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of this package's resource files of rules. */
final class RuleLines {

  private RuleLines() {}

  /**
   * Every line, comments among them, so that a fault can be told by its line number.
   *
   * @throws IllegalStateException if the build lacks the file
   */
  static List<String> all(String file) {
    try (InputStream in = RuleLines.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that hold something: neither blank nor a comment, which begins with {@code #}. */
  static List<String> of(String file) {
    return all(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
  }
}

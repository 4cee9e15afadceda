package dev.afterbell.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Word lists of this package: one entry a line, comments from {@code #} on. */
final class Words {

  private Words() {}

  /** The entries of a list, in file order. */
  static List<String> lines(String name) {
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource missing from the build: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("(^|\\s)#.*$", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of a list, without order. */
  static Set<String> set(String name) {
    return lines(name).stream().collect(Collectors.toUnmodifiableSet());
  }
}

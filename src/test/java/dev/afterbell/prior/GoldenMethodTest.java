package dev.afterbell.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The golden file of the method. A line that differs is another method: give it a new version and
 * keep this file (docs/decisions/0012-method-version.md).
 */
class GoldenMethodTest {

  @Test
  void goldenValues_onThisRuntime_areThoseOfTheFile() throws IOException {
    try (InputStream golden = GoldenMethodTest.class.getResourceAsStream("golden-m1.txt")) {
      assertThat(GoldenMethod.lines())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }
}

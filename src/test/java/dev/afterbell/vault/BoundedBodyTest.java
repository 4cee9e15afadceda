package dev.afterbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100})
  void body_upToTheCap_isWhole(int length) throws IOException {
    assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[length]), 100))
        .isInstanceOfSatisfying(
            BoundedBody.Whole.class, w -> assertThat(w.bytes()).hasSize(length));
  }

  @Test
  void body_oneByteBeyondTheCap_isOver() throws IOException {
    assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[101]), 100))
        .isEqualTo(new BoundedBody.Over(101));
  }

  @Test
  void endlessBody_isLeftSoonAfterTheCap() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThat(BoundedBody.read(endless, 1_000_000))
        .isInstanceOfSatisfying(
            BoundedBody.Over.class, o -> assertThat(o.bytesSeen()).isLessThan(1_100_000));
  }

  @Test
  void failingBody_failsTheRead() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };

    assertThatThrownBy(() -> BoundedBody.read(failing, 10)).isInstanceOf(IOException.class);
  }
}

package dev.afterbell.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder that people drop files into. */
@Timeout(20)
@SuppressWarnings("try") // the folder works by itself until it is closed
class DropFolderTest {

  private final BlockingQueue<String> uploads = new LinkedBlockingQueue<>();

  @Test
  void file_dropped_uploadedOnceUnderItsKey(@TempDir Path folder) throws Exception {
    Path issuer = Files.createDirectories(folder.resolve("ACME"));
    try (DropFolder ignored = watch(folder)) {
      Files.writeString(issuer.resolve("release.htm"), "<p>x</p>");

      assertThat(uploads.poll(10, TimeUnit.SECONDS)).isEqualTo("inbox/ACME/release.htm <p>x</p>");
      assertThat(uploads.poll(3L * DropFolder.LOOK_MILLIS, TimeUnit.MILLISECONDS))
          .as("a second upload")
          .isNull();
    }
  }

  @Test
  void file_changed_uploadedAgain(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("ACME")).resolve("a.txt");
    try (DropFolder ignored = watch(folder)) {
      Files.writeString(file, "one");
      assertThat(uploads.poll(10, TimeUnit.SECONDS)).endsWith("one");

      Files.writeString(file, "three");
      assertThat(uploads.poll(10, TimeUnit.SECONDS)).endsWith("three");
    }
  }

  @Test
  void sideCar_besideItsFile_goesFirst(@TempDir Path folder) throws Exception {
    Path issuer = Files.createDirectories(folder.resolve("ACME"));
    Files.writeString(issuer.resolve("a.htm"), "x");
    Files.writeString(issuer.resolve("a.htm.meta.json"), "{}");

    try (DropFolder ignored = watch(folder)) {
      assertThat(uploads.poll(10, TimeUnit.SECONDS)).startsWith("inbox/ACME/a.htm.meta.json");
      assertThat(uploads.poll(10, TimeUnit.SECONDS)).startsWith("inbox/ACME/a.htm ");
    }
  }

  private DropFolder watch(Path folder) {
    return new DropFolder(
        folder, (key, file) -> uploads.add(key + " " + Files.readString(file)), line -> {});
  }
}

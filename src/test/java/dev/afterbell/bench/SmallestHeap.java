package dev.afterbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The memory that reading to text needs, as the smallest heap in which it succeeds within half a
 * minute: garbage that a collector has not taken yet is not counted, whatever the collector. Each
 * try is a process of its own.
 */
final class SmallestHeap {

  private static final int STEP_BYTES = 2_500_000;
  private static final int HEAP_BYTES_MAX = 600_000_000;
  private static final int IDLE_BYTES = 1_000;
  private static final int SECONDS_MAX = 30;

  private SmallestHeap() {}

  /** Reads the file that is named, in this process. */
  public static void main(String[] arguments) throws IOException {
    ReadingMeasure.text(Files.readAllBytes(Path.of(arguments[0])));
    System.exit(0);
  }

  /** Heap for a document above that for one of a few words, in bytes. */
  static double aboveIdle(Shape shape, int bytes) throws IOException, InterruptedException {
    return smallest(shape.document(bytes)) - smallest(shape.document(IDLE_BYTES));
  }

  private static double smallest(byte[] document) throws IOException, InterruptedException {
    Path file = Files.createTempFile("measure", ".document");
    try {
      Files.write(file, document);
      int low = 1;
      int high = HEAP_BYTES_MAX / STEP_BYTES;
      while (low < high) {
        int middle = (low + high) / 2;
        if (succeeds(file, (long) middle * STEP_BYTES)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return (double) low * STEP_BYTES;
    } finally {
      Files.delete(file);
    }
  }

  private static boolean succeeds(Path file, long heapBytes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx" + heapBytes / 1024 + "k",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallestHeap.class.getName(),
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}

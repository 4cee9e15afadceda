package dev.afterbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The memory that reading to text needs, as the smallest heap in which it succeeds: garbage that a
 * collector has not taken yet is not counted, whatever the collector. Each try is a process of its
 * own; a search halves what is left until a quarter of the document's size is, which takes six
 * tries.
 */
final class SmallestHeap {

  private static final int QUARTERS_MAX = 64;
  private static final int IDLE_STEP_BYTES = 1_000_000;
  private static final int IDLE_STEPS_MAX = 16;
  private static final int IDLE_DOCUMENT_BYTES = 1_000;

  private static final int POLL_MILLIS = 100;

  /** A try that works longer than this on a document of 25 MB only collects garbage. */
  private static final int SECONDS_MAX = 20;

  private final long idleBytes;

  /** A way to tell whether so many steps of memory are enough. */
  private interface Try {
    boolean succeeds(int steps) throws IOException, InterruptedException;
  }

  private SmallestHeap(long idleBytes) {
    this.idleBytes = idleBytes;
  }

  /** Reads the file that is named, in this process. */
  public static void main(String[] arguments) throws IOException {
    ReadingMeasure.text(Files.readAllBytes(Path.of(arguments[0])));
    System.exit(0);
  }

  /** Measures what a process needs for a document of a few words. */
  static SmallestHeap measureIdle() throws IOException, InterruptedException {
    Path file = Files.createTempFile("measure", ".document");
    try {
      Files.write(file, Shape.NORMAL.document(IDLE_DOCUMENT_BYTES));
      int steps = smallest(IDLE_STEPS_MAX, step -> succeeds(file, (long) step * IDLE_STEP_BYTES));
      return new SmallestHeap((long) steps * IDLE_STEP_BYTES);
    } finally {
      Files.delete(file);
    }
  }

  /** Heap for a document above that for one of a few words, for each byte of the document. */
  double aboveIdlePerByte(Shape shape, int bytes) throws IOException, InterruptedException {
    Path file = Files.createTempFile("measure", ".document");
    try {
      Files.write(file, shape.document(bytes));
      int quarters =
          smallest(QUARTERS_MAX, step -> succeeds(file, idleBytes + (long) step * bytes / 4));
      return quarters / 4.0;
    } finally {
      Files.delete(file);
    }
  }

  /** The smallest number of steps that succeeds; {@code most} if none below it does. */
  private static int smallest(int most, Try enough) throws IOException, InterruptedException {
    int low = 1;
    int high = most;
    while (low < high) {
      // Most documents need little: the first tries are made where the answer is likely.
      int middle = high == most ? Math.min(low + most / 4, (low + high) / 2) : (low + high) / 2;
      if (enough.succeeds(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      Optional<Duration> cpu = process.info().totalCpuDuration();
      if (cpu.isPresent() && cpu.get().toSeconds() > SECONDS_MAX) {
        process.destroyForcibly();
        return false;
      }
    }
    return process.exitValue() == 0;
  }
}

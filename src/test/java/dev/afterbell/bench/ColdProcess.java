package dev.afterbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that is started, does one thing and ends. */
final class ColdProcess {

  /** Where Linux keeps the CPU time of the children that have ended. */
  private static final Path OWN_STATE = Path.of("/proc/self/stat");

  /** Fields 16 and 17 of that file, counted from the one after the name, in clock ticks. */
  private static final int CHILD_USER_FIELD = 13;

  private static final int CHILD_SYSTEM_FIELD = 14;
  private static final double MILLIS_PER_TICK = 10;

  private ColdProcess() {}

  /** Whether a command with a page as its last argument can be run and ends well. */
  static boolean canRun(List<String> command, Path page) throws InterruptedException {
    try {
      return start(command, page).waitFor() == 0;
    } catch (IOException e) {
      // No such program: what the caller asks.
      return false;
    }
  }

  /** Runs it once. */
  static Samples.Time time(List<String> command, Path page)
      throws IOException, InterruptedException {
    double cpu = childrenMillis();
    long wall = System.nanoTime();
    int exit = start(command, page).waitFor();
    double wallMillis = (System.nanoTime() - wall) / 1e6;
    if (exit != 0) {
      throw new IOException(command.get(0) + " ended with " + exit);
    }
    return new Samples.Time(wallMillis, childrenMillis() - cpu);
  }

  private static Process start(List<String> command, Path page) throws IOException {
    List<String> whole = new ArrayList<>(command);
    whole.add(page.toString());
    return new ProcessBuilder(whole)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** CPU time of the children that have ended, in milliseconds; not known but on Linux. */
  private static double childrenMillis() throws IOException {
    if (!Files.isReadable(OWN_STATE)) {
      return Double.NaN;
    }
    String state = Files.readString(OWN_STATE);
    String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ");
    return MILLIS_PER_TICK
        * (Long.parseLong(fields[CHILD_USER_FIELD]) + Long.parseLong(fields[CHILD_SYSTEM_FIELD]));
  }
}

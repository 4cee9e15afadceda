package dev.afterbell.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Scores every document of a corpus folder with known answers and prints the table and every miss.
 * The folder is the first argument, or the system property {@code afterbell.corpus}.
 */
public final class AccuracyReport {

  private AccuracyReport() {}

  /** Prints the report on standard output. */
  public static void main(String[] args) throws IOException {
    Path corpus = Paths.get(args.length > 0 ? args[0] : System.getProperty("afterbell.corpus", ""));
    System.out.println(Accuracy.measure(corpus).markdown());
  }
}

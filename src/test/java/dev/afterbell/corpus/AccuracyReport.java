package dev.afterbell.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Scores every document of a corpus folder with known answers and prints the table and every miss.
 * The folder is the first argument, or the system property {@code afterbell.corpus}.
 */
public final class AccuracyReport {

  private AccuracyReport() {}

  /** Prints the report on standard output; one line on standard error where there is no corpus. */
  public static void main(String[] args) throws IOException {
    Path corpus = Paths.get(args.length > 0 ? args[0] : System.getProperty("afterbell.corpus", ""));
    if (!Files.isDirectory(corpus.resolve("truth"))) {
      System.err.println(
          "No corpus with a folder of answers, truth, at " + corpus.toAbsolutePath());
      System.exit(2);
    }
    System.out.println(Accuracy.measure(corpus).markdown());
  }
}

package dev.afterbell.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The labelled sentences of {@code tone-labelled.csv}; every third is held out. */
final class ToneLabels {

  private static final Path FILE =
      Path.of("src/test/resources/dev/afterbell/evidence/tone-labelled.csv");
  private static final int COLUMNS = 5;
  private static final int HELD_OUT = 3;
  private static final int CLASSES = 3;

  private ToneLabels() {}

  /**
   * A sentence and what it was taken for: 1 good, 0 neutral, −1 bad.
   *
   * @param row its place among the sentences, from 1
   * @param first the label given while writing
   * @param second the label given later, shuffled and without sight of the first
   * @param label the settled one
   */
  record Labelled(int row, String industry, int first, int second, int label, String sentence) {

    boolean heldOut() {
      return row % HELD_OUT == 0;
    }

    int read() {
      return Integer.signum(ToneReader.sentence(sentence));
    }
  }

  static List<Labelled> all() {
    List<Labelled> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (!line.startsWith("#")) {
          String[] f = line.split("\\|", COLUMNS);
          all.add(
              new Labelled(
                  all.size() + 1,
                  f[0],
                  Integer.parseInt(f[1]),
                  Integer.parseInt(f[2]),
                  Integer.parseInt(f[3]),
                  f[4]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  static List<Labelled> heldOut() {
    return all().stream().filter(Labelled::heldOut).toList();
  }

  static List<Labelled> development() {
    return all().stream().filter(l -> !l.heldOut()).toList();
  }

  /** Which labels went with which: rows by the one, columns by the other, from −1 to 1. */
  static int[][] table(
      List<Labelled> sentences, ToIntFunction<Labelled> one, ToIntFunction<Labelled> other) {
    int[][] table = new int[CLASSES][CLASSES];
    for (Labelled l : sentences) {
      table[one.applyAsInt(l) + 1][other.applyAsInt(l) + 1]++;
    }
    return table;
  }

  /** The share on the diagonal. */
  static double agreement(int[][] table) {
    int same = 0;
    for (int i = 0; i < CLASSES; i++) {
      same += table[i][i];
    }
    return same / (double) total(table);
  }

  /** Cohen's kappa: the agreement beyond that of chance. */
  static double kappa(int[][] table) {
    double chance = 0;
    double n = total(table);
    for (int i = 0; i < CLASSES; i++) {
      chance += row(table, i) / n * (column(table, i) / n);
    }
    return (agreement(table) - chance) / (1 - chance);
  }

  /** The mean over the three labels of the harmonic mean of precision and recall. */
  static double macroF1(int[][] table) {
    double sum = 0;
    for (int i = 0; i < CLASSES; i++) {
      sum += 2.0 * table[i][i] / (row(table, i) + column(table, i));
    }
    return sum / CLASSES;
  }

  /** How many good sentences were read as bad, and bad ones as good. */
  static int wrongSign(int[][] table) {
    return table[0][CLASSES - 1] + table[CLASSES - 1][0];
  }

  private static int total(int[][] table) {
    int n = 0;
    for (int i = 0; i < CLASSES; i++) {
      n += row(table, i);
    }
    return n;
  }

  private static int row(int[][] table, int i) {
    int n = 0;
    for (int j = 0; j < CLASSES; j++) {
      n += table[i][j];
    }
    return n;
  }

  private static int column(int[][] table, int i) {
    int n = 0;
    for (int j = 0; j < CLASSES; j++) {
      n += table[j][i];
    }
    return n;
  }
}

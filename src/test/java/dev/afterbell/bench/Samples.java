package dev.afterbell.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of one quantity, run by run. */
final class Samples {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Double> values = new ArrayList<>();

  /** Wall and CPU time of one piece of work, in milliseconds. */
  record Time(double wall, double cpu) {

    /** Does the work once. */
    static Time of(Runnable work) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      work.run();
      return new Time(
          (System.nanoTime() - wall) / 1e6, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
    }
  }

  void add(double value) {
    values.add(value);
  }

  double median() {
    return quantile(0.5);
  }

  /** Half of the values lie between these two. */
  String spread() {
    return number(quantile(0.25)) + "\u2013" + number(quantile(0.75));
  }

  private double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  /** As it is printed: three figures that count. */
  static String number(double value) {
    String form = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, form, value);
  }

  /** The quantity as JSON. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"runs\":%d,\"median\":%s,\"q1\":%s,\"q3\":%s}",
        values.size(),
        number(median()),
        number(quantile(0.25)),
        number(quantile(0.75)));
  }
}

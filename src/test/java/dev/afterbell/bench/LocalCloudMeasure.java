package dev.afterbell.bench;

import dev.afterbell.cloud.Export;
import dev.afterbell.cloud.LocalCloud;
import dev.afterbell.cloud.LocalCloudSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Start-up, memory and size of function packages, as a Markdown table. All packages are measured in
 * one run, one start of each in turn, so that their ratio can be trusted where their values cannot.
 *
 * <p>Arguments: {@code NAME=function.zip ...} and then, after {@code --}, a ticker and the files to
 * drop for it in order, the largest last; memory is the peak resident set of the ingest process
 * after all were read (Linux only). System properties: {@code afterbell.build} (where S3Mock is,
 * default {@code target}) and {@code runs} (default 11).
 */
public final class LocalCloudMeasure {

  private static final Duration DRAIN_MAX = Duration.ofMinutes(5);

  private final int runs = Integer.getInteger("runs", 11);
  private final Path build = Path.of(System.getProperty("afterbell.build", "target"));
  private final Map<String, Path> packages = new LinkedHashMap<>();
  private final Map<String, LocalCloud> clouds = new LinkedHashMap<>();
  private final List<String> drops = new ArrayList<>();

  private LocalCloudMeasure(String[] arguments) {
    boolean dropped = false;
    for (String argument : arguments) {
      if (argument.equals("--")) {
        dropped = true;
      } else if (dropped) {
        drops.add(argument);
      } else {
        packages.put(argument.split("=", 2)[0], Path.of(argument.split("=", 2)[1]));
      }
    }
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].indexOf('=') < 1) {
      System.err.println("usage: LocalCloudMeasure NAME=function.zip ... [-- TICKER FILE ...]");
      System.exit(2);
    }
    LocalCloudMeasure measure = new LocalCloudMeasure(arguments);
    try {
      measure.start();
      System.out.print(measure.table(measure.firstPolls()));
    } finally {
      measure.clouds.values().forEach(LocalCloud::close);
    }
    System.exit(0);
  }

  private void start() {
    packages.forEach(
        (name, zip) ->
            clouds.put(
                name,
                LocalCloud.start(
                    LocalCloudSettings.of(build, Instant.parse("2026-01-02T14:00:00Z"))
                        .withFunctionZip(zip)
                        .withDirectory(build.resolve("measure-" + name)))));
  }

  /** Times from process start to first poll in milliseconds, sorted, by package and export. */
  private Map<String, Map<Export, List<Double>>> firstPolls() {
    Map<String, Map<Export, List<Double>>> times = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (Export export : Export.values()) {
        clouds.forEach(
            (name, cloud) ->
                times
                    .computeIfAbsent(name, n -> new EnumMap<>(Export.class))
                    .computeIfAbsent(export, e -> new ArrayList<>())
                    .add(cloud.firstPoll(export).toNanos() / 1e6));
      }
    }
    times.values().forEach(byExport -> byExport.values().forEach(list -> list.sort(null)));
    return times;
  }

  private String table(Map<String, Map<Export, List<Double>>> times)
      throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder();
    table
        .append("| package | zip, MB | first poll, median of ")
        .append(runs)
        .append(", ms: ingest | refresh | snapshot |");
    table.append(drops.isEmpty() ? "" : " ingest, peak memory after reading, MB |").append('\n');
    table.append("|---|---|---|---|---|").append(drops.isEmpty() ? "" : "---|").append('\n');
    for (Map.Entry<String, LocalCloud> entry : clouds.entrySet()) {
      String name = entry.getKey();
      table
          .append("| ")
          .append(name)
          .append(" | ")
          .append(number(Files.size(packages.get(name)) / 1e6))
          .append(" |");
      for (Export export : Export.values()) {
        List<Double> sorted = times.get(name).get(export);
        table.append(' ').append(number(sorted.get(sorted.size() / 2))).append(" |");
      }
      if (!drops.isEmpty()) {
        table.append(' ').append(number(peakMegabytes(entry.getValue()))).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private double peakMegabytes(LocalCloud cloud) throws IOException, InterruptedException {
    for (String file : drops.subList(1, drops.size())) {
      cloud.put("inbox/" + drops.get(0) + "/" + Path.of(file).getFileName(), Path.of(file));
      if (!cloud.drain(DRAIN_MAX)) {
        throw new IllegalStateException(file + " was not read within " + DRAIN_MAX);
      }
    }
    if (!cloud.queue().deadLetters().isEmpty()) {
      throw new IllegalStateException("not everything was read: " + cloud.queue().deadLetters());
    }
    Path status = Path.of("/proc", Long.toString(cloud.function(Export.INGEST).pid()), "status");
    String peak =
        Files.readAllLines(status, StandardCharsets.US_ASCII).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(peak.replaceAll("\\D", "")) * 1024 / 1e6;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }
}

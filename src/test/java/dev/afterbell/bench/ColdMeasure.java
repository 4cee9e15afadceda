package dev.afterbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What one filing costs in a process of its own, from cold: {@code afterbell extract} against
 * CPython with lxml, which only turns the same page into text. Both sides run in turn; CPU time is
 * that of the whole process. Prints Markdown.
 *
 * <p>Arguments: an HTML page; without one, a release of 100 kB is made up. System properties:
 * {@code runs} (default 11), {@code python} (default {@code /usr/bin/python3}) and {@code
 * commands}, what stands before the page on our side, several divided by semicolons (default {@code
 * infra/bin/afterbell extract}). A side that cannot be run is named and left out.
 */
public final class ColdMeasure {

  private static final int MADE_UP_BYTES = 100_000;
  private static final int WARM_UP_RUNS = 1;

  /** The bars of docs/decisions/0014-cost-of-reading.md. */
  private static final int SMALL_BYTES_MAX = 50_000;

  private static final String BAR_SMALL = "\u2264 0.5";
  private static final String BAR_LARGE = "\u2264 0.5 aimed at, \u2264 1.5 held";
  private static final String TEXT_BY_LXML =
      "import sys, lxml.html\n"
          + "sys.stdout.write(lxml.html.parse(sys.argv[1]).getroot().text_content())";

  private final int runs = Integer.getInteger("runs", 11);
  private final Path page;

  private ColdMeasure(Path page) {
    this.page = page;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean madeUp = arguments.length == 0 || arguments[0].isBlank();
    Path page = madeUp ? Files.createTempFile("measure", ".htm") : Path.of(arguments[0]);
    try {
      if (madeUp) {
        Files.write(page, Shape.NORMAL.document(MADE_UP_BYTES));
      }
      new ColdMeasure(page).run();
    } finally {
      if (madeUp) {
        Files.delete(page);
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    List<String> lxml =
        List.of(System.getProperty("python", "/usr/bin/python3"), "-c", TEXT_BY_LXML);
    System.out.printf(
        "%s %s, %d processors, %d runs, a page of %,d bytes%n%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        runs,
        Files.size(page));
    System.out.println(
        "| # | ratio | wall, median | middle half | CPU, median | middle half | bar |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String command :
        System.getProperty("commands", "infra/bin/afterbell extract").split(";")) {
      String what = "one page, cold process, `" + command.strip() + "` / CPython with lxml to text";
      List<String> ours = Arrays.asList(command.strip().split("\\s+"));
      if (!ColdProcess.canRun(lxml, page)) {
        System.out.println(
            "| 6 | " + what + " | left out: no " + lxml.get(0) + " with lxml | | | | |");
      } else if (!ColdProcess.canRun(ours, page)) {
        System.out.println("| 6 | " + what + " | left out: it cannot be run here | | | | |");
      } else {
        compare(what, ours, lxml);
      }
    }
  }

  private void compare(String what, List<String> ours, List<String> theirs)
      throws IOException, InterruptedException {
    Samples wall = new Samples();
    Samples cpu = new Samples();
    Samples ourWall = new Samples();
    Samples theirWall = new Samples();
    for (int run = -WARM_UP_RUNS; run < runs; run++) {
      Samples.Time their = ColdProcess.time(theirs, page);
      Samples.Time our = ColdProcess.time(ours, page);
      if (run >= 0) {
        wall.add(our.wall() / their.wall());
        cpu.add(our.cpu() / their.cpu());
        ourWall.add(our.wall());
        theirWall.add(their.wall());
      }
    }
    String bar = Files.size(page) <= SMALL_BYTES_MAX ? BAR_SMALL : BAR_LARGE;
    String medians =
        Samples.number(ourWall.median()) + " / " + Samples.number(theirWall.median()) + " ms";
    System.out.println(
        String.join(
            " | ",
            "| 6",
            what + ", " + medians,
            Samples.number(wall.median()),
            wall.spread(),
            Samples.number(cpu.median()),
            cpu.spread(),
            bar + " |"));
  }
}

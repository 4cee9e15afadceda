package dev.afterbell.bench;

import dev.afterbell.evidence.ExtractionContext;
import dev.afterbell.evidence.FilingExtractor;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * What reading costs, as ratios whose two sides run in turn: throughput against a bare parser's,
 * how time grows with the document, and the memory it takes. Prints Markdown and then JSON.
 *
 * <p>Arguments: a folder of HTML releases for the throughput; without one, releases are made up.
 * System properties: {@code runs} (default 11) and {@code memory} (default true).
 */
public final class ReadingMeasure {

  private static final int SMALL_BYTES = 64 * 1024;
  private static final int TIMES = 8;
  private static final int WARM_UP_RUNS = 3;

  /** Until the compiler has settled, both sides of a throughput run several times slower. */
  private static final int THROUGHPUT_WARM_UP_RUNS = 40;

  private static final int MEMORY_BYTES = 25_000_000;

  private final int runs = Integer.getInteger("runs", 11);
  private final List<String> json = new ArrayList<>();

  private ReadingMeasure() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ReadingMeasure measure = new ReadingMeasure();
    List<byte[]> releases = releases(arguments);
    measure.begin();
    measure.throughput(releases, "text", ReadingMeasure::text, "\u2265 0.5");
    measure.throughput(
        releases, "evidence", ReadingMeasure::read, "\u2265 0.5 aimed at, \u2265 0.2 held");
    for (Shape shape : Shape.values()) {
      measure.growth(shape, "text", ReadingMeasure::text);
      measure.growth(shape, "evidence", ReadingMeasure::read);
    }
    if (Boolean.parseBoolean(System.getProperty("memory", "true"))) {
      SmallestHeap heap = SmallestHeap.measureIdle();
      for (Shape shape : Shape.values()) {
        double ratio = heap.aboveIdlePerByte(shape, MEMORY_BYTES);
        String what = "memory to text above idle / bytes, " + shape.title();
        boolean refused =
            new FilingReader().read(shape.document(MEMORY_BYTES)) instanceof Reading.Unusable;
        measure.row("7", refused ? what + ", refused" : what, ratio, "\u2264 6");
      }
    }
    measure.end();
  }

  /** From bytes to evidence, as ingest does it. */
  static void read(byte[] bytes) {
    if (new FilingReader().read(bytes) instanceof Reading.Read read) {
      FilingExtractor.extract(read.filing(), ExtractionContext.NONE);
    }
  }

  /** From bytes to paragraphs and tables, the first half of that. */
  static void text(byte[] bytes) {
    new FilingReader().read(bytes);
  }

  private static void parse(byte[] bytes) {
    try {
      Jsoup.parse(new ByteArrayInputStream(bytes), null, "").text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> releases(String[] arguments) throws IOException {
    List<byte[]> found = new ArrayList<>();
    if (arguments.length == 0 || arguments[0].isBlank()) {
      for (int i = 1; i <= 10; i++) {
        found.add(Shape.NORMAL.document(i * 20_000));
      }
      return found;
    }
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.html?")).sorted().toList()) {
        found.add(Files.readAllBytes(file));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("No .htm or .html below " + arguments[0]);
    }
    return found;
  }

  private void throughput(List<byte[]> releases, String goal, Consumer<byte[]> reader, String bar) {
    Samples wall = new Samples();
    Samples cpu = new Samples();
    Samples rate = new Samples();
    double megabytes = releases.stream().mapToInt(b -> b.length).sum() / 1e6;
    for (int run = -THROUGHPUT_WARM_UP_RUNS; run < runs; run++) {
      Samples.Time bare = Samples.Time.of(() -> releases.forEach(ReadingMeasure::parse));
      Samples.Time ours = Samples.Time.of(() -> releases.forEach(reader));
      if (run >= 0) {
        wall.add(bare.wall() / ours.wall());
        cpu.add(bare.cpu() / ours.cpu());
        rate.add(megabytes / ours.wall() * 1000);
      }
    }
    String what =
        "throughput, bytes to "
            + goal
            + " / bare Jsoup.parse, "
            + releases.size()
            + " releases of "
            + Samples.number(megabytes)
            + " MB, at "
            + Samples.number(rate.median())
            + " MB/s";
    row("5", what, wall, cpu, bar);
  }

  private void growth(Shape shape, String goal, Consumer<byte[]> reader) {
    byte[] small = shape.document(SMALL_BYTES);
    byte[] large = shape.document(TIMES * SMALL_BYTES);
    String what = "time(8n) / 8\u00B7time(n) to " + goal + ", " + shape.title();
    if (new FilingReader().read(large) instanceof Reading.Unusable refused) {
      refused(what, refused.reason());
      return;
    }
    Samples wall = new Samples();
    Samples cpu = new Samples();
    for (int run = -WARM_UP_RUNS; run < runs; run++) {
      Samples.Time eight =
          Samples.Time.of(
              () -> {
                for (int i = 0; i < TIMES; i++) {
                  reader.accept(small);
                }
              });
      Samples.Time one = Samples.Time.of(() -> reader.accept(large));
      if (run >= 0) {
        wall.add(one.wall() / eight.wall());
        cpu.add(one.cpu() / eight.cpu());
      }
    }
    row("8", what, wall, cpu, "\u2264 1.2");
  }

  /** A document that is not read has no time to compare. */
  private void refused(String what, Reading.Reason reason) {
    System.out.println("| 8 | " + what + " | refused: " + reason + " | | | | |");
    json.add("{\"ratio\":8,\"what\":\"%s\",\"refused\":\"%s\"}".formatted(what, reason));
  }

  private void row(String number, String what, Samples wall, Samples cpu, String bar) {
    System.out.println(
        String.join(
            " | ",
            "| " + number,
            what,
            Samples.number(wall.median()),
            wall.spread(),
            Samples.number(cpu.median()),
            cpu.spread(),
            bar + " |"));
    json.add(
        "{\"ratio\":%s,\"what\":\"%s\",\"wall\":%s,\"cpu\":%s}"
            .formatted(number, what, wall.json(), cpu.json()));
  }

  private void row(String number, String what, double ratio, String bar) {
    System.out.println(
        String.join(" | ", "| " + number, what, Samples.number(ratio), "", "", "", bar + " |"));
    json.add(
        "{\"ratio\":%s,\"what\":\"%s\",\"value\":%s}"
            .formatted(number, what, Samples.number(ratio)));
  }

  private String machine() {
    return "%s %s, %d processors, Java %s, %d runs"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            runs);
  }

  private void begin() {
    System.out.println(machine() + "\n");
    System.out.println(
        "| # | ratio | wall, median | middle half | CPU, median | middle half | bar |");
    System.out.println("|---|---|---|---|---|---|---|");
  }

  private void end() {
    System.out.printf(
        "%n{\"machine\":\"%s\",\"ratios\":[%n%s]}%n", machine(), String.join(",\n", json));
  }
}

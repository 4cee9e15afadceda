package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sample issuers, one folder for each ticker: drops their documents in the order of the dates in
 * their names, with the clock at each date's morning, then moves the clock to the day on which the
 * last snapshot is due.
 */
final class SampleIssuers {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String PROFILE = "issuer.json";
  private static final String SIDE_CAR = ".meta.json";
  private static final LocalTime MORNING = LocalTime.of(6, 35);
  private static final Duration DRAIN_MAX = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalCloud cloud;
  private final Path root;
  private final List<String> tickers;
  private final HttpClient client = HttpClient.newHttpClient();

  SampleIssuers(LocalCloud cloud, Path root) {
    this.cloud = cloud;
    this.root = root;
    this.tickers = folders(root);
  }

  private static List<String> folders(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(root)) {
      return children
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CloudFailure("Cannot read the sample folder " + root + ": " + e.getMessage(), e);
    }
  }

  /** The page to open first: the first sample issuer's latest snapshot, or the list of issuers. */
  URI firstPage() {
    return cloud
        .api()
        .resolve(tickers.isEmpty() ? "/v1/issuers" : "/v1/snapshots/" + tickers.get(0) + ".html");
  }

  /** Ingests all, moves to the last due date, prints each issuer's snapshot. */
  void show(Consumer<String> out) throws InterruptedException {
    if (tickers.isEmpty()) {
      out.accept("Sample     none at " + root + "; the table is empty");
      return;
    }
    for (Path document : documents()) {
      drop(document);
    }
    if (!cloud.drain(DRAIN_MAX)) {
      throw new CloudFailure(
          "The sample was not ingested within "
              + DRAIN_MAX.toSeconds()
              + " s; see "
              + cloud.api()
              + "/_local/status and the logs beside "
              + cloud.inbox());
    }
    out.accept(
        "Sample     "
            + String.join(", ", tickers)
            + " ingested, clock at "
            + cloud.clock().instant()
            + deadLetters());
    moveToDue(out);
    for (String ticker : tickers) {
      out.accept("");
      out.accept(get("/v1/snapshots/" + ticker, "text/markdown").body());
    }
  }

  private String deadLetters() {
    int dead = cloud.queue().deadLetters().size();
    return dead == 0 ? "" : ", " + dead + " of its messages failed: see /_local/status";
  }

  /** Profiles first, then by date, a side-car before its document; what has no date comes last. */
  List<Path> documents() {
    TreeMap<String, Path> ordered = new TreeMap<>();
    for (String ticker : tickers) {
      try (Stream<Path> files = Files.list(root.resolve(ticker))) {
        files.filter(Files::isRegularFile).forEach(f -> ordered.put(orderOf(f) + " " + f, f));
      } catch (IOException e) {
        throw new CloudFailure("Cannot read the sample of " + ticker + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(ordered.values());
  }

  private static String orderOf(Path file) {
    String name = file.getFileName().toString();
    if (name.equals(PROFILE)) {
      return "0";
    }
    return dateOf(file).map(d -> "1 " + d).orElse("2") + (name.endsWith(SIDE_CAR) ? " 0" : " 1");
  }

  private static Optional<LocalDate> dateOf(Path file) {
    Matcher date = DATE.matcher(file.getFileName().toString());
    try {
      return date.find() ? Optional.of(LocalDate.parse(date.group())) : Optional.empty();
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private void drop(Path document) throws InterruptedException {
    dateOf(document)
        .map(date -> date.atTime(MORNING).atZone(LocalScheduler.ZONE).toInstant())
        .filter(morning -> morning.isAfter(cloud.clock().instant()))
        .ifPresent(cloud.clock()::set);
    try {
      cloud.put("inbox/" + root.relativize(document).toString().replace('\\', '/'), document);
    } catch (IOException e) {
      throw new CloudFailure("Cannot read " + document + ": " + e.getMessage(), e);
    }
  }

  /** The last {@code due} instant that any issuer's events name. */
  private void moveToDue(Consumer<String> out) throws InterruptedException {
    List<Instant> due = new ArrayList<>();
    for (String ticker : tickers) {
      HttpResponse<String> events = get("/v1/issuers/" + ticker + "/events", "application/json");
      try {
        for (JsonNode value : JSON.readTree(events.body()).findValues("due")) {
          due.add(Instant.parse(value.asText()));
        }
      } catch (IOException | DateTimeParseException e) {
        throw new CloudFailure("The events of " + ticker + " cannot be read: " + events.body(), e);
      }
    }
    Optional<Instant> target =
        due.stream()
            .max(Comparator.naturalOrder())
            .filter(instant -> instant.isAfter(cloud.clock().instant()));
    if (target.isEmpty()) {
      out.accept("Refresh    nothing due");
      return;
    }
    try {
      int ticks = cloud.moveTo(target.get());
      out.accept(
          "Refresh    clock moved to "
              + target.get()
              + ", "
              + ticks
              + " scheduled runs on the way");
    } catch (FunctionFailed e) {
      throw new CloudFailure("refresh failed: " + e.getMessage(), e);
    }
  }

  private HttpResponse<String> get(String path, String accept) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.api().resolve(path))
            .header("Accept", accept)
            .timeout(Duration.ofSeconds(40))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new CloudFailure(
            "GET " + path + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new CloudFailure("GET " + path + " failed: " + e.getMessage(), e);
    }
  }
}

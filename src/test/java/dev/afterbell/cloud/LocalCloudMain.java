package dev.afterbell.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * What {@code mvn} alone runs: the local cloud with the sample issuers in it, at T+3, until
 * interrupted. System properties: {@code afterbell.port}, {@code afterbell.s3.port}, {@code
 * afterbell.dynamodb.port} (0 takes a free one), {@code afterbell.sample} (a folder with a folder
 * for each ticker), {@code afterbell.build} (the build's results).
 */
public final class LocalCloudMain {

  /** Before the first sample document; each document moves the clock to its own day. */
  private static final Instant START = Instant.parse("2026-01-02T14:00:00Z");

  private LocalCloudMain() {}

  /**
   * Starts, shows the sample, serves until interrupted; exit code 1 and one line when it cannot.
   */
  public static void main(String[] arguments) {
    long begun = System.nanoTime();
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    clearMark();
    try (LocalCloud cloud = LocalCloud.start(settings())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(interrupted, main), "stop"));
      exitWithParent();
      SampleIssuers sample =
          new SampleIssuers(cloud, Path.of(System.getProperty("afterbell.sample", "infra/sample")));
      sample.show(LocalCloudMain::say);
      sayWhere(cloud, sample.firstPage(), Duration.ofNanos(System.nanoTime() - begun));
      interrupted.await();
      say("Stopping.");
    } catch (CloudFailure e) {
      System.err.println("\nAfterbell: " + e.getMessage() + "\n");
      leaveMark();
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LocalCloudSettings settings() {
    Path build = Path.of(System.getProperty("afterbell.build", "target"));
    LocalCloudSettings.Ports ports =
        new LocalCloudSettings.Ports(
            port("afterbell.port", 8080),
            port("afterbell.s3.port", 0),
            port("afterbell.dynamodb.port", 0));
    return LocalCloudSettings.of(build, START).withPorts(ports).withProgress(LocalCloudMain::say);
  }

  /**
   * A file that lets the build end in one line instead of a stack trace of the plugin that started
   * this.
   */
  private static Path mark() {
    return Path.of(System.getProperty("afterbell.build", "target"), "local-cloud", "failed");
  }

  private static void clearMark() {
    try {
      Files.deleteIfExists(mark());
    } catch (IOException e) {
      System.err.println("Afterbell: cannot delete " + mark() + ": " + e.getMessage());
    }
  }

  private static void leaveMark() {
    try {
      Files.createDirectories(mark().getParent());
      Files.writeString(mark(), "");
    } catch (IOException e) {
      System.err.println("Afterbell: cannot write " + mark() + ": " + e.getMessage());
    }
  }

  private static int port(String property, int otherwise) {
    String text = System.getProperty(property, Integer.toString(otherwise));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new CloudFailure(property + " must be a port from 0 to 65535, not \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }

  /** Runs in the shutdown hook: lets main close everything, and waits for it. */
  private static void stop(CountDownLatch interrupted, Thread main) {
    interrupted.countDown();
    try {
      main.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Under mvn: an mvn that is killed must not leave the cloud behind. */
  private static void exitWithParent() {
    if (Boolean.getBoolean("afterbell.exitWithParent")) {
      ProcessHandle.current().parent().ifPresent(mvn -> mvn.onExit().thenRun(() -> System.exit(0)));
    }
  }

  private static void sayWhere(LocalCloud cloud, URI page, Duration took) {
    say("");
    say("Serving    " + page);
    say("Drop       a file into " + cloud.inbox() + "/TICKER/, or");
    say(
        "           AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1 \\");
    say(
        "           aws s3 cp FILE s3://"
            + LocalCloud.BUCKET
            + "/inbox/TICKER/ --endpoint-url "
            + cloud.s3Endpoint());
    say(
        "Clock      "
            + cloud.clock().instant()
            + "; curl -X POST '"
            + cloud.api()
            + "/_local/clock?to=INSTANT' moves it");
    say("Status     " + cloud.api() + "/_local/status");
    say(
        "Stop       Ctrl-C                                            (up after "
            + took.toSeconds()
            + " s)");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}

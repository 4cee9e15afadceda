package dev.afterbell.cloud;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How a local cloud is set up.
 *
 * @param build the folder of build results: {@code function.zip}, {@code s3mock/s3mock.jar}, {@code
 *     local-cloud/}
 * @param functionZip the package that SAM deploys
 * @param directory where the cloud keeps its files: unpacked function, logs, drop folder
 * @param ports 0 takes a free port
 * @param start what the clock shows at first
 * @param backend {@code local}, or {@code localstack} with Docker
 * @param initMax how long a function may take to its first poll
 * @param progress hears one line for each step
 */
public record LocalCloudSettings(
    Path build,
    Path functionZip,
    Path directory,
    Ports ports,
    Instant start,
    String backend,
    LocalQueue.Settings queue,
    Duration initMax,
    Consumer<String> progress) {

  /** Loopback ports; 0 takes a free one. */
  public record Ports(int gateway, int s3, int dynamo) {
    /** All free ones. */
    public static final Ports FREE = new Ports(0, 0, 0);
  }

  /**
   * Free ports, the clock at {@code start}, files below {@code build/local-cloud}, nothing said.
   */
  public static LocalCloudSettings of(Path build, Instant start) {
    return new LocalCloudSettings(
        build.toAbsolutePath(),
        build.toAbsolutePath().resolve("function.zip"),
        build.toAbsolutePath().resolve("local-cloud"),
        Ports.FREE,
        start,
        System.getProperty("aws.backend", "local"),
        LocalQueue.Settings.local(),
        Duration.ofSeconds(60),
        line -> {});
  }

  /** The same with these ports. */
  public LocalCloudSettings withPorts(Ports other) {
    return new LocalCloudSettings(
        build, functionZip, directory, other, start, backend, queue, initMax, progress);
  }

  /** The same with its files elsewhere. */
  public LocalCloudSettings withDirectory(Path other) {
    return new LocalCloudSettings(
        build,
        functionZip,
        other.toAbsolutePath(),
        ports,
        start,
        backend,
        queue,
        initMax,
        progress);
  }

  /** The same with someone who hears of progress. */
  public LocalCloudSettings withProgress(Consumer<String> other) {
    return new LocalCloudSettings(
        build, functionZip, directory, ports, start, backend, queue, initMax, other);
  }

  /** The same with another package. */
  public LocalCloudSettings withFunctionZip(Path other) {
    return new LocalCloudSettings(
        build, other.toAbsolutePath(), directory, ports, start, backend, queue, initMax, progress);
  }

  Path s3MockJar() {
    return build.resolve("s3mock").resolve("s3mock.jar");
  }

  /** The folder that people drop files into. */
  public Path inbox() {
    return directory.resolve("inbox");
  }

  int dynamoPort() {
    return ports.dynamo();
  }
}

package dev.afterbell.cloud;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One local cloud for all integration tests of a JVM, on free ports, over the package that the
 * build made. It starts with the first caller and ends with the JVM. Tests share its table: each
 * takes a ticker of its own.
 */
public final class SharedCloud {

  private SharedCloud() {}

  private static final class Started {
    private static final LocalCloud CLOUD = start();

    private static LocalCloud start() {
      Path build = Path.of(System.getProperty("afterbell.build", "target")).toAbsolutePath();
      LocalCloudSettings settings =
          LocalCloudSettings.of(build, Instant.parse("2026-01-02T14:00:00Z"))
              .withDirectory(build.resolve("local-cloud-it"));
      LocalCloud cloud = LocalCloud.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
      return cloud;
    }
  }

  /** The cloud, started. */
  public static LocalCloud get() {
    return Started.CLOUD;
  }
}

package dev.afterbell.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * A table and a bucket for tests of the adapters, without functions, queue and gateway. Both stores
 * start once for the JVM and end with it; each caller takes a table or bucket of its own.
 */
public final class LocalStores {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private LocalStores() {}

  private static final class Started {
    private static final Backend BACKEND = start();
    private static final DynamoDbClient DYNAMO = LocalTable.dynamoClient(BACKEND.dynamo());
    private static final S3Client S3 = LocalTable.s3Client(BACKEND.s3());

    private static Backend start() {
      try {
        Path build = Path.of("target").toAbsolutePath();
        Path directory = build.resolve("local-stores");
        Files.createDirectories(directory);
        Backend backend =
            LocalBackend.start(
                LocalCloudSettings.of(build, Instant.EPOCH).withDirectory(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(backend::close));
        return backend;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A client of the table store. */
  public static DynamoDbClient dynamo() {
    return Started.DYNAMO;
  }

  /** A client of the object store. */
  public static S3Client s3() {
    return Started.S3;
  }

  /** Endpoint of the object store. */
  public static URI s3Endpoint() {
    return Started.BACKEND.s3();
  }

  /** The name of a new, empty table. */
  public static String newTable() {
    String name = "Afterbell" + NUMBER.incrementAndGet();
    dynamo().createTable(LocalTable.definition(name));
    return name;
  }

  /** The name of a new, empty bucket that keeps versions. */
  public static String newBucket() {
    String name = "afterbell-" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
    s3().createBucket(r -> r.bucket(name));
    s3().putBucketVersioning(
            r ->
                r.bucket(name)
                    .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    return name;
  }
}

package dev.afterbell.cloud;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** AWS's own DynamoDB Local in this JVM, in memory, and Adobe's S3Mock in a process of its own. */
final class LocalBackend implements Backend {

  private static final Duration S3_START_MAX = Duration.ofSeconds(60);
  private static final long S3_PROBE_MILLIS = 100;

  private final DynamoDBProxyServer dynamo;
  private final int dynamoPort;
  private final ChildProcess s3;
  private final int s3Port;

  private LocalBackend(DynamoDBProxyServer dynamo, int dynamoPort, ChildProcess s3, int s3Port) {
    this.dynamo = dynamo;
    this.dynamoPort = dynamoPort;
    this.s3 = s3;
    this.s3Port = s3Port;
  }

  /** Starts both; S3Mock takes a few seconds, meanwhile DynamoDB Local starts here. */
  static LocalBackend start(LocalCloudSettings settings) {
    int s3Port = Servers.freePort();
    ChildProcess s3 = startS3Mock(settings, s3Port);
    try {
      int dynamoPort = settings.dynamoPort() == 0 ? Servers.freePort() : settings.dynamoPort();
      DynamoDBProxyServer dynamo = startDynamo(dynamoPort);
      LocalBackend backend = new LocalBackend(dynamo, dynamoPort, s3, s3Port);
      backend.awaitS3();
      return backend;
    } catch (CloudFailure e) {
      s3.close();
      throw e;
    }
  }

  private static ChildProcess startS3Mock(LocalCloudSettings settings, int port) {
    Path jar = settings.s3MockJar();
    if (!Files.isRegularFile(jar)) {
      throw new CloudFailure(
          "S3Mock is missing at " + jar + "; the build puts it there: mvn generate-test-resources");
    }
    Path root = settings.directory().resolve("s3");
    List<String> command =
        List.of(
            ChildProcess.java(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx256m",
            "-Djava.io.tmpdir=" + settings.directory().toAbsolutePath(),
            "-jar",
            jar.toAbsolutePath().toString(),
            "--server.address=127.0.0.1",
            "--server.port=" + Servers.freePort(),
            "--http.port=" + port,
            "--com.adobe.testing.s3mock.store.root=" + root.toAbsolutePath(),
            "--com.adobe.testing.s3mock.max-payload-size=200MB");
    return ChildProcess.start(
        new ChildProcess.Launch(
            command, settings.directory(), Map.of(), settings.directory().resolve("s3mock.log")));
  }

  private static DynamoDBProxyServer startDynamo(int port) {
    try {
      // Its telemetry would try to call home.
      CommandLineInput input =
          new CommandLineInput(
              new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
      input.init();
      DynamoDBProxyServer server = ServerRunner.createServer(input);
      server.start();
      return server;
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw Servers.portBusy(port, "DynamoDB Local", "afterbell.dynamodb.port", e);
        }
      }
      throw new CloudFailure("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  private void awaitS3() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest probe = HttpRequest.newBuilder(s3()).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + S3_START_MAX.toNanos();
    while (System.nanoTime() < deadline) {
      if (!s3.isAlive()) {
        throw new CloudFailure("S3Mock ended while starting; its log ends:\n" + s3.logTail());
      }
      try {
        if (client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CloudFailure("Interrupted while S3Mock was starting", e);
      }
    }
    throw new CloudFailure("S3Mock did not answer within 60 s; its log ends:\n" + s3.logTail());
  }

  private static void pause() {
    try {
      Thread.sleep(S3_PROBE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudFailure("Interrupted while S3Mock was starting", e);
    }
  }

  @Override
  public URI dynamo() {
    return URI.create("http://127.0.0.1:" + dynamoPort);
  }

  @Override
  public URI s3() {
    return URI.create("http://127.0.0.1:" + s3Port);
  }

  @Override
  public String description() {
    return "DynamoDB Local " + dynamo() + ", S3Mock";
  }

  @Override
  public void close() {
    s3.kill();
    try {
      dynamo.stop();
    } catch (Exception e) {
      throw new CloudFailure("DynamoDB Local does not stop: " + e.getMessage(), e);
    }
  }
}

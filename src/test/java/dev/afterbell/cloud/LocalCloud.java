package dev.afterbell.cloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * All of Afterbell on loopback ports: table, bucket, queue, the three packaged functions, gateway,
 * schedule and drop folder, with a clock that is moved by hand. Started by {@link #start}, ended by
 * {@link #close}; nothing of it outlives the JVM.
 */
public final class LocalCloud implements AutoCloseable {

  /** Name of the table. */
  public static final String TABLE = "Afterbell";

  /** Name of the bucket. */
  public static final String BUCKET = "afterbell";

  private final LocalCloudSettings settings;
  private final MovableClock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private final Backend backend;
  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final S3Front front;
  private final LocalQueue queue;
  private final LocalFunction ingest;
  private final LocalFunction refresh;
  private final LocalFunction snapshot;
  private final LocalScheduler scheduler;
  private final Gateway gateway;
  private final FunctionPackage functionPackage;
  private final List<String> command;

  /**
   * Starts everything and waits until each function polls.
   *
   * @throws CloudFailure with one clear line when something is missing, busy or does not start
   */
  public static LocalCloud start(LocalCloudSettings settings) {
    return new LocalCloud(settings);
  }

  private LocalCloud(LocalCloudSettings settings) {
    this.settings = settings;
    this.clock = new MovableClock(settings.start());
    try {
      // What can be wrong is told before anything slow is done.
      Servers.requireFree(settings.ports().gateway(), "HTTP gateway", "afterbell.port");
      Servers.requireFree(settings.ports().s3(), "S3 endpoint", "afterbell.s3.port");
      functionPackage = prepare();
      backend =
          opened(
              settings.backend().equals("localstack")
                  ? LocalStackBackend.start()
                  : LocalBackend.start(settings));
      say("Store      " + backend.description());
      dynamo = opened(LocalTable.dynamoClient(backend.dynamo()));
      s3 = opened(LocalTable.s3Client(backend.s3()));
      createTableAndBucket();
      queue = opened(new LocalQueue(settings.queue(), clock, this::invokeIngest));
      S3Front.Place place = new S3Front.Place(settings.ports().s3(), backend.s3(), BUCKET);
      front = opened(new S3Front(place, clock, notice -> queue.send(notice.toJson())));
      command = functionPackage.command();
      ingest = launch(Export.INGEST);
      refresh = launch(Export.REFRESH);
      snapshot = launch(Export.SNAPSHOT);
      scheduler = new LocalScheduler(clock, refresh);
      awaitFunctions();
      queue.start();
      Gateway.Targets targets =
          new Gateway.Targets(snapshot, new Operator(this), settings.progress());
      gateway = opened(new Gateway(settings.ports().gateway(), clock, targets));
      opened(new DropFolder(settings.inbox(), this::uploadDropped, settings.progress()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private FunctionPackage prepare() {
    Path directory = settings.directory();
    try {
      Files.createDirectories(directory);
      for (String old :
          List.of("s3", "runtime", "s3mock.log", "ingest.log", "refresh.log", "snapshot.log")) {
        FunctionPackage.deleteTree(directory.resolve(old));
      }
    } catch (IOException e) {
      throw new CloudFailure("Cannot use " + directory + ": " + e.getMessage(), e);
    }
    return FunctionPackage.unpack(settings.functionZip(), directory.resolve("function"));
  }

  private void createTableAndBucket() {
    dynamo.createTable(LocalTable.definition(TABLE));
    s3.createBucket(b -> b.bucket(BUCKET));
    s3.putBucketVersioning(b -> b.bucket(BUCKET).versioningConfiguration(v -> v.status("Enabled")));
  }

  /** Starts one export of the package; anything but the three names must fail to start. */
  LocalFunction launch(String exportName, Export like) {
    return launch(exportName, like, Map.of(), List.of());
  }

  /**
   * The same with other settings.
   *
   * @param overrides environment that goes before the cloud's own
   * @param systemProperties as {@code -Dname=value}: arguments of a native executable, options of a
   *     JVM
   */
  LocalFunction launch(
      String exportName,
      Export like,
      Map<String, String> overrides,
      List<String> systemProperties) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_FUNQY_EXPORT", exportName);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", exportName);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("LAMBDA_TASK_ROOT", functionPackage.folder().toString());
    environment.put("DISABLE_SIGNAL_HANDLERS", "true");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AFTERBELL_TABLE", TABLE);
    environment.put("AFTERBELL_BUCKET", BUCKET);
    environment.put("AFTERBELL_DEADLINE_MILLIS", Long.toString(like.deadline().toMillis()));
    environment.put("QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", backend.dynamo().toString());
    environment.put("QUARKUS_S3_ENDPOINT_OVERRIDE", front.endpoint().toString());
    environment.put("QUARKUS_S3_PATH_STYLE_ACCESS", "true");
    environment.putAll(overrides);
    Path log = settings.directory().resolve(exportName + ".log");
    List<String> configured = new ArrayList<>(command);
    configured.addAll(functionPackage.isNative() ? command.size() : 1, systemProperties);
    LocalFunction function =
        new LocalFunction(
            exportName,
            new ChildProcess.Launch(configured, functionPackage.folder(), environment, log),
            new RuntimeApi.Times(settings.initMax(), like.timeout()));
    function.start();
    return function;
  }

  /**
   * Starts one more process of an export and ends it: the time from its start to its first poll.
   */
  public Duration firstPoll(Export export) {
    try (LocalFunction function = launch(export.exportName(), export)) {
      return function.awaitReady();
    }
  }

  private LocalFunction launch(Export export) {
    return opened(launch(export.exportName(), export));
  }

  private void awaitFunctions() {
    List<String> polls = new ArrayList<>();
    for (LocalFunction function : functions()) {
      polls.add(function.name() + " " + function.awaitReady().toMillis() + " ms");
    }
    say(
        "Functions  "
            + (functionPackage.isNative() ? "native" : "JVM")
            + ", first poll: "
            + String.join(", ", polls));
  }

  private byte[] invokeIngest(byte[] event) throws FunctionFailed {
    try {
      return ingest.invoke(event);
    } catch (FunctionFailed e) {
      say("ingest failed: " + e.getMessage());
      throw e;
    }
  }

  private void uploadDropped(String key, Path file) throws IOException {
    say("Dropped    " + key);
    put(key, file);
  }

  private void say(String line) {
    settings.progress().accept(line);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /**
   * Puts a file into the bucket as any client would: through the S3 endpoint, with the notice that
   * follows.
   */
  public void put(String key, Path file) throws IOException {
    put(key, Files.readAllBytes(file));
  }

  /** Puts bytes into the bucket as any client would. */
  public void put(String key, byte[] body) {
    try (S3Client client = LocalTable.s3Client(front.endpoint())) {
      client.putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromBytes(body));
    }
  }

  /** Delivers a notice by hand, for deliveries that S3 repeats, delays or reorders. */
  public void deliver(String sqsBody) {
    queue.send(sqsBody);
  }

  /** Waits until the queue is empty; false when that takes longer than {@code limit}. */
  public boolean drain(Duration limit) throws InterruptedException {
    return queue.drain(limit);
  }

  /**
   * Moves the clock and fires the scheduled ticks on the way; see {@link LocalScheduler#moveTo}.
   */
  public int moveTo(Instant to) throws FunctionFailed {
    return scheduler.moveTo(to);
  }

  /** Fires the schedule at the clock's instant. */
  public void tick() throws FunctionFailed {
    scheduler.tick();
  }

  /** The clock; setting it fires no tick. */
  public MovableClock clock() {
    return clock;
  }

  /** The queue before the ingest function. */
  public LocalQueue queue() {
    return queue;
  }

  /** Ingest, refresh and snapshot. */
  public List<LocalFunction> functions() {
    return List.of(ingest, refresh, snapshot);
  }

  /** The function of that name. */
  public LocalFunction function(Export export) {
    return functions().get(export.ordinal());
  }

  /** Where the HTTP API is served. */
  public URI api() {
    return URI.create("http://localhost:" + gateway.port());
  }

  /** The S3 endpoint for people and clients. */
  public URI s3Endpoint() {
    return front.endpoint();
  }

  /** The DynamoDB endpoint. */
  public URI dynamoEndpoint() {
    return backend.dynamo();
  }

  /** A client of the table; the cloud closes it. */
  public DynamoDbClient dynamo() {
    return dynamo;
  }

  /**
   * A client of the store behind the S3 endpoint, whose puts give no notices; the cloud closes it.
   */
  public S3Client s3() {
    return s3;
  }

  /** One line about what keeps table and bucket. */
  public String backendDescription() {
    return backend.description();
  }

  /** Whether the package is a native executable. */
  public boolean isNative() {
    return functionPackage.isNative();
  }

  /** The folder that people drop files into. */
  public Path inbox() {
    return settings.inbox();
  }

  @Override
  public void close() {
    List<Exception> failures = new ArrayList<>();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new CloudFailure(
          "Not everything stopped: " + failures.get(0).getMessage(), failures.get(0));
    }
  }
}

package dev.afterbell.cloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The S3 endpoint that everyone uses. It streams each request to the store behind it and, when an
 * object below {@code inbox/} was created or removed, tells so as S3 does, before the caller has
 * its answer. Path style and, for hosts such as {@code bucket.localhost}, virtual-host style.
 */
public final class S3Front implements AutoCloseable {

  private static final String INBOX = "inbox/";

  /** Headers of one connection, set anew on the next one. */
  private static final Set<String> HOP_HEADERS =
      Set.of(
          "host",
          "content-length",
          "connection",
          "expect",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "keep-alive",
          "date");

  private static final Pattern OBJECT_PATH = Pattern.compile("/([^/]+)/(.+)");

  /**
   * Query parameters under which a PUT or DELETE is about something else than the object's body.
   */
  private static final Pattern SUBRESOURCE =
      Pattern.compile(
          "(?:^|&)(?:acl|tagging|retention|legal-hold|uploadId|partNumber|attributes|torrent)(?:=|&|$)");

  private static final Pattern CHECKSUM = Pattern.compile("x-amz-checksum-(?:crc.*|sha.*)");

  private static final Pattern UPLOAD_ID = Pattern.compile("(?:^|&)uploadId=");

  private final URI upstream;
  private final String bucket;
  private final Clock clock;
  private final Consumer<S3Notice> notices;
  private final AtomicLong sequence = new AtomicLong(0x10000000000000L);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Servers.Running server;

  /**
   * Where the front stands: its own port (0 takes a free one), the store behind it, and the bucket
   * that it watches.
   */
  public record Place(int port, URI upstream, String bucket) {}

  /** Serves from now on and hands each notice to {@code notices}. */
  public S3Front(Place place, Clock clock, Consumer<S3Notice> notices) {
    this.upstream = place.upstream();
    this.bucket = place.bucket();
    this.clock = clock;
    this.notices = notices;
    this.server = Servers.open(place.port(), "S3 endpoint", "afterbell.s3.port", this::handle);
  }

  /** The endpoint for people and clients. */
  public URI endpoint() {
    return URI.create("http://localhost:" + server.port());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = pathStyle(exchange);
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      HttpResponse<InputStream> answer;
      try {
        answer = client.send(request(exchange, path, query), BodyHandlers.ofInputStream());
      } catch (IOException e) {
        Servers.reply(
            exchange, 502, "text/plain", "The store behind the S3 endpoint does not answer: " + e);
        return;
      }
      try (InputStream body = answer.body()) {
        if (answer.statusCode() / 100 == 2) {
          notifyIfInbox(exchange, path, query);
        }
        relay(exchange, answer, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String pathStyle(HttpExchange exchange) {
    String raw = exchange.getRequestURI().getRawPath();
    String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
    return host.startsWith(bucket + ".") ? "/" + bucket + raw : raw;
  }

  private HttpRequest request(HttpExchange exchange, String path, String query) {
    URI target = URI.create(upstream + path + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.method(exchange.getRequestMethod(), body(exchange)).build();
  }

  private static BodyPublisher body(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
    InputStream in = exchange.getRequestBody();
    if (chunked) {
      return BodyPublishers.ofInputStream(() -> in);
    }
    if (length == null || length.equals("0")) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> in), Long.parseLong(length));
  }

  /**
   * S3 answers a part with its checksum and clients repeat it when they complete the upload; S3Mock
   * leaves it out and then refuses to complete.
   */
  private static void echoChecksums(HttpExchange exchange) {
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      if (CHECKSUM.matcher(header.getKey().toLowerCase(Locale.ROOT)).matches()) {
        exchange.getResponseHeaders().putIfAbsent(header.getKey(), header.getValue());
      }
    }
  }

  private static void relay(
      HttpExchange exchange, HttpResponse<InputStream> answer, InputStream body)
      throws IOException {
    for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
      if (!HOP_HEADERS.contains(header.getKey())) {
        exchange.getResponseHeaders().put(header.getKey(), header.getValue());
      }
    }
    if (exchange.getRequestMethod().equals("PUT") && answer.statusCode() == 200) {
      echoChecksums(exchange);
    }
    Optional<String> length = answer.headers().firstValue("content-length");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      length.ifPresent(n -> exchange.getResponseHeaders().set("Content-Length", n));
    }
    int status = answer.statusCode();
    if (head || status == 204 || status == 304 || length.equals(Optional.of("0"))) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, length.map(Long::parseLong).orElse(0L));
    body.transferTo(exchange.getResponseBody());
  }

  private void notifyIfInbox(HttpExchange exchange, String path, String query)
      throws IOException, InterruptedException {
    Matcher object = OBJECT_PATH.matcher(path);
    Optional<String> eventName = eventName(exchange, query);
    if (eventName.isEmpty() || !object.matches() || !object.group(1).equals(bucket)) {
      return;
    }
    // Only '%' escapes count in a path; a plus sign is itself.
    String key = URLDecoder.decode(object.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
    if (!key.startsWith(INBOX)) {
      return;
    }
    boolean removed = eventName.get().startsWith("ObjectRemoved");
    Optional<HttpHeaders> headers = removed ? Optional.empty() : head(path);
    if (!removed && headers.isEmpty()) {
      return; // A multipart upload can fail with status 200; then there is no object.
    }
    notices.accept(
        new S3Notice(
            eventName.get(),
            bucket,
            key,
            headers.flatMap(h -> h.firstValue("content-length")).map(Long::valueOf),
            headers.flatMap(h -> h.firstValue("etag")).map(tag -> tag.replace("\"", "")),
            headers.flatMap(h -> h.firstValue("x-amz-version-id")),
            sequence.getAndIncrement(),
            clock.instant()));
  }

  private static Optional<String> eventName(HttpExchange exchange, String query) {
    boolean body = !SUBRESOURCE.matcher(query).find();
    return switch (exchange.getRequestMethod()) {
      case "PUT" ->
          body
              ? Optional.of(
                  exchange.getRequestHeaders().containsKey("x-amz-copy-source")
                      ? "ObjectCreated:Copy"
                      : "ObjectCreated:Put")
              : Optional.empty();
      case "POST" ->
          UPLOAD_ID.matcher(query).find()
              ? Optional.of("ObjectCreated:CompleteMultipartUpload")
              : Optional.empty();
      case "DELETE" -> body ? Optional.of("ObjectRemoved:Delete") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<HttpHeaders> head(String path) throws IOException, InterruptedException {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(upstream + path))
            .method("HEAD", BodyPublishers.noBody())
            .build();
    HttpResponse<Void> answer = client.send(head, BodyHandlers.discarding());
    return answer.statusCode() == 200 ? Optional.of(answer.headers()) : Optional.empty();
  }

  @Override
  public void close() {
    server.close();
  }
}

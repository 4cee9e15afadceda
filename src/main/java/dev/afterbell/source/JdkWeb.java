package dev.afterbell.source;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The JDK's own HTTP client (docs/decisions/0010), made at the first request: a function that
 * fetches nothing never starts it. HTTP/1.1; no redirect is followed, no cookie kept, no
 * authentication tried, and the client itself tries nothing twice once a request is on its way. At
 * the level of debugging it would log whole addresses, and with them keys: its loggers are off,
 * whatever level the process logs at.
 */
public final class JdkWeb implements Web {

  /** Kept, because a logger that nobody keeps forgets its level. */
  private final List<Logger> quiet =
      List.of(Logger.getLogger("jdk.internal.httpclient"), Logger.getLogger("jdk.httpclient"));

  private Optional<HttpClient> client = Optional.empty();

  @Override
  public Result get(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).timeout(request.timeout()).GET();
    request.headers().forEach(builder::header);
    Head head = new Head(request.bodyBytesMax());
    CompletableFuture<HttpResponse<BoundedBody.Received>> answer =
        client().sendAsync(builder.build(), head);
    try {
      answer.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Failed(Reason.TIMEOUT);
    } catch (ExecutionException e) {
      // The client reports a connection that breaks while a body comes in either way.
      Failed failed = failed(e);
      return failed.reason() == Reason.TIMEOUT
          ? failed
          : head.answer().<Result>map(a -> a).orElse(failed);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Failed(Reason.TIMEOUT);
    }
    return head.answer().orElseThrow();
  }

  /** Keeps status, headers and what has come of the body, whether or not the rest comes. */
  private static final class Head implements HttpResponse.BodyHandler<BoundedBody.Received> {

    private final int bodyBytesMax;
    private Optional<HttpResponse.ResponseInfo> info = Optional.empty();
    private Optional<BoundedBody> body = Optional.empty();

    Head(int bodyBytesMax) {
      this.bodyBytesMax = bodyBytesMax;
    }

    @Override
    public synchronized BoundedBody apply(HttpResponse.ResponseInfo came) {
      BoundedBody begun = new BoundedBody(came, bodyBytesMax);
      info = Optional.of(came);
      body = Optional.of(begun);
      return begun;
    }

    synchronized Optional<Answer> answer() {
      return info.flatMap(i -> body.map(b -> answer(i, b.received())));
    }

    private static Answer answer(HttpResponse.ResponseInfo info, BoundedBody.Received body) {
      Map<String, String> headers = new HashMap<>();
      info.headers()
          .map()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return new Answer(info.statusCode(), headers, body.bytes(), body.ending());
    }
  }

  private synchronized HttpClient client() {
    quiet.forEach(logger -> logger.setLevel(Level.OFF));
    HttpClient made = client.orElseGet(JdkWeb::make);
    client = Optional.of(made);
    return made;
  }

  private static HttpClient make() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofMillis(Limits.CONNECT_MILLIS_MAX))
        .build();
  }

  private static Failed failed(ExecutionException e) {
    boolean slow =
        e.getCause() instanceof HttpTimeoutException
            && !(e.getCause() instanceof HttpConnectTimeoutException);
    return new Failed(slow ? Reason.TIMEOUT : Reason.NO_CONNECTION);
  }
}

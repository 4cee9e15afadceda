package dev.afterbell.cloud;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * A Lambda runtime in plain Java for machines on which AWS's runtime interface client does not run:
 * it asks for the next event, hands it to the stream handler, and sends back the answer or the
 * error. Needs nothing but the JDK and the handler's own class path.
 */
public final class PlainRuntime {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String root;

  private PlainRuntime(String api) {
    this.root = "http://" + api + "/2018-06-01/runtime/";
  }

  /** Runs the handler class named by the first argument until the Runtime API is gone. */
  public static void main(String[] arguments) throws Exception {
    PlainRuntime runtime = new PlainRuntime(System.getenv("AWS_LAMBDA_RUNTIME_API"));
    RequestStreamHandler handler;
    try {
      handler =
          (RequestStreamHandler) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      runtime.post("init/error", error(cause));
      throw e;
    }
    while (true) {
      runtime.handleNext(handler);
    }
  }

  private void handleNext(RequestStreamHandler handler) throws IOException, InterruptedException {
    HttpRequest next = HttpRequest.newBuilder(URI.create(root + "invocation/next")).build();
    HttpResponse<byte[]> event = CLIENT.send(next, HttpResponse.BodyHandlers.ofByteArray());
    String id = event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
    long deadline =
        event.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElse(Long.MAX_VALUE);
    String arn = event.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn").orElse("");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (InputStream in = new ByteArrayInputStream(event.body())) {
      handler.handleRequest(in, answer, new PlainContext(id, deadline, arn));
    } catch (IOException | RuntimeException | LinkageError e) {
      e.printStackTrace();
      post("invocation/" + id + "/error", error(e));
      return;
    }
    post("invocation/" + id + "/response", answer.toByteArray());
  }

  private void post(String path, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    CLIENT.send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static byte[] error(Throwable e) {
    String json =
        "{\"errorMessage\":"
            + quoted(String.valueOf(e.getMessage()))
            + ",\"errorType\":"
            + quoted(e.getClass().getName())
            + "}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(' ');
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private record PlainContext(String awsRequestId, long deadlineMillis, String arn)
      implements Context, LambdaLogger {
    @Override
    public String getAwsRequestId() {
      return awsRequestId;
    }

    @Override
    public String getLogGroupName() {
      return "local";
    }

    @Override
    public String getLogStreamName() {
      return "local";
    }

    @Override
    public String getFunctionName() {
      return arn.substring(arn.lastIndexOf(':') + 1);
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return arn;
    }

    @Override
    @SuppressWarnings("NullAway")
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return (int)
          Math.max(0, Math.min(Integer.MAX_VALUE, deadlineMillis - System.currentTimeMillis()));
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return this;
    }

    @Override
    public void log(String message) {
      System.out.println(message);
    }

    @Override
    public void log(byte[] message) {
      System.out.println(new String(message, StandardCharsets.UTF_8));
    }
  }
}

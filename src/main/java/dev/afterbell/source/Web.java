package dev.afterbell.source;

import dev.afterbell.source.Fetched.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One GET at a time. An adapter follows no redirect, keeps no cookie, tries once, and never throws
 * for what happens at the other end.
 */
@FunctionalInterface
public interface Web {

  /** Asks once and waits for the answer and its body. */
  Result get(Request request);

  /**
   * What to ask for. Its text form leaves query and headers out, which can hold keys.
   *
   * @param uri absolute, http or https
   * @param headers by name
   * @param bodyBytesMax most bytes of the body that are taken
   * @param timeout for everything, body included
   */
  record Request(URI uri, Map<String, String> headers, int bodyBytesMax, Duration timeout) {

    /**
     * @throws IllegalArgumentException if the address is not absolute, or a limit is not above 0
     */
    public Request {
      if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
        throw new IllegalArgumentException("An absolute http or https address is needed");
      }
      if (bodyBytesMax < 1 || timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("A request has limits above 0");
      }
      headers = Map.copyOf(headers);
    }

    /** The same with one header more. */
    public Request with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Request(uri, more, bodyBytesMax, timeout);
    }

    /** The same with no more time than there is; at least a millisecond. */
    public Request within(Duration left) {
      Duration positive = left.toMillis() > 0 ? left : Duration.ofMillis(1);
      return positive.compareTo(timeout) < 0
          ? new Request(uri, headers, bodyBytesMax, positive)
          : this;
    }

    @Override
    public String toString() {
      return "Request[" + uri.getHost() + "]";
    }
  }

  /** What came of it. */
  sealed interface Result {}

  /**
   * No answer.
   *
   * @param reason {@link Reason#NO_CONNECTION} or {@link Reason#TIMEOUT}; for EDGAR also that it
   *     was nobody's turn
   */
  record Failed(Reason reason) implements Result {}

  /**
   * An answer. Its text form leaves headers and body out.
   *
   * @param status of HTTP
   * @param headers first value of each, by name in lower case
   * @param body what came, at most what was allowed; not copied
   * @param ending how the body ended
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, Map<String, String> headers, byte[] body, Ending ending)
      implements Result {

    public Answer {
      headers = Map.copyOf(headers);
    }

    /** A header by its name in any case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first characters of the body without white space before them; for looking at a shape. */
    public String start(int chars) {
      int at = 0;
      while (at < body.length && (body[at] <= ' ' && body[at] >= 0)) {
        at++;
      }
      return new String(body, at, Math.min(chars, body.length - at), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length + " bytes, " + ending + "]";
    }
  }

  /** How a body ended. */
  enum Ending {
    /** As announced. */
    COMPLETE,
    /** The connection broke before. */
    CUT,
    /** There was more than allowed. */
    OVER_LIMIT
  }
}

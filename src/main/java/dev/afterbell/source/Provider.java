package dev.afterbell.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.source.Fetched.NotConfigured;
import dev.afterbell.source.Fetched.Nothing;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Fetched.Unavailable;
import dev.afterbell.source.Web.Answer;
import dev.afterbell.source.Web.Ending;
import dev.afterbell.source.Web.Failed;
import java.util.Locale;
import java.util.Optional;

/**
 * What all providers have in common: how an answer that cannot be used is put into words.
 *
 * @param name as a reader knows it
 */
public record Provider(String name) {

  /** Why an answer is not used, or empty if it is a whole body with HTTP 200 that is no page. */
  public Optional<Fetched> problem(Web.Result result, String nothing) {
    if (result instanceof Failed failed) {
      return Optional.of(failed(failed.reason()));
    }
    Answer answer = (Answer) result;
    if (answer.status() == 404) {
      return Optional.of(new Nothing(nothing));
    }
    if (answer.status() != 200) {
      return Optional.of(status(answer.status()));
    }
    return body(answer);
  }

  /**
   * What comes of asking without a key.
   *
   * @param secret what there is in place of it
   * @param what the key, in words
   */
  public Fetched keyless(Secrets.Secret secret, String what) {
    return secret instanceof Secrets.Unreadable
        ? unavailable(Reason.NO_KEY, "was not asked: its key could not be read")
        : new NotConfigured(what);
  }

  /** An answer in another shape than documented. */
  public Unavailable changed() {
    return unavailable(Reason.CHANGED_SHAPE, "answered in another shape than documented");
  }

  /** A notice in place of data. */
  public Unavailable notice() {
    return unavailable(
        Reason.NOTICE, "answered with a notice in place of data; as a rule a limit is reached");
  }

  /** Not answered by this provider. */
  public Unavailable unavailable(Reason reason, String what) {
    return new Unavailable(reason, name + " " + what + ".");
  }

  /** The body as JSON; empty if it is none. */
  public static Optional<JsonNode> json(Answer answer) {
    try {
      return Optional.of(CanonicalJson.parse(answer.body()));
    } catch (CorruptJson e) {
      return Optional.empty();
    }
  }

  private Unavailable failed(Reason reason) {
    return reason == Reason.TIMEOUT
        ? unavailable(reason, "did not answer in time")
        : unavailable(reason, "cannot be reached");
  }

  private Unavailable status(int status) {
    String http = " (HTTP " + status + ")";
    if (status == 401 || status == 403) {
      return unavailable(Reason.REFUSED, "refused the request" + http);
    }
    if (status == 429) {
      return unavailable(Reason.RATE_LIMITED, "asks to be left alone for a while" + http);
    }
    if (status >= 500) {
      return unavailable(Reason.SERVER_ERROR, "has a fault" + http);
    }
    if (status >= 300 && status < 400) {
      return unavailable(
          Reason.REDIRECTED, "pointed to another address, which is not followed" + http);
    }
    return status >= 400
        ? unavailable(Reason.REJECTED, "does not take the request" + http)
        : unavailable(Reason.CHANGED_SHAPE, "answered with an unexpected status" + http);
  }

  private Optional<Fetched> body(Answer answer) {
    if (answer.ending() == Ending.OVER_LIMIT) {
      return Optional.of(unavailable(Reason.TOO_LARGE, "gave more than is taken"));
    }
    if (answer.ending() == Ending.CUT) {
      return Optional.of(unavailable(Reason.TRUNCATED, "broke off in the middle of its answer"));
    }
    if (answer
        .header("content-encoding")
        .filter(e -> !e.equalsIgnoreCase("identity"))
        .isPresent()) {
      return Optional.of(changed());
    }
    return page(answer)
        ? Optional.of(unavailable(Reason.WEB_PAGE, "answered with a web page in place of data"))
        : Optional.empty();
  }

  private static boolean page(Answer answer) {
    String start = answer.start(15).toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<head");
  }
}

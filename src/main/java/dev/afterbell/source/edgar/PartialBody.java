package dev.afterbell.source.edgar;

import dev.afterbell.source.Web;
import dev.afterbell.source.Web.Answer;
import dev.afterbell.source.Web.Ending;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that broke off, of which the server gives the rest: it takes ranges and names the
 * version, so that two versions are never joined (RFC 9110, 13.1.5 and 14).
 *
 * @param first what came, and the headers it came with
 * @param version strong entity tag, or time of last change
 */
record PartialBody(Answer first, String version) {

  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,12})-(\\d{1,12})/(\\d{1,12})");

  /** The first part, if there is a rest to be had. */
  static Optional<PartialBody> of(Web.Result result) {
    if (!(result instanceof Answer answer)
        || answer.status() != 200
        || answer.ending() != Ending.CUT
        || answer.body().length == 0
        || answer.header("content-encoding").isPresent()
        || !answer.header("accept-ranges").orElse("").equalsIgnoreCase("bytes")) {
      return Optional.empty();
    }
    return answer
        .header("etag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> answer.header("last-modified"))
        .map(version -> new PartialBody(answer, version));
  }

  /** Asks for the rest, or for the whole if it has changed. */
  Web.Request rest(Web.Request request) {
    return request.with("Range", "bytes=" + first.body().length + "-").with("If-Range", version);
  }

  /** Both parts; the new answer where it is a whole one; else the first, the same object. */
  Web.Result joined(Web.Result result, int bytesMax) {
    if (!(result instanceof Answer rest)) {
      return first;
    }
    if (rest.status() != 206) {
      return rest.status() == 200 ? rest : first;
    }
    Matcher range = RANGE.matcher(rest.header("content-range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != first.body().length) {
      return first;
    }
    long whole = Long.parseLong(range.group(3));
    long length = (long) first.body().length + rest.body().length;
    if (whole > bytesMax || length > bytesMax) {
      return new Answer(200, first.headers(), first.body(), Ending.OVER_LIMIT);
    }
    byte[] both = Arrays.copyOf(first.body(), (int) length);
    System.arraycopy(rest.body(), 0, both, first.body().length, rest.body().length);
    return new Answer(200, first.headers(), both, length == whole ? rest.ending() : Ending.CUT);
  }
}

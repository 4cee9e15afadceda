package dev.afterbell.function;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.function.wire.ApiRequest;
import dev.afterbell.function.wire.Problem;
import dev.afterbell.limit.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request's path below {@code /v1}, without the suffix that names a format, and its parameters.
 *
 * @param segments what stands between the slashes, the first being the resource
 * @param format what the client gets
 * @param request where it comes from
 */
record Route(List<String> segments, Format format, ApiRequest request) {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** ISO dates go on to years of ten digits, before which no day can be counted back. */
  private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

  /** Representations, by suffix and media type. */
  enum Format {
    JSON("json", "application/json"),
    HTML("html", "text/html"),
    MARKDOWN("md", "text/markdown");

    private final String suffix;
    private final String mediaType;

    Format(String suffix, String mediaType) {
      this.suffix = suffix;
      this.mediaType = mediaType;
    }

    String suffix() {
      return suffix;
    }

    String contentType() {
      return mediaType + "; charset=utf-8";
    }
  }

  /**
   * @throws BadRequest if the path is not one of this API's shape, or a parameter is too long or
   *     repeated
   */
  static Route of(ApiRequest request) {
    String path = request.path();
    if (path.length() > Limits.REQUEST_CHARS_MAX) {
      throw new BadRequest(Problem.BAD_PARAMETER);
    }
    if (!path.startsWith("/v1/")) {
      throw new BadRequest(Problem.NO_ROUTE);
    }
    request.query().values().stream()
        .filter(v -> v.length() > Limits.REQUEST_CHARS_MAX || v.contains(","))
        .findAny()
        .ifPresent(
            v -> {
              throw new BadRequest(Problem.BAD_PARAMETER);
            });
    Optional<Format> suffix =
        Arrays.stream(Format.values()).filter(f -> path.endsWith("." + f.suffix)).findFirst();
    String bare =
        suffix.map(f -> path.substring(0, path.length() - f.suffix.length() - 1)).orElse(path);
    return new Route(
        List.of(bare.substring("/v1/".length()).split("/", -1)),
        suffix.orElseGet(() -> accepted(request)),
        request);
  }

  private static Format accepted(ApiRequest request) {
    String accept = request.header("accept").orElse("");
    if (accept.contains(Format.MARKDOWN.mediaType)) {
      return Format.MARKDOWN;
    }
    return accept.contains(Format.HTML.mediaType) ? Format.HTML : Format.JSON;
  }

  String name() {
    return segments.get(0);
  }

  /**
   * @throws BadRequest if there is a parameter that the route does not know
   */
  void allow(Set<String> parameters) {
    if (!parameters.containsAll(request.query().keySet())) {
      throw new BadRequest(Problem.UNKNOWN_PARAMETER);
    }
  }

  Ticker ticker(int at) {
    String text = segments.get(at);
    if (!Ticker.isValid(text)) {
      throw new BadRequest(Problem.BAD_TICKER);
    }
    return new Ticker(text);
  }

  LocalDate date(int at) {
    try {
      if (DAY.matcher(segments.get(at)).matches()) {
        return LocalDate.parse(segments.get(at));
      }
    } catch (DateTimeException e) {
      throw new BadRequest(Problem.BAD_DATE);
    }
    throw new BadRequest(Problem.BAD_DATE);
  }

  EvidenceId evidenceId(int at) {
    String text = segments.get(at);
    try {
      if (SEGMENT.matcher(text).matches()) {
        return EvidenceId.parse(text);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadRequest(Problem.BAD_EVIDENCE_ID);
    }
    throw new BadRequest(Problem.BAD_EVIDENCE_ID);
  }

  /**
   * The instant that a parameter gives; absent without it.
   *
   * @throws BadRequest if it is none, or later than the request: nobody knows that yet
   */
  Optional<Instant> instant(String parameter) {
    String text = request.query().get(parameter);
    if (text == null) {
      return Optional.empty();
    }
    Instant instant = parsed(text);
    if (instant.isBefore(Instant.EPOCH)) {
      throw new BadRequest(Problem.BAD_INSTANT);
    }
    if (instant.isAfter(request.at())) {
      throw new BadRequest(Problem.FUTURE_INSTANT);
    }
    return Optional.of(instant);
  }

  /** A plus sign that was not encoded arrives as a space. */
  private static Instant parsed(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequest(Problem.BAD_INSTANT);
    }
  }
}

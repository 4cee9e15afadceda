package dev.afterbell.function.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Why a request has no answer, as RFC 9457 problem details. The code is stable; nothing of the
 * request is echoed.
 */
public enum Problem {
  /** A parameter that the route does not know. */
  UNKNOWN_PARAMETER(400, "The request has a parameter that this route does not know."),
  /** A parameter given twice, too long or malformed. */
  BAD_PARAMETER(400, "A parameter is malformed, too long or given twice."),
  /** The ticker is not one. */
  BAD_TICKER(400, "A ticker is 1 to 12 of A-Z, 0-9, '.' and '-'."),
  /** The date is not one. */
  BAD_DATE(400, "The event date is a day as yyyy-MM-dd."),
  /** The as-of instant is not one. */
  BAD_INSTANT(400, "asOf, from and to are ISO 8601 instants with an offset or Z."),
  /** The evidence id is not one. */
  BAD_EVIDENCE_ID(
      400, "An evidence id is PREFIX-yyyy-MM-dd, with a tag and a number where there are such."),
  /** A moment for which no session can be counted. */
  CALENDAR_EXHAUSTED(400, "The trading calendar of this build does not reach that moment."),
  /** No such route. */
  NO_ROUTE(404, "There is no such route."),
  /** No such issuer, event or evidence. */
  NOT_FOUND(404, "Nothing is stored under that name."),
  /** The route exists, the method does not. */
  METHOD_NOT_ALLOWED(405, "Only GET is served."),
  /** The moment asked for has not come yet, so nothing can be said of it. */
  FUTURE_INSTANT(400, "asOf, from and to must not be later than the request."),
  /** The stored entry that was asked for cannot be used; an operator restores it. */
  STORED_ENTRY_CORRUPT(500, "What is stored under that name cannot be read. It is being reported."),
  /** The table or the bucket cannot be reached, or is throttled. */
  STORE_UNAVAILABLE(503, "The store cannot be reached just now. Try again.");

  private final int status;
  private final String detail;

  Problem(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The reply that carries it. */
  public ApiReply reply() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put(
        "title",
        name().charAt(0)
            + name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    body.put("status", status);
    body.put("code", name());
    body.put("detail", detail);
    ApiReply reply = ApiReply.of(status, "application/problem+json", body.toString());
    reply = reply.with("cache-control", "no-store");
    return this == STORE_UNAVAILABLE ? reply.with("retry-after", "5") : reply;
  }
}

package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.flow.AssembleSnapshot;
import dev.afterbell.flow.Catalogue;
import dev.afterbell.flow.CorruptStored;
import dev.afterbell.flow.ReadEvidence;
import dev.afterbell.flow.ReplayCards;
import dev.afterbell.flow.ReplayJson;
import dev.afterbell.function.wire.ApiReply;
import dev.afterbell.function.wire.ApiRequest;
import dev.afterbell.function.wire.Problem;
import dev.afterbell.market.CalendarExhausted;
import dev.afterbell.snapshot.EvidencePage;
import dev.afterbell.snapshot.IssuersPage;
import dev.afterbell.snapshot.MethodPage;
import dev.afterbell.snapshot.Snapshot;
import dev.afterbell.snapshot.SnapshotDiff;
import dev.afterbell.snapshot.SnapshotHtml;
import dev.afterbell.snapshot.SnapshotJson;
import dev.afterbell.snapshot.SnapshotMarkdown;
import dev.afterbell.telemetry.Invocation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The routes of the API: validates, asks the flow, renders. Never echoes a request. */
final class SnapshotApi {

  /** The metric that the alarm watches. */
  private static final String CORRUPT_ENTRIES = "CorruptEntries";

  private final AssembleSnapshot snapshots;
  private final ReadEvidence evidence;
  private final Catalogue catalogue;
  private final ReplayCards replay;

  SnapshotApi(
      AssembleSnapshot snapshots, ReadEvidence evidence, Catalogue catalogue, ReplayCards replay) {
    this.replay = replay;
    this.snapshots = snapshots;
    this.evidence = evidence;
    this.catalogue = catalogue;
  }

  /**
   * Answers a request.
   *
   * @param invocation counts the entries that could not be read
   */
  ApiReply answer(ApiRequest request, Invocation invocation) {
    try {
      return request.method().equals("GET")
          ? route(request, Route.of(request), invocation)
          : Problem.METHOD_NOT_ALLOWED.reply();
    } catch (BadRequest e) {
      return e.problem().reply();
    } catch (CalendarExhausted e) {
      return Problem.CALENDAR_EXHAUSTED.reply();
    } catch (CorruptStored e) {
      invocation.count(CORRUPT_ENTRIES);
      return Problem.STORED_ENTRY_CORRUPT.reply();
    }
  }

  private ApiReply route(ApiRequest request, Route route, Invocation invocation) {
    List<String> path = route.segments();
    return switch (route.name()) {
      case "issuers" ->
          path.size() == 1 ? issuers(route, invocation) : ofIssuer(request, route, invocation);
      case "snapshots" ->
          path.size() == 4 ? diff(request, route) : snapshot(request, route, invocation);
      case "evidence" -> path.size() == 3 ? evidence(request, route) : Problem.NO_ROUTE.reply();
      case "ledger" -> ledger(request, route, invocation);
      case "method" -> path.size() == 1 ? method(route) : Problem.NO_ROUTE.reply();
      default -> Problem.NO_ROUTE.reply();
    };
  }

  private ApiReply issuers(Route route, Invocation invocation) {
    if (route.format() != Route.Format.HTML) {
      return listed(route, catalogue.issuers(), invocation);
    }
    route.allow(Set.of());
    return secured(
        ApiReply.of(200, route.format().contentType(), IssuersPage.write(catalogue.issuers())));
  }

  private ApiReply ofIssuer(ApiRequest request, Route route, Invocation invocation) {
    if (route.segments().size() != 3) {
      return Problem.NO_ROUTE.reply();
    }
    Ticker ticker = route.ticker(1);
    return switch (route.segments().get(2)) {
      case "events" ->
          ofFollowed(route, ticker, () -> catalogue.events(ticker, request.at()), invocation);
      case "cards" ->
          ofFollowed(route, ticker, () -> catalogue.cards(ticker, request.at()), invocation);
      case "rejections" -> listed(route, catalogue.rejections(ticker, request.at()), invocation);
      default -> Problem.NO_ROUTE.reply();
    };
  }

  /** A list about an issuer; not found if there is no such issuer. */
  private ApiReply ofFollowed(
      Route route, Ticker ticker, Supplier<JsonNode> list, Invocation invocation) {
    route.allow(Set.of());
    return catalogue.follows(ticker)
        ? listed(route, list.get(), invocation)
        : Problem.NOT_FOUND.reply();
  }

  private ApiReply ledger(ApiRequest request, Route route, Invocation invocation) {
    if (route.segments().size() != 3) {
      return Problem.NO_ROUTE.reply();
    }
    Ticker ticker = route.ticker(1);
    return switch (route.segments().get(2)) {
      case "verification" -> only(route, catalogue.verification(ticker));
      case "replay" ->
          ofFollowed(
              route,
              ticker,
              () -> ReplayJson.write(ticker, replay.replay(ticker, request.at())),
              invocation);
      default -> Problem.NO_ROUTE.reply();
    };
  }

  /** The text of the method; there is no JSON of it. */
  private static ApiReply method(Route route) {
    route.allow(Set.of());
    return route.format() == Route.Format.HTML
        ? secured(ApiReply.of(200, route.format().contentType(), MethodPage.html()))
        : secured(ApiReply.of(200, Route.Format.MARKDOWN.contentType(), MethodPage.markdown()));
  }

  private ApiReply snapshot(ApiRequest request, Route route, Invocation invocation) {
    route.allow(Set.of("asOf"));
    Optional<Instant> asOf = route.instant("asOf");
    int size = route.segments().size();
    if (size != 2 && size != 3) {
      return Problem.NO_ROUTE.reply();
    }
    Ticker ticker = route.ticker(1);
    AssembleSnapshot.Assembled assembled =
        size == 2
            ? snapshots.latest(ticker, asOf, request.at())
            : snapshots.ofEvent(ticker, route.date(2), asOf, request.at());
    invocation.count(CORRUPT_ENTRIES, assembled.corruptEntries());
    return assembled
        .snapshot()
        .map(s -> rendered(request, route, s))
        .orElseGet(Problem.NOT_FOUND::reply);
  }

  private static ApiReply rendered(ApiRequest request, Route route, Snapshot snapshot) {
    JsonNode json = SnapshotJson.write(snapshot);
    String etag = "\"" + CanonicalJson.hash(json).hex() + "-" + route.format().suffix() + "\"";
    String cache = "private, max-age=0, must-revalidate";
    if (request
        .header("if-none-match")
        .map(h -> h.contains(etag) || h.trim().equals("*"))
        .orElse(false)) {
      return ApiReply.of(304, route.format().contentType(), "")
          .with("etag", etag)
          .with("cache-control", cache)
          .with("vary", "accept");
    }
    String body =
        switch (route.format()) {
          case JSON -> CanonicalJson.text(json);
          case HTML -> SnapshotHtml.write(snapshot);
          case MARKDOWN -> SnapshotMarkdown.write(snapshot);
        };
    return secured(
        ApiReply.of(200, route.format().contentType(), body)
            .with("etag", etag)
            .with("cache-control", cache)
            .with("vary", "accept"));
  }

  private ApiReply diff(ApiRequest request, Route route) {
    route.allow(Set.of("from", "to"));
    if (!route.segments().get(3).equals("diff")) {
      return Problem.NO_ROUTE.reply();
    }
    Ticker ticker = route.ticker(1);
    LocalDate date = route.date(2);
    Instant from = route.instant("from").orElseThrow(() -> new BadRequest(Problem.BAD_INSTANT));
    Optional<Snapshot> before =
        snapshots.ofEvent(ticker, date, Optional.of(from), request.at()).snapshot();
    Optional<Snapshot> after =
        snapshots.ofEvent(ticker, date, route.instant("to"), request.at()).snapshot();
    return before.isPresent() && after.isPresent()
        ? json(SnapshotDiff.between(before.get(), after.get()))
        : Problem.NOT_FOUND.reply();
  }

  private ApiReply evidence(ApiRequest request, Route route) {
    route.allow(Set.of());
    Ticker ticker = route.ticker(1);
    EvidenceId id = route.evidenceId(2);
    if (route.format() == Route.Format.HTML) {
      return evidence
          .open(ticker, id, request.at())
          .map(
              o ->
                  secured(
                      ApiReply.of(
                          200,
                          route.format().contentType(),
                          EvidencePage.write(o.evidence(), o.original()))))
          .orElseGet(Problem.NOT_FOUND::reply);
    }
    return evidence
        .item(ticker, id, request.at())
        .map(e -> json(EvidenceJson.toJson(e)))
        .orElseGet(Problem.NOT_FOUND::reply);
  }

  private static ApiReply listed(Route route, JsonNode json, Invocation invocation) {
    invocation.count(CORRUPT_ENTRIES, json.path(Catalogue.CORRUPT_ENTRIES).asLong());
    return only(route, json);
  }

  private static ApiReply only(Route route, JsonNode json) {
    route.allow(Set.of());
    return json(json);
  }

  private static ApiReply json(JsonNode json) {
    return secured(ApiReply.of(200, Route.Format.JSON.contentType(), CanonicalJson.text(json)));
  }

  /** The pages run no script and load nothing. */
  private static ApiReply secured(ApiReply reply) {
    return reply
        .with(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "no-referrer");
  }
}

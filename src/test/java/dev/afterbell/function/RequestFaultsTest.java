package dev.afterbell.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.faults.Intercepted;
import dev.afterbell.flow.AssembleSnapshot;
import dev.afterbell.flow.Catalogue;
import dev.afterbell.flow.Desk;
import dev.afterbell.flow.ReadEvidence;
import dev.afterbell.flow.ReplayCards;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.market.Calendars;
import dev.afterbell.telemetry.Telemetry;
import dev.afterbell.vault.StoreUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the API answers to bad requests and bad days (faults, rows 14, 29, 31 and 33). */
class RequestFaultsTest {

  private static final String PAGE = "/v1/snapshots/KC/2026-05-27";

  private static Desk desk;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeAll
  static void sample() {
    desk = new Desk().withSample();
    desk.refresh.refresh(Desk.LATER);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/snapshots/KC/2026-05-27, nonsense=1, UNKNOWN_PARAMETER",
    "/v1/issuers, asOf=2026-05-28T00:00:00Z, UNKNOWN_PARAMETER",
    "/v1/evidence/KC/PR-2026-05-27, a=b, UNKNOWN_PARAMETER",
    "/v1/ledger/KC/verification, a=b, UNKNOWN_PARAMETER",
    "/v1/ledger/KC/replay, a=b, UNKNOWN_PARAMETER",
    "/v1/issuers/KC/cards, a=b, UNKNOWN_PARAMETER",
    "/v1/method, a=b, UNKNOWN_PARAMETER",
    "/v1/snapshots/KC/2026-05-27, 'asOf=2026-05-28T00:00:00Z,2026-05-28T00:00:00Z', BAD_PARAMETER",
    "/v1/snapshots/KC/2026-05-27, asOf=yesterday, BAD_INSTANT",
    "/v1/snapshots/KC/2026-05-27, asOf=2026-05-28, BAD_INSTANT",
    "/v1/snapshots/KC/2026-05-27, asOf=-999999999-01-01T00:00:00+18:00, BAD_INSTANT",
    "/v1/snapshots/KC/2026-05-27, asOf=2026-06-02T00:30:01Z, FUTURE_INSTANT",
    "/v1/snapshots/KC, asOf=+999999999-12-31T23:59:59-18:00, FUTURE_INSTANT",
    "/v1/snapshots/KC/2026-05-27/diff, to=2026-06-01T00:00:00Z, BAD_INSTANT",
    "/v1/snapshots/KC/2026-02-30, , BAD_DATE",
    "/v1/snapshots/KC/yesterday, , BAD_DATE",
    "/v1/snapshots/KC/-999999999-01-01, , BAD_DATE",
    "/v1/snapshots/KC/+123456789-01-01, , BAD_DATE",
    "/v1/snapshots/../2026-05-27, , BAD_TICKER",
    "/v1/snapshots/%2e%2e%2f/2026-05-27, , BAD_TICKER",
    "/v1/snapshots/kc/2026-05-27, , BAD_TICKER",
    "/v1/snapshots//2026-05-27, , BAD_TICKER",
    "/v1/issuers/TOOLONGTICKER/events, , BAD_TICKER",
    "/v1/evidence/KC/PR-2026-99-99, , BAD_EVIDENCE_ID",
    "/v1/evidence/KC/<script>, , BAD_EVIDENCE_ID"
  })
  void row29_badRequest_is400WithAStableCodeAndNoEcho(String path, String query, String code) {
    JsonNode reply = ask(desk.store.ledger, path, query);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
    JsonNode problem = CanonicalJson.parse(reply.path("body").asText());
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(reply.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
    assertThat(reply.toString())
        .doesNotContain("nonsense", "yesterday", "script", "999999999", "java", "Exception");
  }

  @Test
  void row29_oversizedPathOrParameter_is400() {
    assertThat(code(ask(desk.store.ledger, "/v1/snapshots/" + "A".repeat(8 * 1024), null)))
        .isEqualTo("BAD_PARAMETER");
    assertThat(code(ask(desk.store.ledger, PAGE, "asOf=" + "2".repeat(8 * 1024))))
        .isEqualTo("BAD_PARAMETER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v2/issuers",
        "/v1/nothing",
        "/v1/snapshots",
        "/v1/issuers/KC",
        "/v1/issuers/KC/secrets",
        "/v1/ledger/KC",
        "/v1/evidence/KC",
        "/v1/snapshots/KC/2026-05-27/other",
        "/v1/snapshots/KC/2026-05-27/diff/x"
      })
  void row29_unknownRoute_is404(String path) {
    JsonNode reply = ask(desk.store.ledger, path, null);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(404);
    assertThat(code(reply)).isEqualTo("NO_ROUTE");
  }

  @Test
  void row29_otherMethod_is405() {
    ObjectNode event = event(PAGE, null);
    ((ObjectNode) event.at("/requestContext/http")).put("method", "DELETE");

    assertThat(function(desk.store.ledger).snapshot(event).path("statusCode").asInt())
        .isEqualTo(405);
  }

  @Test
  void row31_absent_is404() {
    assertThat(code(ask(desk.store.ledger, "/v1/snapshots/KC/2026-05-26", null)))
        .isEqualTo("NOT_FOUND");
    assertThat(code(ask(desk.store.ledger, "/v1/snapshots/NONE", null))).isEqualTo("NOT_FOUND");
    assertThat(code(ask(desk.store.ledger, "/v1/evidence/KC/PR-2020-01-01", null)))
        .isEqualTo("NOT_FOUND");
    for (String list :
        List.of("/v1/issuers/NONE/events", "/v1/issuers/NONE/cards", "/v1/ledger/NONE/replay")) {
      assertThat(code(ask(desk.store.ledger, list, null))).as(list).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void row31_notDueYet_is200Pending() {
    JsonNode reply = ask(desk.store.ledger, PAGE, "asOf=2026-05-27T20:00:00Z");

    assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
    assertThat(CanonicalJson.parse(reply.path("body").asText()).path("state").asText())
        .isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE,
        "/v1/snapshots/KC",
        "/v1/issuers",
        "/v1/issuers/KC/events",
        "/v1/issuers/KC/rejections",
        "/v1/evidence/KC/PR-2026-05-27",
        "/v1/evidence/KC/PR-2026-05-27.html",
        "/v1/issuers/KC/cards",
        "/v1/ledger/KC/verification",
        "/v1/ledger/KC/replay"
      })
  void row31_storeDown_is503WithRetryAfter_never404(String path) {
    Ledger down =
        Intercepted.ledger(
            desk.store.ledger,
            (method, arguments) -> {
              throw new StoreUnavailable("DynamoDB Query");
            });

    JsonNode reply = ask(down, path, null);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(503);
    assertThat(code(reply)).isEqualTo("STORE_UNAVAILABLE");
    assertThat(reply.at("/headers/retry-after").asInt()).isPositive();
    assertThat(logged().path("Failures").asInt()).isEqualTo(1);
  }

  @Test
  void row33_corruptEntry_isFlaggedOnThePageAndCountedForTheAlarm() {
    Desk broken = new Desk().withSample();
    corrupt(broken, "2026-05-27#EVIDENCE#NEWS-2026-05-27");

    JsonNode reply = ask(broken.store.ledger, PAGE, null);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(200);
    assertThat(reply.path("body").asText()).contains("CORRUPT_ENTRY", "PR-2026-05-27");
    assertThat(logged().path("CorruptEntries").asInt()).isEqualTo(1);
    assertThat(logged().at("/_aws/CloudWatchMetrics/0/Metrics").toString())
        .contains("CorruptEntries");
  }

  @Test
  void row33_corruptEntryAskedForAlone_isNot404() {
    Desk broken = new Desk().withSample();
    corrupt(broken, "2026-05-27#EVIDENCE#NEWS-2026-05-27");

    JsonNode reply = ask(broken.store.ledger, "/v1/evidence/KC/NEWS-2026-05-27", null);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(500);
    assertThat(code(reply)).isEqualTo("STORED_ENTRY_CORRUPT");
    assertThat(logged().path("CorruptEntries").asInt()).isEqualTo(1);
  }

  @Test
  void snapshot_wholeEntries_countNone() {
    ask(desk.store.ledger, PAGE, null);

    assertThat(logged().path("CorruptEntries").asInt()).isZero();
  }

  @Test
  void latest_andByDate_areTheSameBytes() {
    assertThat(ask(desk.store.ledger, "/v1/snapshots/KC", null))
        .isEqualTo(ask(desk.store.ledger, PAGE, null));
  }

  @Test
  void etag_sentBack_is304WithoutABody() {
    String etag = ask(desk.store.ledger, PAGE, null).at("/headers/etag").asText();
    ObjectNode event = event(PAGE, null);
    event.putObject("headers").put("If-None-Match", etag);

    JsonNode reply = function(desk.store.ledger).snapshot(event);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(304);
    assertThat(reply.path("body").asText()).isEmpty();
  }

  private static void corrupt(Desk broken, String sortKey) {
    Map<String, AttributeValue> item =
        new HashMap<>(broken.store.item(Book.of(Desk.TICKER), sortKey));
    item.put("sha256", AttributeValue.fromS("0".repeat(64)));
    broken.store.put(item);
  }

  /** Row 29's reply also for what the calendar tables cannot answer: no stack, no guess. */
  @Test
  void asOf_beyondTheTradingCalendar_is400WithItsCode() {
    ObjectNode event = event("/v1/snapshots/KC/2026-05-27", "asOf=2029-01-15T00:00:00Z");
    ObjectNode context = (ObjectNode) event.path("requestContext");
    context.put("timeEpoch", Instant.parse("2029-02-01T00:00:00Z").toEpochMilli());

    JsonNode reply = function(desk.store.ledger).snapshot(event);

    assertThat(reply.path("statusCode").asInt()).isEqualTo(400);
    assertThat(code(reply)).isEqualTo("CALENDAR_EXHAUSTED");
    assertThat(reply.path("body").asText()).doesNotContain("Exception", "dev.afterbell");
  }

  private JsonNode ask(Ledger ledger, String path, String query) {
    return function(ledger).snapshot(event(path, query));
  }

  private SnapshotFunction function(Ledger ledger) {
    log.reset();
    SnapshotFunction function = new SnapshotFunction();
    function.api =
        new SnapshotApi(
            new AssembleSnapshot(ledger, desk.store.vault),
            new ReadEvidence(ledger, desk.store.vault),
            new Catalogue(ledger),
            new ReplayCards(ledger, desk.store.vault, Calendars.SHIPPED));
    function.telemetry =
        new Telemetry(
            Clock.fixed(Desk.LATER, ZoneOffset.UTC),
            new PrintStream(log, true, StandardCharsets.UTF_8));
    return function;
  }

  private JsonNode logged() {
    return CanonicalJson.parse(log.toString(StandardCharsets.UTF_8));
  }

  private static String code(JsonNode reply) {
    return CanonicalJson.parse(reply.path("body").asText()).path("code").asText();
  }

  private static ObjectNode event(String path, String query) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("rawPath", path);
    ObjectNode context = event.putObject("requestContext");
    context.put("timeEpoch", Desk.LATER.toEpochMilli());
    context.putObject("http").put("method", "GET");
    if (query != null) {
      int equals = query.indexOf('=');
      event
          .putObject("queryStringParameters")
          .put(query.substring(0, equals), query.substring(equals + 1));
    }
    return event;
  }
}

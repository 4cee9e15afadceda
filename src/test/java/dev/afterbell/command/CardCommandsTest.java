package dev.afterbell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code cards} and {@code replay} make of the answers of an endpoint. */
class CardCommandsTest {

  private record Outcome(int code, String out, String err) {}

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    answer("/v1/issuers", "{\"issuers\":[{\"ticker\":\"AAA\"},{\"ticker\":\"BBB\"}]}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          boolean exact = exchange.getRequestURI().getPath().equals(path);
          exchange.sendResponseHeaders(exact ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private Outcome run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> line = new java.util.ArrayList<>(List.of(words));
    line.addAll(List.of("--endpoint", "http://127.0.0.1:" + server.getAddress().getPort()));
    int code =
        Main.run(
            line,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void cards(String ticker, String cards, int corrupt) {
    answer(
        "/v1/issuers/" + ticker + "/cards",
        "{\"cards\":[" + cards + "],\"corruptEntries\":" + corrupt + "}");
  }

  private void replay(String ticker, String result, String method, int corrupt) {
    answer(
        "/v1/ledger/" + ticker + "/replay",
        "{\"method\":\"m1\",\"cards\":[{\"eventDate\":\"2026-05-27\",\"method\":\""
            + method
            + "\",\"result\":\""
            + result
            + "\"}],\"corruptEntries\":"
            + corrupt
            + "}");
  }

  @Test
  void cards_ofAllIssuers_areALineEach() {
    cards("AAA", "{\"n\":\"1\"},{\"n\":\"2\"}", 0);
    cards("BBB", "", 0);

    assertThat(run("cards")).isEqualTo(new Outcome(0, "{\"n\":\"1\"}\n{\"n\":\"2\"}\n", ""));
    assertThat(run("cards", "BBB")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void cards_ofALedgerThatCannotAllBeRead_comeWithAFailure() {
    cards("AAA", "{\"n\":\"1\"}", 2);

    Outcome outcome = run("cards", "AAA");

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).isEqualTo("{\"n\":\"1\"}\n");
    assertThat(outcome.err()).contains("not all are there, 2 entries of AAA cannot be read");
  }

  @Test
  void replay_ofCardsThatAreTheSame_isALineForEachIssuer() {
    replay("AAA", "same", "m1", 0);
    replay("BBB", "moved", "m2", 0);

    Outcome outcome = run("replay");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).hasLineCount(2);
  }

  @Test
  void replay_ofACardOfThisMethodThatMoved_fails() {
    replay("AAA", "moved", "m1", 0);

    assertThat(run("replay", "AAA"))
        .satisfies(
            o -> {
              assertThat(o.code()).isEqualTo(65);
              assertThat(o.err()).contains("not the same when made again: AAA 2026-05-27");
            });
  }

  @Test
  void replay_ofALedgerThatCannotAllBeRead_fails() {
    replay("AAA", "same", "m1", 1);

    assertThat(run("replay", "AAA").err()).contains("1 entries of AAA cannot be read");
  }

  @Test
  void replay_ofAnIssuerThatIsNotThere_fails() {
    Outcome outcome = run("replay", "CCC");

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.out()).isEmpty();
  }
}

package dev.afterbell.source;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Cik;
import dev.afterbell.source.Fetched.NotConfigured;
import dev.afterbell.source.Fetched.Nothing;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Fetched.Unavailable;
import dev.afterbell.source.edgar.Accession;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.Pace;
import dev.afterbell.source.edgar.VirtualTime;
import dev.afterbell.source.estimates.AlphaVantage;
import dev.afterbell.source.prices.TiingoPrices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a provider does, each adapter gives a typed outcome, and the key stays where it was. */
class ProviderFaultsTest {

  private static final String KEY = "s3cr3tKEY0123456789";
  private static final Secrets KEYS = name -> new Secrets.Key(KEY);
  private static final Secrets NO_KEYS = name -> new Secrets.None();
  private static final Instant NOW = Instant.parse("2026-06-18T20:30:00Z");
  private static final Ticker ACME = new Ticker("ACME");
  private static final Web WEB = request -> new JdkWeb().get(request.within(Duration.ofSeconds(5)));
  private static final Web HASTY = request -> new JdkWeb().get(request.within(millis(300)));

  private static WireMockServer server;
  private static WireMockServer elsewhere;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Handler logs = new PrintingHandler();
  private Optional<Level> level = Optional.empty();
  private PrintStream out = System.out;
  private PrintStream err = System.err;

  /** The calls of all adapters. */
  enum Call {
    TIINGO((base, use) -> prices(base, use)),
    ESTIMATES((base, use) -> alpha(base, use).estimates(ACME, NOW)),
    EARNINGS((base, use) -> alpha(base, use).earnings(ACME, NOW)),
    SUBMISSIONS((base, use) -> edgar(base, use).submissions(Cik.parse("1234567"), NOW)),
    FILING(
        (base, use) ->
            edgar(base, use)
                .fullSubmission(Cik.parse("1234567"), new Accession("0001234567-26-000042"), NOW));

    private final BiFunction<URI, Use, Fetched> fetch;

    Call(BiFunction<URI, Use, Fetched> fetch) {
      this.fetch = fetch;
    }
  }

  private record Use(Web web, Secrets secrets) {}

  @BeforeAll
  static void start() {
    server = new WireMockServer(wireMockConfig().dynamicPort());
    elsewhere = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    elsewhere.start();
    elsewhere.stubFor(any(anyUrl()).willReturn(aResponse().withBody("[]")));
  }

  @AfterAll
  static void stop() {
    server.stop();
    elsewhere.stop();
  }

  @BeforeEach
  void capture() {
    server.resetAll();
    elsewhere.resetRequests();
    out = System.out;
    err = System.err;
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    Logger.getLogger("").addHandler(logs);
    level = Optional.ofNullable(Logger.getLogger("").getLevel());
    Logger.getLogger("").setLevel(Level.ALL);
  }

  @AfterEach
  void release() {
    Logger.getLogger("").removeHandler(logs);
    Logger.getLogger("").setLevel(level.orElse(null));
    System.setOut(out);
    System.setErr(err);
    assertThat(printed.toString(StandardCharsets.UTF_8).contains(KEY)).isFalse();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("HTTP 400", answer(400), Reason.REJECTED),
        Arguments.of("HTTP 401", answer(401), Reason.REFUSED),
        Arguments.of("HTTP 403", answer(403), Reason.REFUSED),
        Arguments.of("HTTP 429", answer(429), Reason.RATE_LIMITED),
        Arguments.of(
            "HTTP 429 for an hour",
            answer(429).withHeader("Retry-After", "3600"),
            Reason.RATE_LIMITED),
        Arguments.of("HTTP 500", answer(500), Reason.SERVER_ERROR),
        Arguments.of("HTTP 503", answer(503), Reason.SERVER_ERROR),
        Arguments.of("HTTP 204", answer(204), Reason.CHANGED_SHAPE),
        Arguments.of(
            "page with HTTP 200",
            answer(200).withBody("\n<!DOCTYPE html><html><body>Are you human?</body></html>"),
            Reason.WEB_PAGE),
        Arguments.of("empty body", answer(200).withBody(""), Reason.CHANGED_SHAPE),
        Arguments.of("another shape", answer(200).withBody("{\"rows\":[1]}"), Reason.CHANGED_SHAPE),
        Arguments.of("no JSON", answer(200).withBody("{\"symbol\":"), Reason.CHANGED_SHAPE),
        Arguments.of("plain words", answer(200).withBody("Too many " + KEY), Reason.CHANGED_SHAPE),
        Arguments.of(
            "compressed though nobody asked",
            answer(200).withHeader("Content-Encoding", "br").withBody("[]"),
            Reason.CHANGED_SHAPE),
        Arguments.of(
            "more than is taken",
            answer(200).withBody(new byte[26 * 1024 * 1024]),
            Reason.TOO_LARGE),
        Arguments.of(
            "hung up on", answer(200).withFault(Fault.EMPTY_RESPONSE), Reason.NO_CONNECTION),
        Arguments.of(
            "reset", answer(200).withFault(Fault.CONNECTION_RESET_BY_PEER), Reason.NO_CONNECTION));
  }

  static Stream<Arguments> callsAndFaults() {
    return Arrays.stream(Call.values())
        .flatMap(call -> faults().map(f -> Arguments.of(call, f.get()[0], f.get()[1], f.get()[2])));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("callsAndFaults")
  void fetch_fault_isUnavailableForAReason(
      Call call, String name, ResponseDefinitionBuilder answer, Reason reason) {
    server.stubFor(any(anyUrl()).willReturn(answer));

    Fetched fetched = fetch(call, WEB);

    assertThat(fetched).isInstanceOf(Unavailable.class);
    Unavailable unavailable = (Unavailable) fetched;
    assertThat(unavailable.reason()).isEqualTo(reason);
    assertThat(unavailable.sentence())
        .startsWith(
            switch (call) {
              case TIINGO -> "Tiingo ";
              case ESTIMATES, EARNINGS -> "Alpha Vantage ";
              case SUBMISSIONS, FILING -> "EDGAR ";
            })
        .doesNotContain("human", "rows", "http:")
        .endsWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void fetch_notFound_isNothing(Call call) {
    server.stubFor(any(anyUrl()).willReturn(answer(404).withBody("{\"detail\":\"Not found.\"}")));

    assertThat(fetch(call, WEB)).isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @EnumSource
  void fetch_redirectToAnotherHost_isNotFollowed(Call call) {
    String there = elsewhere.baseUrl() + "/data.json";
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      server.stubFor(any(anyUrl()).willReturn(answer(status).withHeader("Location", there)));

      assertThat(fetch(call, WEB))
          .isInstanceOfSatisfying(
              Unavailable.class, u -> assertThat(u.reason()).isEqualTo(Reason.REDIRECTED));
    }
    assertThat(elsewhere.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void fetch_answerComesTooLate_isTimeout(Call call) {
    server.stubFor(any(anyUrl()).willReturn(answer(200).withBody("[]").withFixedDelay(2_000)));

    assertUnavailable(fetch(call, HASTY), Reason.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource
  void fetch_bodyDripsTooSlowly_isTimeout(Call call) {
    server.stubFor(
        any(anyUrl())
            .willReturn(answer(200).withBody("[1,2,3,4]").withChunkedDribbleDelay(4, 4_000)));

    assertUnavailable(fetch(call, HASTY), Reason.TIMEOUT);
  }

  @ParameterizedTest
  @EnumSource
  void fetch_bodyBreaksOff_isTruncated(Call call) throws IOException {
    String cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"date\":";
    try (RawServer raw = new RawServer(cut)) {
      assertUnavailable(call.fetch.apply(raw.uri(), new Use(WEB, KEYS)), Reason.TRUNCATED);
      assertThat(raw.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fetch_lengthHeaderAboveLimit_isTooLargeBeforeItIsRead(Call call) throws IOException {
    String huge = "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n[";
    try (RawServer raw = new RawServer(huge)) {
      assertUnavailable(call.fetch.apply(raw.uri(), new Use(WEB, KEYS)), Reason.TOO_LARGE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fetch_noNetwork_isNoConnection(Call call) throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertUnavailable(call.fetch.apply(closed, new Use(WEB, KEYS)), Reason.NO_CONNECTION);
  }

  @ParameterizedTest
  @EnumSource
  void fetch_unknownHost_isNoConnection(Call call) {
    URI unknown = URI.create("http://nowhere.invalid");

    assertUnavailable(call.fetch.apply(unknown, new Use(WEB, KEYS)), Reason.NO_CONNECTION);
  }

  @ParameterizedTest
  @EnumSource(names = {"TIINGO", "ESTIMATES", "EARNINGS"})
  void fetch_noKeyOrOneThatCannotBeSent_asksNobody(Call call) {
    Secrets unsendable = name -> Secrets.Secret.of(Optional.of(KEY + "\r\nX: y"));
    for (Secrets secrets : new Secrets[] {NO_KEYS, unsendable}) {
      Fetched fetched = call.fetch.apply(URI.create(server.baseUrl()), new Use(WEB, secrets));

      assertThat(fetched).isInstanceOf(NotConfigured.class);
      assertThat(fetched.toString()).doesNotContain(KEY);
    }
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TIINGO", "ESTIMATES", "EARNINGS"})
  void fetch_keyCannotBeRead_isUnavailableAndAsksNobody(Call call) {
    Use use = new Use(WEB, name -> new Secrets.Unreadable());

    assertUnavailable(call.fetch.apply(URI.create(server.baseUrl()), use), Reason.NO_KEY);
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  private static void assertUnavailable(Fetched fetched, Reason reason) {
    assertThat(fetched)
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.reason()).isEqualTo(reason));
    assertThat(fetched.toString()).doesNotContain(KEY);
  }

  private static Fetched fetch(Call call, Web web) {
    Fetched fetched = call.fetch.apply(URI.create(server.baseUrl()), new Use(web, KEYS));
    assertThat(fetched.toString()).doesNotContain(KEY);
    return fetched;
  }

  private static ResponseDefinitionBuilder answer(int status) {
    return aResponse().withStatus(status);
  }

  private static Fetched prices(URI base, Use use) {
    LocalDate day = LocalDate.parse("2026-06-15");
    return new TiingoPrices(use.web(), base, use.secrets()).daily(ACME, day, day, NOW);
  }

  private static AlphaVantage alpha(URI base, Use use) {
    return new AlphaVantage(use.web(), base, use.secrets());
  }

  private static Edgar edgar(URI base, Use use) {
    Edgar.Setting setting =
        new Edgar.Setting(base, base, Optional.of("Example Research ops@example.com"));
    return new Edgar(
        use.web(), Pace.inProcess(), new VirtualTime(), new SplittableRandom(1), setting);
  }

  private static Duration millis(int millis) {
    return Duration.ofMillis(millis);
  }

  /** Writes every record of every level to where standard output goes. */
  private final class PrintingHandler extends Handler {

    PrintingHandler() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      byte[] line =
          (record.getMessage() + Arrays.toString(record.getParameters()) + record.getThrown())
              .getBytes(StandardCharsets.UTF_8);
      printed.write(line, 0, line.length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

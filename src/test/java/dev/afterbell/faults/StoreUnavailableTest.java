package dev.afterbell.faults;

import static dev.afterbell.ledger.dynamo.LedgerFixture.BOOK;
import static dev.afterbell.ledger.dynamo.LedgerFixture.EVENT;
import static dev.afterbell.ledger.dynamo.LedgerFixture.NOON;
import static dev.afterbell.ledger.dynamo.LedgerFixture.TICKER;
import static dev.afterbell.ledger.dynamo.LedgerFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.dynamo.DynamoLedger;
import dev.afterbell.ledger.dynamo.DynamoTable;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.MemoryVault;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.StoreBudget;
import dev.afterbell.vault.StoreUnavailable;
import dev.afterbell.vault.VaultRead;
import dev.afterbell.vault.s3.S3Calls;
import dev.afterbell.vault.s3.S3Inbox;
import dev.afterbell.vault.s3.S3Vault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A store that does not answer is not a store that holds nothing (faults, rows 6, 14, 19). */
class StoreUnavailableTest {

  private static final StoreBudget BUDGET =
      new StoreBudget(3, Duration.ofMillis(400), Duration.ofSeconds(4));
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final String THROTTLED =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\",\"message\":\"slow down\"}";
  private static final String EMPTY_PAGE = "{\"Count\":0,\"Items\":[],\"ScannedCount\":0}";

  private static final ObjectRef OBJECT = new ObjectRef("b", "inbox/ACME/x.txt", Optional.empty());
  private static final Sha256 DIGEST = Sha256.of(new byte[0]);

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("500", FailingServer.status(500, "{}")),
        Arguments.of("503", FailingServer.status(503, "{}")),
        Arguments.of("throttled", FailingServer.status(400, THROTTLED)),
        Arguments.of("connection reset", FailingServer.reset()),
        Arguments.of("slow", FailingServer.slow(2_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void row14_tableFails_isUnavailableAfterABoundedNumberOfAttempts(
      String name, FailingServer.Answer answer) {
    try (FailingServer server = new FailingServer(List.of(answer))) {
      Ledger ledger = ledger(server.uri());

      assertThatThrownBy(() -> ledger.read(BOOK, EVENT, EVENT, NOON))
          .isInstanceOf(StoreUnavailable.class);
      // A reset connection is tried once more below the SDK, by the JDK.
      assertThat(server.requests()).isBetween(BUDGET.attemptsMax(), 2 * BUDGET.attemptsMax());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void row14_tableFailsOnce_isTriedAgain(String name, FailingServer.Answer answer) {
    try (FailingServer server =
        new FailingServer(List.of(answer, FailingServer.status(200, EMPTY_PAGE)))) {
      assertThat(ledger(server.uri()).read(BOOK, EVENT, EVENT, NOON).entries()).isEmpty();
    }
  }

  @Test
  void row14_tableFails_isNeverAnAbsence() {
    try (FailingServer server = new FailingServer(List.of(FailingServer.status(500, "{}")))) {
      Ledger ledger = ledger(server.uri());

      assertThatThrownBy(() -> ledger.issuer(TICKER)).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> ledger.eventDates(TICKER, 1)).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> ledger.dueOn(EVENT)).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(
              () -> ledger.append(Append.of(BOOK, NOON, evidence("PR-2026-05-27", "release"))))
          .isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void row14_tableForbidden_isNotSomethingThatTimeMends() {
    String denied =
        "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"no\"}";
    try (FailingServer server = new FailingServer(List.of(FailingServer.status(400, denied)))) {
      assertThatThrownBy(() -> ledger(server.uri()).issuer(TICKER))
          .isInstanceOf(DynamoDbException.class);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void row14_nobodyListens_isUnavailable() {
    URI uri;
    try (FailingServer server = new FailingServer(List.of(FailingServer.reset()))) {
      uri = server.uri();
    }

    assertThatThrownBy(() -> ledger(uri).issuer(TICKER)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> new S3Inbox(s3(uri)).fetch(OBJECT))
        .isInstanceOf(StoreUnavailable.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void row14_bucketFails_isUnavailable(String name, FailingServer.Answer answer) {
    String slowDown = "<Error><Code>SlowDown</Code><Message>slow down</Message></Error>";
    FailingServer.Answer inS3 =
        name.equals("throttled") ? FailingServer.status(503, slowDown) : answer;
    try (FailingServer server = new FailingServer(List.of(inS3))) {
      S3Client s3 = s3(server.uri());

      assertThatThrownBy(() -> new S3Inbox(s3).fetch(OBJECT)).isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> new S3Vault(s3, "b").get(DIGEST))
          .isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> new S3Vault(s3, "b").put(new byte[3]))
          .isInstanceOf(StoreUnavailable.class);
    }
  }

  @Test
  void row06_forbidden_isGone() {
    String denied = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    try (FailingServer server = new FailingServer(List.of(FailingServer.status(403, denied)))) {
      assertThat(new S3Inbox(s3(server.uri())).fetch(OBJECT)).isEqualTo(new FetchResult.Gone());
      assertThat(new S3Vault(s3(server.uri()), "b").get(DIGEST)).isEqualTo(new VaultRead.Absent());
    }
  }

  @Test
  void row19_bodyWithoutADeclaredLength_isCappedOnTheStream() {
    try (FailingServer server =
        new FailingServer(List.of(FailingServer.stream(2L * Limits.BODY_BYTES_MAX)))) {
      S3Client patient = s3(server.uri(), StoreBudget.INGEST);

      assertThat(new S3Inbox(patient).fetch(OBJECT))
          .isInstanceOfSatisfying(
              FetchResult.TooLarge.class,
              t ->
                  assertThat(t.bytesSeen())
                      .isBetween(Limits.BODY_BYTES_MAX + 1L, Limits.BODY_BYTES_MAX + 100_000L));
    }
  }

  @Test
  void row19_bodyShorterThanItSays_isNotTakenForWhole() {
    try (FailingServer server = new FailingServer(List.of(FailingServer.cutOff(1_000)))) {
      assertThatThrownBy(() -> new S3Inbox(s3(server.uri())).fetch(OBJECT))
          .isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> new S3Vault(s3(server.uri()), "b").get(DIGEST))
          .isInstanceOf(StoreUnavailable.class);
    }
  }

  private static Ledger ledger(URI endpoint) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create());
    DynamoTable.configure(builder, BUDGET);
    return new DynamoLedger(builder.build(), "Afterbell", new MemoryVault(), attempt -> {});
  }

  private static S3Client s3(URI endpoint) {
    return s3(endpoint, BUDGET);
  }

  private static S3Client s3(URI endpoint, StoreBudget budget) {
    S3ClientBuilder builder =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create());
    S3Calls.configure(builder, budget);
    return builder.build();
  }
}

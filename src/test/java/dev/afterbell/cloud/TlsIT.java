package dev.afterbell.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The packaged function reaches table and bucket over HTTPS, and only where it trusts the
 * certificate.
 */
class TlsIT {

  private static final String PROFILE =
      "{\"ticker\":\"TLSX\",\"name\":\"Tidelands Shipping plc\",\"displayName\":\"Tidelands\",\"primaryVenue\":\"XNYS\","
          + "\"listings\":[{\"venue\":\"XNYS\",\"symbol\":\"TLSX\"}],\"fiscalYearEnd\":\"12-31\",\"peers\":[]}";
  private static final String NOTICE =
      "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-05-20T12:00:00.000Z\",\"s3\":{\"bucket\":"
          + "{\"name\":\"afterbell\"},\"object\":{\"key\":\"inbox/TLSX/issuer.json\",\"size\":10,\"sequencer\":\"0A\"}}}]}";

  @TempDir private Path folder;

  @Test
  void tableAndBucketBehindHttps_areUsed_andAnUnknownCertificateIsRefused() throws Exception {
    LocalCloud cloud = SharedCloud.get();
    cloud
        .s3()
        .putObject(
            r -> r.bucket(LocalCloud.BUCKET).key("inbox/TLSX/issuer.json"),
            RequestBody.fromString(PROFILE));
    Path store = TlsForwarder.keyStore(folder);
    try (TlsForwarder s3 = TlsForwarder.inFrontOf(cloud.s3Endpoint(), store);
        TlsForwarder dynamo = TlsForwarder.inFrontOf(cloud.dynamoEndpoint(), store)) {
      Map<String, String> https =
          Map.of(
              "QUARKUS_S3_ENDPOINT_OVERRIDE", s3.address().toString(),
              "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE", dynamo.address().toString());
      try (LocalFunction untrusting = cloud.launch("ingest", Export.INGEST, https, List.of())) {
        untrusting.awaitReady();
        assertThatThrownBy(() -> untrusting.invoke(NOTICE.getBytes(UTF_8)))
            .isInstanceOf(FunctionFailed.class);
      }
      assertThat(issuers(cloud)).doesNotContain("TLSX");
      try (LocalFunction trusting =
          cloud.launch("ingest", Export.INGEST, https, TlsForwarder.trusting(store))) {
        trusting.awaitReady();
        trusting.invoke(NOTICE.getBytes(UTF_8));
      }
      assertThat(issuers(cloud)).contains("TLSX");
    }
  }

  private static String issuers(LocalCloud cloud) throws Exception {
    return new WebClient(cloud.api()).get("/v1/issuers").body();
  }
}

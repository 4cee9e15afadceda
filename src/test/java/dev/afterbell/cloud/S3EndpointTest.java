package dev.afterbell.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The S3 endpoint with S3Mock behind it, as the AWS SDK uses it: chunked bodies, trailers, parts,
 * conditions.
 */
class S3EndpointTest {

  private static final int PART_BYTES = 5 * 1024 * 1024;

  private final String bucket = LocalStores.newBucket();
  private final List<S3Notice> notices = Collections.synchronizedList(new ArrayList<>());
  private final S3Front front =
      new S3Front(
          new S3Front.Place(0, LocalStores.s3Endpoint(), bucket),
          new MovableClock(Instant.parse("2026-05-27T10:35:00Z")),
          notices::add);
  private final S3Client s3 = LocalTable.s3Client(front.endpoint());

  @AfterEach
  void close() {
    s3.close();
    front.close();
  }

  @Test
  void put_ofTheSdk_storedAsSentAndToldWithItsVersion() {
    byte[] body = bytes(300_000);

    String version =
        s3.putObject(b -> b.bucket(bucket).key("inbox/ACME/ä b.bin"), RequestBody.fromBytes(body))
            .versionId();

    assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("inbox/ACME/ä b.bin")).asByteArray())
        .isEqualTo(body);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.key()).isEqualTo("inbox/ACME/ä b.bin");
              assertThat(notice.size()).hasValue(300_000L);
              assertThat(notice.versionId()).hasValue(version);
            });
  }

  @Test
  void emptyObject_toldWithSizeZero() {
    s3.putObject(b -> b.bucket(bucket).key("inbox/ACME/empty"), RequestBody.empty());

    assertThat(notices).singleElement().satisfies(notice -> assertThat(notice.size()).hasValue(0L));
  }

  @Test
  void put_onlyIfAbsent_secondRefusedAndNotTold() {
    s3.putObject(
        b -> b.bucket(bucket).key("inbox/ACME/once").ifNoneMatch("*"), RequestBody.fromString("1"));

    assertThatThrownBy(
            () ->
                s3.putObject(
                    b -> b.bucket(bucket).key("inbox/ACME/once").ifNoneMatch("*"),
                    RequestBody.fromString("2")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(notices).hasSize(1);
  }

  @Test
  void upload_inParts_toldOnceWhenComplete() {
    String key = "inbox/ACME/large.bin";
    byte[] first = bytes(PART_BYTES);
    String upload = s3.createMultipartUpload(b -> b.bucket(bucket).key(key)).uploadId();
    List<CompletedPart> parts =
        List.of(part(key, upload, 1, first), part(key, upload, 2, bytes(10)));
    assertThat(notices).isEmpty();

    s3.completeMultipartUpload(
        b -> b.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));

    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.eventName()).isEqualTo("ObjectCreated:CompleteMultipartUpload");
              assertThat(notice.size()).hasValue(PART_BYTES + 10L);
            });
  }

  @Test
  void copy_intoInbox_told() {
    s3.putObject(b -> b.bucket(bucket).key("elsewhere/a.txt"), RequestBody.fromString("x"));

    s3.copyObject(
        b ->
            b.sourceBucket(bucket)
                .sourceKey("elsewhere/a.txt")
                .destinationBucket(bucket)
                .destinationKey("inbox/ACME/a.txt"));

    assertThat(notices).extracting(S3Notice::eventName).containsExactly("ObjectCreated:Copy");
  }

  private CompletedPart part(String key, String upload, int number, byte[] body) {
    var answer =
        s3.uploadPart(
            b -> b.bucket(bucket).key(key).uploadId(upload).partNumber(number),
            RequestBody.fromBytes(body));
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(answer.eTag())
        .checksumCRC32(answer.checksumCRC32())
        .build();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }
}

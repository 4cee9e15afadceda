package dev.afterbell.vault.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3InboxTest {

  private final S3Client s3 = LocalStores.s3();
  private final String bucket = LocalStores.newBucket();
  private final S3Inbox inbox = new S3Inbox(s3);

  @Test
  void object_withMetadata_isFetchedWithIt() {
    s3.putObject(
        r ->
            r.bucket(bucket)
                .key("inbox/ACME/pr.htm")
                .contentType("text/html")
                .metadata(Map.of("form", "6-K", "source-url", "https://example.com/pr")),
        RequestBody.fromString("<p>release</p>"));

    assertThat(inbox.fetch(ref("inbox/ACME/pr.htm")))
        .isInstanceOfSatisfying(
            FetchResult.Body.class,
            b -> {
              assertThat(b.bytes()).isEqualTo("<p>release</p>".getBytes(StandardCharsets.UTF_8));
              assertThat(b.metadata())
                  .containsEntry("form", "6-K")
                  .containsEntry("source-url", "https://example.com/pr");
              assertThat(b.contentType()).contains("text/html");
            });
  }

  @Test
  void olderVersion_namedByTheNotice_isTheOneFetched() {
    String first = put("inbox/ACME/pr.htm", "first").orElseThrow();
    put("inbox/ACME/pr.htm", "second");

    assertThat(text(new ObjectRef(bucket, "inbox/ACME/pr.htm", Optional.of(first))))
        .isEqualTo("first");
    assertThat(text(ref("inbox/ACME/pr.htm"))).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inbox/ACME/Q1 2026 + notes.htm",
        "inbox/ACME/100%2B.htm",
        "inbox/ACME/業績公告.htm",
        "inbox/ACME/a&b=c#d?.htm"
      })
  void key_withUnusualCharacters_isTakenAsItIs(String key) {
    put(key, "here");

    assertThat(text(ref(key))).isEqualTo("here");
  }

  @Test
  void sideCar_besideTheObject_isFoundByItsName() {
    put("inbox/ACME/pr.txt", "release");
    put("inbox/ACME/pr.txt.meta.json", "{\"form\":\"8-K\"}");
    ObjectRef object = ref("inbox/ACME/pr.txt");

    assertThat(text(object.sideCar())).isEqualTo("{\"form\":\"8-K\"}");
    assertThat(object.sideCar().isSideCar()).isTrue();
    assertThat(object.sideCar().described()).isEqualTo(object);
    assertThat(object.described()).isSameAs(object);
  }

  @Test
  void objectAtTheCap_isFetchedWhole() {
    s3.putObject(
        r -> r.bucket(bucket).key("inbox/ACME/large.txt"),
        RequestBody.fromBytes(new byte[Limits.BODY_BYTES_MAX]));

    assertThat(inbox.fetch(ref("inbox/ACME/large.txt")))
        .isInstanceOfSatisfying(
            FetchResult.Body.class, b -> assertThat(b.bytes()).hasSize(Limits.BODY_BYTES_MAX));
  }

  @Test
  void objectBeyondTheCap_isTooLargeAndKeptAsACopy() {
    s3.putObject(
        r -> r.bucket(bucket).key("inbox/ACME/larger.txt"),
        RequestBody.fromBytes(new byte[Limits.BODY_BYTES_MAX + 1]));
    ObjectRef object = ref("inbox/ACME/larger.txt");

    assertThat(inbox.fetch(object)).isEqualTo(new FetchResult.TooLarge(Limits.BODY_BYTES_MAX + 1L));
    String copy = inbox.keepRejected(object).orElseThrow();

    assertThat(copy).startsWith("vault/rejected/");
    assertThat(s3.headObject(r -> r.bucket(bucket).key(copy)).contentLength())
        .isEqualTo(Limits.BODY_BYTES_MAX + 1L);
    assertThat(s3.headObject(r -> r.bucket(bucket).key(object.key())).contentLength())
        .isEqualTo(Limits.BODY_BYTES_MAX + 1L);
    assertThat(inbox.keepRejected(object)).contains(copy);
  }

  @Test
  void objectThatIsGone_cannotBeKept() {
    assertThat(inbox.keepRejected(ref("inbox/ACME/never.txt"))).isEmpty();
  }

  private ObjectRef ref(String key) {
    return new ObjectRef(bucket, key, Optional.empty());
  }

  private Optional<String> put(String key, String text) {
    return Optional.ofNullable(
        s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text)).versionId());
  }

  private String text(ObjectRef object) {
    return inbox.fetch(object) instanceof FetchResult.Body body
        ? new String(body.bytes(), StandardCharsets.UTF_8)
        : "";
  }
}

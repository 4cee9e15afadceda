package dev.afterbell.vault.s3;

import dev.afterbell.filing.Sha256;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.BoundedBody;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** The inbox of a bucket, on S3. */
public final class S3Inbox implements Inbox {

  private final S3Client client;

  /** An inbox read through {@code client}. */
  public S3Inbox(S3Client client) {
    this.client = client;
  }

  @Override
  public FetchResult fetch(ObjectRef object) {
    try {
      return S3Calls.call("S3 GetObject from the inbox", () -> fetchOnce(object));
    } catch (S3Exception e) {
      if (isGone(e)) {
        return new FetchResult.Gone();
      }
      throw e;
    }
  }

  private FetchResult fetchOnce(ObjectRef object) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(object.bucket()).key(object.key());
    object.versionId().ifPresent(request::versionId);
    try (ResponseInputStream<GetObjectResponse> in = client.getObject(request.build())) {
      BoundedBody body = S3Calls.body(in, Limits.BODY_BYTES_MAX);
      if (body instanceof BoundedBody.Whole whole) {
        GetObjectResponse head = in.response();
        return new FetchResult.Body(
            whole.bytes(), head.metadata(), Optional.ofNullable(head.contentType()));
      }
      return new FetchResult.TooLarge(((BoundedBody.Over) body).bytesSeen());
    } catch (IOException e) {
      throw new StoreUnavailable("Closing the body of an inbox object", e);
    }
  }

  @Override
  public Optional<String> keepRejected(ObjectRef object) {
    String name = object.bucket() + "/" + object.key() + "@" + object.versionId().orElse("");
    String copyKey = "vault/rejected/" + Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    CopyObjectRequest.Builder copy =
        CopyObjectRequest.builder()
            .sourceBucket(object.bucket())
            .sourceKey(object.key())
            .destinationBucket(object.bucket())
            .destinationKey(copyKey)
            .taggingDirective(TaggingDirective.REPLACE); // copying tags takes a right of its own
    object.versionId().ifPresent(copy::sourceVersionId);
    try {
      S3Calls.call("S3 CopyObject of a rejected drop", () -> client.copyObject(copy.build()));
      return Optional.of(copyKey);
    } catch (S3Exception e) {
      // 400: beyond the 5 GB that one copy takes; the inbox object itself stays.
      if (isGone(e) || e.statusCode() == 400) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Without the right to list the bucket S3 answers 403 for what is not there. */
  private static boolean isGone(S3Exception e) {
    return e.statusCode() == S3Calls.NOT_FOUND
        || e.statusCode() == S3Calls.FORBIDDEN
        || e.statusCode() == S3Calls.METHOD_NOT_ALLOWED; // a delete marker
  }
}

package dev.afterbell.vault.s3;

import dev.afterbell.vault.InboxWriter;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The inbox of a bucket, written to. */
public final class S3InboxWriter implements InboxWriter {

  private final S3Client client;
  private final String bucket;

  /** A writer to the inbox of {@code bucket}. */
  public S3InboxWriter(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public boolean has(String key) {
    try {
      S3Calls.call(
          "S3 HeadObject in the inbox", () -> client.headObject(r -> r.bucket(bucket).key(key)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == S3Calls.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean drop(String key, byte[] bytes, Map<String, String> metadata) {
    return S3Calls.putOnce(
        "S3 PutObject into the inbox",
        () ->
            client.putObject(
                r -> r.bucket(bucket).key(key).metadata(metadata).ifNoneMatch("*"),
                RequestBody.fromBytes(bytes)));
  }
}

package dev.afterbell.vault.s3;

import dev.afterbell.filing.Sha256;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.BoundedBody;
import dev.afterbell.vault.StoreUnavailable;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The vault under {@code vault/sha256/} of a bucket; an original under its digest, its canonical
 * text beside it with the suffix {@code .text}. Objects are written with {@code If-None-Match: *},
 * so that the first one stays; the function's role has no right to delete.
 */
public final class S3Vault implements Vault {

  private final S3Client client;
  private final String bucket;

  /** The vault of a bucket. */
  public S3Vault(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public Sha256 put(byte[] bytes) {
    Sha256 digest = Sha256.of(bytes);
    putOnce(S3Calls.vaultKey(digest), bytes, "application/octet-stream");
    return digest;
  }

  @Override
  public VaultRead get(Sha256 digest) {
    return read(S3Calls.vaultKey(digest), digest);
  }

  @Override
  public Sha256 putText(Sha256 document, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Sha256 digest = Sha256.of(bytes);
    String key = textKey(document);
    if (putOnce(key, bytes, "text/plain; charset=utf-8")) {
      return digest;
    }
    return read(key, digest) instanceof VaultRead.Altered other ? other.actual() : digest;
  }

  @Override
  public VaultRead getText(Sha256 document, Sha256 textDigest) {
    return read(textKey(document), textDigest);
  }

  private static String textKey(Sha256 document) {
    return S3Calls.vaultKey(document) + ".text";
  }

  /** Whether the object is new; false if one was there before. */
  private boolean putOnce(String key, byte[] bytes, String contentType) {
    if (bytes.length > Limits.VAULT_BYTES_MAX) {
      throw new IllegalArgumentException("Too large for the vault: " + bytes.length + " bytes");
    }
    return S3Calls.putOnce(
        "S3 PutObject into the vault",
        () ->
            client.putObject(
                r -> r.bucket(bucket).key(key).contentType(contentType).ifNoneMatch("*"),
                RequestBody.fromBytes(bytes)));
  }

  private VaultRead read(String key, Sha256 expected) {
    try {
      return S3Calls.call("S3 GetObject from the vault", () -> readOnce(key, expected));
    } catch (S3Exception e) {
      if (e.statusCode() == S3Calls.NOT_FOUND || e.statusCode() == S3Calls.FORBIDDEN) {
        return new VaultRead.Absent();
      }
      throw e;
    }
  }

  private VaultRead readOnce(String key, Sha256 expected) {
    try (ResponseInputStream<GetObjectResponse> in =
        client.getObject(r -> r.bucket(bucket).key(key))) {
      if (S3Calls.body(in, Limits.VAULT_BYTES_MAX) instanceof BoundedBody.Whole whole) {
        Sha256 actual = Sha256.of(whole.bytes());
        return actual.equals(expected)
            ? new VaultRead.Found(whole.bytes())
            : new VaultRead.Altered(actual);
      }
      throw new IllegalStateException("Larger than anything the vault takes: " + key);
    } catch (IOException e) {
      throw new StoreUnavailable("Closing the body of a vault object", e);
    }
  }
}

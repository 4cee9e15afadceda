package dev.afterbell.vault.s3;

import dev.afterbell.filing.Sha256;
import dev.afterbell.vault.BoundedBody;
import dev.afterbell.vault.StoreBudget;
import dev.afterbell.vault.StoreUnavailable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** How requests to S3 are made and how their failures are told apart. */
public final class S3Calls {

  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int PRECONDITION_FAILED = 412;

  private S3Calls() {}

  /** Sets a client's attempts and timeouts. */
  public static void configure(S3ClientBuilder builder, StoreBudget budget) {
    builder.overrideConfiguration(
        c ->
            c.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(budget.attemptsMax())
                        .build())
                .apiCallAttemptTimeout(budget.attemptTimeout())
                .apiCallTimeout(budget.totalTimeout()));
  }

  /**
   * Makes a request; what only time can mend becomes {@link StoreUnavailable}, any other answer of
   * the service is thrown as it came.
   */
  static <T> T call(String operation, Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      if (e.statusCode() >= 500 || e.isThrottlingException() || e.statusCode() == CONFLICT) {
        throw new StoreUnavailable(operation, e);
      }
      throw e;
    } catch (SdkClientException e) {
      throw new StoreUnavailable(operation, e);
    }
  }

  /**
   * Makes a put that its condition allows only where nothing is yet.
   *
   * @return whether the object is new; false if one was there before
   */
  static boolean putOnce(String operation, Supplier<PutObjectResponse> put) {
    try {
      call(operation, put);
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Reads the body of an object up to {@code bytesMax} bytes.
   *
   * @throws StoreUnavailable if it ends before its declared length: the JDK's HTTP client takes a
   *     connection that breaks off for the end of the body
   */
  static BoundedBody body(ResponseInputStream<GetObjectResponse> in, int bytesMax) {
    try {
      BoundedBody body = BoundedBody.read(in, bytesMax);
      if (body instanceof BoundedBody.Over) {
        in.abort(); // closing would read the rest
      }
      long declared = Optional.ofNullable(in.response().contentLength()).orElse(0L);
      if (body instanceof BoundedBody.Whole whole && whole.bytes().length < declared) {
        throw new IOException(whole.bytes().length + " of " + declared + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw new StoreUnavailable("Reading the body of an S3 object", e);
    }
  }

  static String vaultKey(Sha256 digest) {
    return "vault/sha256/" + digest;
  }
}

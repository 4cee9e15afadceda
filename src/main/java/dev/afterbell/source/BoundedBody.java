package dev.afterbell.source;

import dev.afterbell.source.Web.Ending;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Takes a body up to a number of bytes. At one byte more the connection is given up, whatever the
 * length header says; a body that breaks off is kept as far as it came.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Received> {

  /**
   * What came.
   *
   * @param bytes at most the limit
   * @param ending how it ended
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Received(byte[] bytes, Ending ending) {}

  private final int bytesMax;
  private final CompletableFuture<Received> received = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Runnable giveUp = () -> {};

  BoundedBody(HttpResponse.ResponseInfo info, int bytesMax) {
    long announced = info.headers().firstValueAsLong("content-length").orElse(0);
    this.bytesMax = announced > bytesMax ? 0 : bytesMax;
  }

  @Override
  public CompletionStage<Received> getBody() {
    return received;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    giveUp = subscription::cancel;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[Math.min(buffer.remaining(), bytesMax - bytes.size())];
      buffer.get(part);
      bytes.writeBytes(part);
      if (buffer.hasRemaining()) {
        giveUp.run();
        end(Ending.OVER_LIMIT);
        return;
      }
    }
  }

  @Override
  public void onError(Throwable throwable) {
    end(Ending.CUT);
  }

  @Override
  public void onComplete() {
    end(Ending.COMPLETE);
  }

  /** What came; cut off if the end has not come. */
  Received received() {
    end(Ending.CUT);
    return received.join();
  }

  private synchronized void end(Ending ending) {
    received.complete(new Received(bytes.toByteArray(), ending));
  }
}

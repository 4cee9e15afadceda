package dev.afterbell.source.edgar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by waiting; begins just before the counter turns negative. */
public final class VirtualTime implements PaceTime {

  private final List<Duration> pauses = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - 1_000_000_000L;

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized void pause(Duration wait) {
    pauses.add(wait);
    nanos += wait.toNanos();
  }

  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}

package dev.afterbell.source.edgar;

import java.util.OptionalLong;

/** Keeps the last turn in memory. */
final class ProcessPace implements Pace {

  private OptionalLong last = OptionalLong.empty();

  @Override
  public synchronized Turn reserve(long nowNanos) {
    Turn turn = Pace.after(last, nowNanos);
    if (turn instanceof At at) {
      last = OptionalLong.of(at.atNanos());
    }
    return turn;
  }
}

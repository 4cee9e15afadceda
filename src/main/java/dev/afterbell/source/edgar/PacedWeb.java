package dev.afterbell.source.edgar;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Web;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks EDGAR when it is its turn, tries again what may pass, and goes on where an answer broke off.
 * Every try takes a turn of its own. Pauses have full jitter (Brooker, "Exponential Backoff and
 * Jitter", AWS Architecture Blog, 2015) and are no shorter than a Retry-After asks for.
 */
final class PacedWeb {

  private static final Duration WHOLE = Duration.ofMillis(Limits.EDGAR_MILLIS_MAX);
  private static final int TURNS_MAX = 5;

  private final Web web;
  private final Pace pace;
  private final PaceTime time;
  private final RandomGenerator random;

  PacedWeb(Web web, Pace pace, PaceTime time, RandomGenerator random) {
    this.web = web;
    this.pace = pace;
    this.time = time;
    this.random = random;
  }

  /** Asks until there is an answer that will not change, or tries or time run out. */
  Web.Result get(Web.Request request) {
    long end = time.nanos() + WHOLE.toNanos();
    try {
      return tried(request, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Web.Failed(Reason.TIMEOUT);
    }
  }

  private Web.Result tried(Web.Request request, long end) throws InterruptedException {
    Optional<PartialBody> partial = Optional.empty();
    Web.Result result = new Web.Failed(Reason.TIMEOUT);
    for (int tries = 1; tries <= Limits.EDGAR_TRIES_MAX; tries++) {
      Optional<Reason> refused = turn(end);
      if (refused.isPresent()) {
        return tries == 1 ? new Web.Failed(refused.get()) : result;
      }
      Optional<PartialBody> known = partial;
      Web.Request asked = known.map(p -> p.rest(request)).orElse(request);
      Web.Result got = web.get(asked.within(Duration.ofNanos(end - time.nanos())));
      result = known.map(p -> p.joined(got, request.bodyBytesMax())).orElse(got);
      partial = PartialBody.of(result);
      boolean further = partial.isPresent() && !partial.equals(known);
      if (!further && (!mayPass(got) || !paused(got, tries, end))) {
        return result;
      }
    }
    return result;
  }

  /**
   * Waits for a turn; whoever wakes up too late for it reserves another. Empty once it has come.
   */
  private Optional<Reason> turn(long end) throws InterruptedException {
    for (int i = 0; i < TURNS_MAX; i++) {
      long now = time.nanos();
      Pace.Turn turn = pace.reserve(now);
      if (turn instanceof Pace.Unknown) {
        return Optional.of(Reason.NO_TURN_KNOWN);
      }
      if (!(turn instanceof Pace.At at) || at.atNanos() - end > 0) {
        return Optional.of(Reason.RATE_LIMITED);
      }
      Duration wait = at.waitFrom(now);
      if (!wait.isZero()) {
        time.pause(wait);
      }
      if (at.lasts(time.nanos())) {
        return Optional.empty();
      }
    }
    return Optional.of(Reason.RATE_LIMITED);
  }

  /** False if the pause, or the next try, would take longer than there is time. */
  private boolean paused(Web.Result result, int tries, long end) throws InterruptedException {
    if (tries == Limits.EDGAR_TRIES_MAX) {
      return false;
    }
    long ceiling = (long) Limits.EDGAR_PAUSE_MILLIS << (tries - 1);
    Duration pause = Duration.ofMillis(random.nextLong(ceiling + 1));
    Duration asked = result instanceof Web.Answer answer ? retryAfter(answer) : Duration.ZERO;
    Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
    if (longer.toNanos() >= end - time.nanos()) {
      return false;
    }
    time.pause(longer);
    return true;
  }

  /** Whether the same request may be answered otherwise in a while. */
  private static boolean mayPass(Web.Result result) {
    return !(result instanceof Web.Answer answer)
        || answer.status() == 403
        || answer.status() == 429
        || answer.status() >= 500;
  }

  /** Seconds that the other end asks for; a date is not read. */
  private static Duration retryAfter(Web.Answer answer) {
    return answer
        .header("retry-after")
        .filter(v -> v.matches("\\d{1,6}"))
        .map(v -> Duration.ofSeconds(Long.parseLong(v)))
        .orElse(Duration.ZERO);
  }
}

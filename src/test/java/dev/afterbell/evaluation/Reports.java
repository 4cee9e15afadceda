package dev.afterbell.evaluation;

import dev.afterbell.evidence.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reports on invented events. */
public final class Reports {

  private Reports() {}

  /**
   * A report on so many events of method m1.
   *
   * @param slope how much outcomes follow what was forecast from; 0 is no skill
   */
  public static byte[] of(int events, double slope) {
    List<ScoredEvent> drawn = Events.drawn(events, 7, 1, slope, s -> 0.5 * s);
    Resampling resampling = new Resampling(1, Resampling.RESAMPLES_MIN);
    return CanonicalJson.bytes(
        EvaluationJson.write(
            new EvaluationReport(
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                true,
                new TreeMap<>(),
                resampling,
                events,
                List.of(),
                List.of(),
                drawn,
                List.of(MethodResult.of("m1", drawn, resampling)))));
  }
}

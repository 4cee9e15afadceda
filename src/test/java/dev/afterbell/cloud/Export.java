package dev.afterbell.cloud;

import java.time.Duration;

/**
 * The three functions of the package, with the time-outs and deadlines of template.yaml (a test
 * holds them equal).
 */
public enum Export {
  /** Reads what was dropped. */
  INGEST("ingest", Duration.ofSeconds(60), Duration.ofSeconds(50)),
  /** Scores what is due. */
  REFRESH("refresh", Duration.ofSeconds(300), Duration.ofSeconds(240)),
  /** Answers over HTTP. */
  SNAPSHOT("snapshot", Duration.ofSeconds(15), Duration.ofSeconds(12));

  private final String exportName;
  private final Duration timeout;
  private final Duration deadline;

  Export(String exportName, Duration timeout, Duration deadline) {
    this.exportName = exportName;
    this.timeout = timeout;
    this.deadline = deadline;
  }

  /** What QUARKUS_FUNQY_EXPORT holds. */
  public String exportName() {
    return exportName;
  }

  /** After which Lambda kills the invocation. */
  public Duration timeout() {
    return timeout;
  }

  /** After which the function itself stops, what AFTERBELL_DEADLINE_MILLIS holds. */
  public Duration deadline() {
    return deadline;
  }
}

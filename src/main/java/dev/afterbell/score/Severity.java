package dev.afterbell.score;

/** What a flag does. */
public enum Severity {
  /** Stops any stance but the tentative one. */
  BLOCK,
  /** A reader should know before relying on the snapshot. */
  WARN,
  /** Worth saying. */
  INFO
}

package dev.afterbell.snapshot;

import java.util.List;

/**
 * What became of a language model's text for a page. The page is written by rules whatever it was;
 * a refusal is flagged (docs/method.md §4, WRITER_FALLBACK).
 */
public sealed interface ModelText {

  /** No model was asked. */
  record NotAsked() implements ModelText {}

  /**
   * A model wrote, and its text failed the checks.
   *
   * @param reasons why, each in a few words; at least one
   */
  record Refused(List<String> reasons) implements ModelText {

    /**
     * @throws IllegalArgumentException if no reason is given
     */
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }
  }
}

package dev.afterbell.evidence;

import dev.afterbell.filing.Prose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph and its sentences as all readers share them. For one thread. */
final class Paragraph {

  /**
   * Longest text read as one sentence or cell, in characters: what is longer is a list or a table
   * that lost its shape, and rules that look both ways would take quadratic time over it.
   */
  static final int SENTENCE_CHARS_MAX = 4_000;

  private final Prose prose;
  private final Wording whole;
  private final List<Wording> sentences;
  private @Nullable List<Wording> told;

  private Paragraph(Prose prose, Wording whole, List<Wording> sentences) {
    this.prose = prose;
    this.whole = whole;
    this.sentences = sentences;
  }

  static Paragraph of(Prose prose) {
    Wording whole = Wording.of(prose.text());
    List<Wording> sentences =
        prose.sentences().stream()
            .map(s -> s.length() == whole.length() ? whole : Wording.of(s))
            .toList();
    return new Paragraph(prose, whole, sentences);
  }

  /** The paragraph as it was read. */
  Prose prose() {
    return prose;
  }

  boolean heading() {
    return prose.heading();
  }

  /** The whole text. */
  Wording whole() {
    return whole;
  }

  /** Every sentence, in order. */
  List<Wording> sentences() {
    return sentences;
  }

  /** Sentences by their length, those that speak to the reader left out. */
  List<Wording> told() {
    if (told == null) {
      told =
          sentences.stream()
              .filter(s -> s.length() <= SENTENCE_CHARS_MAX)
              .filter(s -> !s.instruction())
              .toList();
    }
    return told;
  }

  /** Whether it holds nothing but what speaks to the reader. */
  boolean instructions() {
    return sentences.stream().allMatch(Wording::instruction);
  }
}

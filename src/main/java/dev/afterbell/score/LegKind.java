package dev.afterbell.score;

import java.math.BigDecimal;
import java.util.Arrays;

/** The five kinds of evidence that a post-earnings snapshot rests on, with their weights. */
public enum LegKind {
  /** The issuer's own results. */
  PRIMARY("P", "company release or filing of the results", "0.40"),
  /** What the price did, by our own calculation. */
  REACTION("R", "market reaction", "0.20"),
  /** What analysts changed. */
  ANALYST("A", "analyst revision", "0.20"),
  /** What the issuer said later: a call, a later filing. */
  FOLLOW_UP("F", "issuer follow-up", "0.10"),
  /** What comparable companies did. */
  PEERS("B", "peer comparison", "0.10");

  private final String letter;
  private final String text;
  private final BigDecimal weight;

  LegKind(String letter, String text, String weight) {
    this.letter = letter;
    this.text = text;
    this.weight = new BigDecimal(weight);
  }

  /** One letter: P, R, A, F or B. */
  public String letter() {
    return letter;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** Share of evidence quality; the five add up to one. */
  public BigDecimal weight() {
    return weight;
  }

  /**
   * Reads {@link #letter()}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static LegKind parse(String letter) {
    return Arrays.stream(values())
        .filter(k -> k.letter.equals(letter))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("A leg is P, R, A, F or B: " + letter));
  }
}

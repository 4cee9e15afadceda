package dev.afterbell.prior;

import java.util.Arrays;

/** What the snapshot leans to; never an advice to trade (docs/method.md §3). */
public enum Stance {
  TENTATIVE_HOLD("tentative monitoring-style hold"),
  CONSTRUCTIVE("constructive"),
  TENTATIVELY_CONSTRUCTIVE("tentatively constructive"),
  CAUTIOUS("cautious"),
  TENTATIVELY_CAUTIOUS("tentatively cautious"),
  MIXED_HOLD("mixed, monitoring-style hold"),
  HOLD("monitoring-style hold");

  private final String text;

  Stance(String text) {
    this.text = text;
  }

  /** As shown. */
  public String text() {
    return text;
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Stance parse(String text) {
    return Arrays.stream(values())
        .filter(s -> s.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown stance: " + text));
  }
}

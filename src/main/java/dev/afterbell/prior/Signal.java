package dev.afterbell.prior;

import java.math.BigDecimal;
import java.util.Arrays;

/** What the prior listens to, with the weight that the literature supports (docs/method.md §2). */
public enum Signal {
  EARNINGS_SURPRISE("earnings surprise", "0.04"),
  ABNORMAL_RETURN("abnormal return, sessions 0 to 3", "0.04"),
  ESTIMATE_REVISION("estimate revision", "0.03"),
  REVENUE_SURPRISE("revenue surprise", "0.03"),
  GUIDANCE("guidance against consensus", "0.03"),
  TONE("tone of the release", "0.02");

  private final String text;
  private final BigDecimal beta;

  Signal(String text, String beta) {
    this.text = text;
    this.beta = new BigDecimal(beta);
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** Standard deviations of the outcome for one of the signal, before the size factor. */
  public BigDecimal beta() {
    return beta;
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Signal parse(String text) {
    return Arrays.stream(values())
        .filter(s -> s.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown signal: " + text));
  }
}

package dev.afterbell.score;

import java.math.BigDecimal;

/**
 * One part of an item's quality.
 *
 * @param value in [0, 1], at most six decimals
 * @param reason one line: why it is what it is
 */
public record Component(BigDecimal value, String reason) {

  /**
   * @throws IllegalArgumentException if the value is out of range or there is no reason
   */
  public Component {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A component is in [0, 1]: " + value);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A component has a reason");
    }
  }
}

package dev.afterbell.score;

/** Why evidence quality is exactly zero (docs/method.md §1). */
public enum ZeroRule {
  Z1("no verified company release or filing of the results"),
  Z2("market reaction, analyst revision and issuer follow-up are all unverified at T+3"),
  Z3("two primary documents contradict each other on a headline figure"),
  Z4("no evidence is dated at or before the snapshot time"),
  Z5("the results document could not be matched to the issuer"),
  Z6("no complete figure could be read from the results document");

  private final String reason;

  ZeroRule(String reason) {
    this.reason = reason;
  }

  /** In words. */
  public String reason() {
    return reason;
  }
}

package dev.afterbell.snapshot;

/** The fixed words of the page. */
final class Headline {

  /** Why a stance stands beside "no recommendation". */
  static final String RECOMMENDATION_NOTE =
      "The stance says how firmly the evidence can be read, for people who follow the name. It is not advice to buy, sell or hold,"
          + " and a recommendation is made only in a formal mode that this deployment does not have on.";

  /** Who wrote the sentences. */
  static final String WRITER_NOTE =
      "Written by rules from the facts, axes, legs and flags below; no language model was used.";

  private Headline() {}

  /** Issuer and ticker, then what the page is. */
  static String of(Snapshot snapshot) {
    return snapshot.issuer().displayName()
        + " ("
        + snapshot.issuer().ticker()
        + ") · AI scenario view · "
        + (snapshot.card().pending() ? "Post-earnings, before T+3" : "Post-earnings T+3")
        + " · AI sentiment snapshot";
  }
}

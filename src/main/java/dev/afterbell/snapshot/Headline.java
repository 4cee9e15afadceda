package dev.afterbell.snapshot;

import dev.afterbell.prior.ScoreCard;

/** The fixed words of the page. */
final class Headline {

  private static final String STANCE_NOTE =
      "The stance says how firmly the evidence can be read, for people who follow the name. It is"
          + " not advice to buy, sell or hold, and a recommendation is made only in a formal mode";

  private static final String WRITER_NOTE =
      "Written by rules from the facts, axes, legs and flags below; ";

  private Headline() {}

  /** Why a stance stands beside the recommendation, or beside its absence. */
  static String recommendationNote(ScoreCard card) {
    return STANCE_NOTE
        + (card.formalMode().record().isEmpty()
            ? " that this deployment does not have on."
            : ", which is on here: " + card.recommendation().reason() + ".");
  }

  /** Who wrote the sentences. */
  static String writerNote(Snapshot snapshot) {
    return WRITER_NOTE
        + (snapshot.modelText() instanceof ModelText.Refused
            ? "the text of a language model failed the checks and is not shown."
            : "no language model was used.");
  }

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

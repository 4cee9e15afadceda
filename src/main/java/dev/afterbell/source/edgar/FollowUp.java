package dev.afterbell.source.edgar;

/**
 * A filing after a release.
 *
 * @param filing as listed
 * @param kind what its form is
 * @param certain whether it is later than the release by every reading of its time; otherwise only
 *     its own header tells
 * @param mayCarryTranscript whether its form and items are those under which transcripts of calls
 *     are filed; whether it has one is seen in its exhibits
 */
public record FollowUp(
    ListedFiling filing, Kind kind, boolean certain, boolean mayCarryTranscript) {

  /** What a form is. */
  public enum Kind {
    /** 8-K and 6-K: something that happened. */
    CURRENT,
    /** A quarterly report. */
    QUARTERLY,
    /** An annual report. */
    ANNUAL
  }
}

package dev.afterbell.score;

import java.util.List;

/**
 * A warning about the evidence of one snapshot.
 *
 * @param code which
 * @param severity what it does
 * @param text the catalogue's sentence with its slots filled
 * @param detail one line: the finding behind it, with counts and ids
 * @param lookedFor what was sought, where, when and how it ended: for a finding, found
 */
public record Flag(
    FlagCode code, Severity severity, String text, String detail, List<LookedFor> lookedFor) {

  public Flag {
    lookedFor = List.copyOf(lookedFor);
  }
}

package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a sentence that says one thing, for the reading of tone.
 *
 * @param start its first character in the sentence
 * @param end the character after its last
 * @param role what it does in the sentence
 */
record Statement(int start, int end, Role role) {

  private static final CuePatterns SHAPES = CuePatterns.anyCase("tone-shapes.tsv");
  private static final Starts CLAUSE = new Starts(SHAPES.get("clause"));
  private static final Pattern CONCESSION = SHAPES.get("concession");
  private static final Pattern CAUSE = SHAPES.get("cause");
  private static final String AND = "and ";

  enum Role {
    /** It says what happened. */
    MAIN,
    /** It says why. */
    CAUSE,
    /** It is granted ("although", "despite") and the rest stands against it. */
    CONCESSION
  }

  /** The statements of {@code text}; "and" goes on in the role of what it continues. */
  static List<Statement> of(String text) {
    List<Statement> found = new ArrayList<>();
    Starts.Search boundary = CLAUSE.in(text);
    int from = 0;
    int searched = 0;
    Role role = Role.MAIN;
    while (from < text.length()) {
      int at = boundary.next(searched);
      int to = at < 0 ? text.length() : at;
      searched = at < 0 ? text.length() : boundary.found().end();
      role = role(text.substring(from, to), role);
      found.add(new Statement(from, to, role));
      from = to;
    }
    return found;
  }

  private static Role role(String words, Role before) {
    if (CONCESSION.matcher(words).find()) {
      return Role.CONCESSION;
    }
    if (CAUSE.matcher(words).find()) {
      return Role.CAUSE;
    }
    return words.regionMatches(true, 0, AND, 0, AND.length()) ? before : Role.MAIN;
  }

  /** Whether the characters from {@code from} to before {@code to} stand in it. */
  boolean holds(int from, int to) {
    return start <= from && to <= end;
  }
}

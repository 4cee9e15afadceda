package dev.afterbell.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of reading an operator's {@code issuer.json}: an issuer, or all that is wrong with it.
 */
public sealed interface IssuerProfile {

  /**
   * The file describes an issuer.
   *
   * @param issuer as described
   */
  record Described(Issuer issuer) implements IssuerProfile {}

  /**
   * The file does not describe an issuer.
   *
   * @param problems every problem found, in the order of the fields; at least one
   */
  record Refused(List<Problem> problems) implements IssuerProfile {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }

    /** All problems as one line for the person who wrote the file. */
    public String message() {
      return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
  }

  /**
   * One thing wrong with the file.
   *
   * @param reason closed reason
   * @param path where, e.g. {@code $.listings[1].venue}
   * @param message what was found and what is expected
   */
  record Problem(Reason reason, String path, String message) {

    @Override
    public String toString() {
      return path + ": " + message;
    }
  }

  /** Why a profile is refused. The person who wrote the file has to correct it. */
  enum Reason {
    /** The file is not a JSON object. */
    NOT_JSON,
    /** A field is missing, of the wrong type or malformed. */
    BAD_FIELD,
    /** A field that nobody reads; most likely misspelt. */
    UNKNOWN_FIELD,
    /** Two fields cannot both be right. */
    INCONSISTENT
  }

  /**
   * Reads {@code issuer.json}.
   *
   * @param utf8 the file
   */
  static IssuerProfile read(byte[] utf8) {
    JsonNode json;
    try {
      json = CanonicalJson.parse(utf8);
    } catch (CorruptJson e) {
      return new Refused(List.of(new Problem(Reason.NOT_JSON, e.path(), e.problem())));
    }
    return new IssuerReader().read(json);
  }
}

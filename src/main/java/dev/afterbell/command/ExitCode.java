package dev.afterbell.command;

/** Exit codes of the launcher, those of BSD's sysexits.h. */
final class ExitCode {

  /** Answered. */
  static final int OK = 0;

  /** The command line is wrong. */
  static final int USAGE = 64;

  /** What the command line names cannot be read or answered. */
  static final int INPUT = 65;

  /** A service does not answer, or the project is not built. */
  static final int UNAVAILABLE = 69;

  /** A bug in Afterbell. */
  static final int SOFTWARE = 70;

  /** The answer could not be written. */
  static final int IO = 74;

  private ExitCode() {}
}

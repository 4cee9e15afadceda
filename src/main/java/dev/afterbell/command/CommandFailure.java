package dev.afterbell.command;

/** A command cannot answer: an exit code and the one line that says why. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  /** The words after the command are wrong; exit 64. */
  static CommandFailure usage(String line) {
    return new CommandFailure(ExitCode.USAGE, line);
  }

  /** The words are right, but what they name cannot be read or answered; exit 65. */
  static CommandFailure input(String line) {
    return new CommandFailure(ExitCode.INPUT, line);
  }

  /** A service that the command needs does not answer as it should; exit 69. */
  static CommandFailure unavailable(String line) {
    return new CommandFailure(ExitCode.UNAVAILABLE, line);
  }

  int exitCode() {
    return exitCode;
  }

  /** The line for standard error. */
  String line() {
    return String.valueOf(getMessage());
  }
}

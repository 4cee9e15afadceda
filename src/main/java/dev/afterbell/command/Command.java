package dev.afterbell.command;

import java.io.PrintStream;
import java.util.List;

/** One command of the launcher. */
interface Command {

  /** The word that selects it. */
  String name();

  /** What follows the word, as a person types it, such as {@code VENUE FROM TO}. */
  String synopsis();

  /**
   * Answers on {@code out}, and prints nothing there if it fails.
   *
   * @param arguments what follows the command's name
   * @throws CommandFailure with the line that the person reads
   */
  void run(List<String> arguments, PrintStream out);
}

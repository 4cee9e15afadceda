package dev.afterbell.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the command that the first word names. Exit 0 and only the answer on standard output, or a
 * non-zero exit and one line on standard error ({@link ExitCode}).
 */
public final class Main {

  /** Every command, in the order in which the help lists them. */
  private static final List<Command> COMMANDS =
      List.of(
          new ExtractCommand(),
          new SessionsCommand(),
          new EventClockCommand(),
          new SnapshotCommand(),
          new VerifyCommand(),
          new CardsCommand(),
          new ReplayCommand(),
          new EvaluateCommand());

  private Main() {}

  /** Runs one command on the process's own streams, in UTF-8, and exits with its code. */
  public static void main(String[] words) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = run(List.of(words), out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @param words the command's name and what follows it
   * @param out receives the answer
   * @param err receives one line if there is none
   * @return the exit code
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    try {
      if (!words.isEmpty() && words.get(0).equals("--help")) {
        out.print(help());
      } else {
        command(words).run(words.subList(1, words.size()), out);
      }
    } catch (CommandFailure e) {
      return fail(err, e.line(), e.exitCode());
    } catch (RuntimeException e) {
      return fail(err, "a bug in Afterbell, please report it: " + e, ExitCode.SOFTWARE);
    }
    return out.checkError() ? fail(err, "cannot write the answer", ExitCode.IO) : ExitCode.OK;
  }

  private static Command command(List<String> words) {
    if (words.isEmpty()) {
      throw CommandFailure.usage("which command? One of " + names() + "; --help says more");
    }
    Optional<Command> found =
        COMMANDS.stream().filter(command -> command.name().equals(words.get(0))).findFirst();
    return found.orElseThrow(
        () -> CommandFailure.usage("no command " + words.get(0) + "; one of " + names()));
  }

  private static int fail(PrintStream err, String line, int code) {
    err.println("afterbell: " + line.replaceAll("\\R+", " "));
    return code;
  }

  private static String names() {
    return COMMANDS.stream().map(Command::name).collect(Collectors.joining(", "));
  }

  private static String help() {
    return COMMANDS.stream()
        .map(command -> "afterbell " + command.name() + " " + command.synopsis() + "\n")
        .collect(Collectors.joining());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}

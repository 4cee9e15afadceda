package dev.afterbell.command;

import dev.afterbell.evaluation.Cards;
import dev.afterbell.limit.Limits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a file of score cards, one a line, or standard input for {@code -}. */
final class CardLines {

  private final Command command;
  private final String file;
  private final Reader in;
  private int lines;

  private CardLines(Command command, String file, Reader in) {
    this.command = command;
    this.file = file;
    this.in = in;
  }

  /**
   * The cards of a file.
   *
   * @throws CommandFailure if it cannot be read, or has more or longer lines than are read
   */
  static Cards read(Command command, String file) {
    try (Reader in = reader(file)) {
      CardLines lines = new CardLines(command, file, in);
      return Cards.read(
          Stream.generate(lines::next).takeWhile(Optional::isPresent).map(Optional::orElseThrow));
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      throw CommandFailure.input(command.name() + ": " + file + " cannot be read");
    }
  }

  private static Reader reader(String file) throws IOException {
    InputStream bytes = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** The next line, empty after the last. */
  private Optional<String> next() {
    try {
      int c = in.read();
      if (c < 0) {
        return Optional.empty();
      }
      if (++lines > Limits.CARDS_EVALUATED_MAX) {
        throw tooMuch("more than " + Limits.CARDS_EVALUATED_MAX + " lines");
      }
      StringBuilder line = new StringBuilder();
      for (; c >= 0 && c != '\n'; c = in.read()) {
        if (line.length() >= Limits.CARD_LINE_CHARS_MAX) {
          throw tooMuch(
              "a line, number "
                  + lines
                  + ", of more than "
                  + Limits.CARD_LINE_CHARS_MAX
                  + " characters");
        }
        line.append((char) c);
      }
      return Optional.of(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandFailure tooMuch(String what) {
    return CommandFailure.input(command.name() + ": " + file + " has " + what);
  }
}

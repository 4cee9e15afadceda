package dev.afterbell.command;

import dev.afterbell.market.CalendarOverrides;
import dev.afterbell.market.Calendars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The option {@code --overrides FILE}: closures and half days that were announced late. */
final class CalendarFile {

  /** The option, without its dashes. */
  static final String OPTION = "overrides";

  private static final long BYTES_MAX = 64 * 1024;

  private CalendarFile() {}

  /**
   * The calendars to count in.
   *
   * @throws CommandFailure if the file cannot be read or a line of it is wrong
   */
  static Calendars calendars(Command command, Arguments words) {
    return words.option(OPTION).map(file -> over(command, file)).orElse(Calendars.SHIPPED);
  }

  private static Calendars over(Command command, String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > BYTES_MAX) {
        throw CommandFailure.input(
            command.name() + ": " + file + " has more than " + BYTES_MAX + " bytes");
      }
      return Calendars.with(
          CalendarOverrides.parse(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (IOException | InvalidPathException e) {
      throw CommandFailure.input(command.name() + ": " + file + " cannot be read as UTF-8 text");
    } catch (IllegalArgumentException e) {
      throw CommandFailure.input(command.name() + ": " + file + ": " + e.getMessage());
    }
  }
}

package dev.afterbell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words after a command, told apart: {@code --name value} options and the rest in order.
 *
 * @param positional the words that belong to no option
 * @param options values by option name without its dashes
 */
record Arguments(List<String> positional, Map<String, String> options) {

  Arguments {
    positional = List.copyOf(positional);
    options = Map.copyOf(options);
  }

  /**
   * Reads the words of {@code command}; those after {@code --} are never options.
   *
   * @param optionNames the options the command has, without dashes
   * @throws CommandFailure of usage for an unknown or repeated option or one without a value
   */
  static Arguments parse(Command command, List<String> words, Set<String> optionNames) {
    List<String> positional = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        positional.addAll(words.subList(i + 1, words.size()));
        break;
      }
      if (!word.startsWith("--")) {
        positional.add(word);
        continue;
      }
      String name = word.substring(2);
      if (!optionNames.contains(name)) {
        throw wrong(command, "unknown option " + word);
      }
      if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
        throw wrong(command, word + " needs a value");
      }
      i++;
      if (options.put(name, words.get(i)) != null) {
        throw wrong(command, word + " is given twice");
      }
    }
    return new Arguments(positional, options);
  }

  /** The value of an option, if it was given. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /**
   * Checks the number of positional words.
   *
   * @throws CommandFailure of usage if there are not exactly {@code count}
   */
  Arguments exactly(Command command, int count) {
    if (positional.size() != count) {
      throw wrong(command, "expects " + count + " words after it, got " + positional.size());
    }
    return this;
  }

  /** A usage failure of {@code command} that ends with how to call it. */
  static CommandFailure wrong(Command command, String what) {
    return CommandFailure.usage(
        command.name()
            + ": "
            + what
            + "; usage: afterbell "
            + command.name()
            + " "
            + command.synopsis());
  }
}

package dev.afterbell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final Command COMMAND = new SessionsCommand();

  @Test
  void parse_optionsAmongWords_areToldApart() {
    Arguments arguments = parse("a", "--form", "6-K", "b", "--", "--form");

    assertThat(arguments.positional()).containsExactly("a", "b", "--form");
    assertThat(arguments.option("form")).contains("6-K");
    assertThat(arguments.option("ticker")).isEmpty();
  }

  @Test
  void parse_optionUnknownRepeatedOrWithoutValue_isAUsageFailure() {
    assertFails("unknown option --forms", "--forms", "x");
    assertFails("--form is given twice", "--form", "x", "--form", "y");
    assertFails("--form needs a value", "--form");
    assertFails("--form needs a value", "--form", "--ticker", "T");
  }

  private static void assertFails(String message, String... words) {
    assertThatThrownBy(() -> parse(words))
        .isInstanceOfSatisfying(
            CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(message);
  }

  private static Arguments parse(String... words) {
    return Arguments.parse(COMMAND, List.of(words), Set.of("form", "ticker"));
  }
}

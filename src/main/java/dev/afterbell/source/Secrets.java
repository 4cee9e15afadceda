package dev.afterbell.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where keys of providers come from. They are asked for when something is fetched, not before. */
@FunctionalInterface
public interface Secrets {

  /** Name of Tiingo's token. */
  String TIINGO_TOKEN = "tiingo-token";

  /** Name of Alpha Vantage's key. */
  String ALPHA_VANTAGE_KEY = "alpha-vantage-key";

  /**
   * The secret of a name. Never throws.
   *
   * @param name lower-case words joined by hyphens
   */
  Secret secret(String name);

  /** What came of asking. */
  sealed interface Secret {

    /**
     * A secret if {@code text} is one: surrounding white space is left out, a blank one is none.
     */
    static Secret of(Optional<String> text) {
      return text.map(String::strip)
          .filter(t -> Key.SENDABLE.matcher(t).matches())
          .<Secret>map(Key::new)
          .orElseGet(None::new);
    }
  }

  /**
   * A secret. Its text form leaves it out.
   *
   * @param value up to 500 visible ASCII characters: libraries quote what they refuse to send
   */
  record Key(String value) implements Secret {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]{1,500}");

    /**
     * @throws IllegalArgumentException if it cannot be sent
     */
    public Key {
      if (!SENDABLE.matcher(value).matches()) {
        throw new IllegalArgumentException("A key is of visible ASCII characters");
      }
    }

    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /** There is none, or none that can be sent. */
  record None() implements Secret {}

  /** Where secrets are kept could not be read. Try again later. */
  record Unreadable() implements Secret {}

  /** These, and {@code others} for what these do not have. */
  default Secrets or(Secrets others) {
    return name -> {
      Secret own = secret(name);
      return own instanceof None ? others.secret(name) : own;
    };
  }

  /**
   * Variables of the environment: {@code tiingo-token} is {@code AFTERBELL_TIINGO_TOKEN}.
   *
   * @param environment the environment of the process
   */
  static Secrets environment(Environment environment) {
    return name -> {
      String variable = "AFTERBELL_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
      return Secret.of(Optional.ofNullable(environment.value(variable)));
    };
  }

  /** The environment of a process; {@code System::getenv}. */
  @FunctionalInterface
  interface Environment {
    /** Value of a variable, null if it is not set. */
    @Nullable String value(String variable);
  }
}

package dev.afterbell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.afterbell.source.Secrets.Key;
import dev.afterbell.source.Secrets.None;
import dev.afterbell.source.Secrets.Unreadable;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final Secrets SECRETS =
      Secrets.environment(
          Map.of("AFTERBELL_TIINGO_TOKEN", " t0ken ", "AFTERBELL_ALPHA_VANTAGE_KEY", " ")::get);

  @Test
  void environment_variableSet_isTheSecretWithoutSpaces() {
    assertThat(SECRETS.secret(Secrets.TIINGO_TOKEN)).isEqualTo(new Key("t0ken"));
  }

  @Test
  void environment_variableBlankOrNotSet_isNone() {
    assertThat(SECRETS.secret(Secrets.ALPHA_VANTAGE_KEY)).isEqualTo(new None());
    assertThat(SECRETS.secret("another")).isEqualTo(new None());
  }

  @Test
  void or_asksTheOthersForWhatIsMissingOnly() {
    Secrets both = SECRETS.or(name -> new Key("other"));

    assertThat(both.secret(Secrets.TIINGO_TOKEN)).isEqualTo(new Key("t0ken"));
    assertThat(both.secret(Secrets.ALPHA_VANTAGE_KEY)).isEqualTo(new Key("other"));
  }

  @Test
  void or_whatCannotBeRead_isNotMissing() {
    Secrets unreadable = name -> new Unreadable();

    assertThat(unreadable.or(SECRETS).secret(Secrets.TIINGO_TOKEN)).isEqualTo(new Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "\u00e9"})
  void of_whatCannotBeSent_isNone(String text) {
    assertThat(Secrets.Secret.of(Optional.of(text))).isEqualTo(new None());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Key(text))
        .withMessageNotContaining("a b");
  }

  @Test
  void key_asText_isLeftOut() {
    assertThat(new Key("t0ken").toString()).doesNotContain("t0ken");
  }
}

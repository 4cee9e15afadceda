package dev.afterbell.source.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.source.Secrets.Key;
import dev.afterbell.source.Secrets.None;
import dev.afterbell.source.Secrets.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

class SsmSecretsTest {

  private final List<GetParameterRequest> asked = new ArrayList<>();

  @Test
  void secret_parameterThere_isDecryptedAndAskedForOnce() {
    SsmSecrets secrets = secrets(r -> answer(" t0ken\n"));

    assertThat(secrets.secret("tiingo-token")).isEqualTo(new Key("t0ken"));
    assertThat(secrets.secret("tiingo-token")).isEqualTo(new Key("t0ken"));
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).name()).isEqualTo("/afterbell/tiingo-token");
    assertThat(asked.get(0).withDecryption()).isTrue();
  }

  @Test
  void secret_notThere_isNoneAndAskedForAgain() {
    SsmSecrets secrets =
        secrets(
            r -> {
              throw ParameterNotFoundException.builder().message("none").build();
            });

    assertThat(secrets.secret("tiingo-token")).isEqualTo(new None());
    assertThat(secrets.secret("tiingo-token")).isEqualTo(new None());
    assertThat(asked).hasSize(2);
  }

  @Test
  void secret_storeCannotBeRead_saysSoAndAsksAgain() {
    SsmSecrets secrets =
        secrets(
            r -> {
              throw SdkClientException.create("no network");
            });

    assertThat(secrets.secret("tiingo-token")).isEqualTo(new Unreadable());
    assertThat(secrets.secret("tiingo-token")).isEqualTo(new Unreadable());
    assertThat(asked).hasSize(2);
  }

  @Test
  void secret_emptyOrUnsendable_isNone() {
    assertThat(secrets(r -> GetParameterResponse.builder().build()).secret("any"))
        .isEqualTo(new None());
    assertThat(secrets(r -> answer("a\r\nb")).secret("any")).isEqualTo(new None());
  }

  @Test
  void clientOfAFunctionThatAsksForNoSecret_isNeverMade() {
    Supplier<SsmClient> never =
        () -> {
          throw new AssertionError("made");
        };

    assertThat(new SsmSecrets(never, "/afterbell")).isNotNull();
  }

  private static GetParameterResponse answer(String value) {
    return GetParameterResponse.builder().parameter(p -> p.value(value)).build();
  }

  private SsmSecrets secrets(Function<GetParameterRequest, GetParameterResponse> store) {
    SsmClient client =
        new SsmClient() {
          @Override
          public GetParameterResponse getParameter(GetParameterRequest request) {
            asked.add(request);
            return store.apply(request);
          }

          @Override
          public String serviceName() {
            return "ssm";
          }

          @Override
          public void close() {}
        };
    return new SsmSecrets(() -> client, "/afterbell");
  }
}

package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The three functions: one package, one export each, time to stop before they are stopped. */
class FunctionsTest {

  static final List<String> functions = Stack.FUNCTIONS;

  private final Stack stack = new Stack();

  @Test
  void stack_hasThreeFunctionsAndNoOther() {
    assertThat(stack.ofType("AWS::Serverless::Function")).containsOnlyKeys(functions);
    assertThat(stack.ofType("AWS::Lambda::Function")).isEmpty();
  }

  @Test
  void package_isOneNativeZip_forAll() {
    JsonNode shared = stack.template().required("Globals").required("Function");

    assertThat(shared.path("CodeUri").asText()).isEqualTo("target/function.zip");
    assertThat(shared.path("Runtime").asText()).isEqualTo("provided.al2023");
    assertThat(shared.path("Architectures").path(0)).hasToString(Stack.ref("Architecture"));
    for (String function : functions) {
      assertThat(stack.properties(function).has("CodeUri")).as(function).isFalse();
      assertThat(stack.properties(function).has("Runtime")).as(function).isFalse();
    }
  }

  @Test
  void architecture_defaultsToX86_andMayBeArm() {
    JsonNode architecture = stack.parameter("Architecture");

    assertThat(architecture.path("Default").asText()).isEqualTo("x86_64");
    assertThat(Stack.texts(architecture.path("AllowedValues")))
        .containsExactlyInAnyOrder("x86_64", "arm64");
  }

  @ParameterizedTest
  @CsvSource({
    "IngestFunction, ingest",
    "RefreshFunction, refresh",
    "SnapshotFunction, snapshot",
  })
  void function_exportsItsOwnUseCase(String function, String export) {
    assertThat(stack.variable(function, "QUARKUS_FUNQY_EXPORT").asText()).isEqualTo(export);
  }

  @ParameterizedTest
  @FieldSource("functions")
  void function_knowsItsStores_andLeavesSignalsToLambda(String function) {
    assertThat(stack.variable(function, "AFTERBELL_TABLE")).hasToString(Stack.ref("Table"));
    assertThat(stack.variable(function, "AFTERBELL_BUCKET")).hasToString(Stack.ref("Bucket"));
    assertThat(stack.variable(function, "DISABLE_SIGNAL_HANDLERS").asText()).isEqualTo("true");
  }

  /**
   * Row 13: a function stops by itself before its deadline, which lies before Lambda's, with time
   * left for the reply.
   */
  @ParameterizedTest
  @FieldSource("functions")
  void row13_timeNearlyUp_deadlineIsBeforeTimeout(String function) {
    int timeoutMillis = stack.properties(function).required("Timeout").asInt() * 1000;
    int deadlineMillis =
        Integer.parseInt(stack.variable(function, "AFTERBELL_DEADLINE_MILLIS").asText());

    assertThat(deadlineMillis)
        .isPositive()
        .isLessThan(timeoutMillis)
        .isBetween(timeoutMillis * 7 / 10, timeoutMillis - 2000);
  }

  @ParameterizedTest
  @FieldSource("functions")
  void logs_areOwn_andEnd(String function) {
    String group = function.replace("Function", "Logs");

    assertThat(stack.properties(function).path("LoggingConfig").path("LogGroup"))
        .hasToString(Stack.ref(group));
    assertThat(stack.properties(group).path("RetentionInDays"))
        .hasToString(Stack.ref("LogRetentionDays"));
  }

  @Test
  void everyLogGroup_hasARetention() {
    assertThat(stack.ofType("AWS::Logs::LogGroup"))
        .hasSize(4)
        .allSatisfy(
            (name, group) -> assertThat(group.path("Properties").has("RetentionInDays")).isTrue());
    assertThat(stack.parameter("LogRetentionDays").path("Default").asInt()).isPositive();
  }
}

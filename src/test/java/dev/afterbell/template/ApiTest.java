package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.function.wire.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gateway of template.yaml and the description in infra/openapi.yaml: one API, and closed. */
class ApiTest {

  private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]+)}");

  private final Stack stack = new Stack();
  private final JsonNode described = Yaml.read("infra/openapi.yaml");

  private Map<String, JsonNode> routes() {
    Map<String, JsonNode> routes = new TreeMap<>();
    stack
        .ofType("AWS::ApiGatewayV2::Route")
        .values()
        .forEach(
            r -> {
              JsonNode properties = r.required("Properties");
              routes.put(properties.required("RouteKey").asText(), properties);
            });
    return routes;
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    described
        .required("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
    return operations;
  }

  @Test
  void routes_areThoseDescribed_neitherMoreNorFewer() {
    assertThat(routes().keySet()).hasSize(11).isEqualTo(operations().keySet());
    assertThat(routes().values())
        .allSatisfy(
            r ->
                assertThat(r.path("Target"))
                    .hasToString(Stack.sub("integrations/${ApiIntegration}")));
  }

  /** Row 30: no route is open by accident. */
  @Test
  void row30_everyRoute_asksForCredentials() {
    assertThat(routes())
        .isNotEmpty()
        .allSatisfy(
            (route, properties) -> {
              assertThat(properties.path("AuthorizationType")).hasToString(Stack.ref("Authorizer"));
              assertThat(properties.path("AuthorizerId").toString())
                  .contains("UsesJwt", Stack.ref("ApiAuthorizer"));
            });
  }

  /** Row 30: open only for an operator who names it. */
  @Test
  void row30_openApi_mustBeAskedForByName() {
    JsonNode authorizer = stack.parameter("Authorizer");

    assertThat(authorizer.required("Default").asText()).isEqualTo("AWS_IAM");
    assertThat(Stack.texts(authorizer.required("AllowedValues")))
        .containsExactlyInAnyOrder("AWS_IAM", "JWT", "NONE");
  }

  /** Row 30: there is no other way in. */
  @Test
  void row30_noFunction_isReachedPastTheGateway() {
    for (String function : Stack.FUNCTIONS) {
      assertThat(stack.properties(function).has("FunctionUrlConfig")).as(function).isFalse();
    }
    for (String type :
        List.of(
            "AWS::Serverless::Api",
            "AWS::Serverless::HttpApi",
            "AWS::ApiGateway::RestApi",
            "AWS::Lambda::Url")) {
      assertThat(stack.ofType(type)).as(type).isEmpty();
    }
    assertThat(stack.ofType("AWS::Lambda::Permission")).hasSize(1);
    assertThat(stack.properties("ApiMayReadSnapshots").required("SourceArn").toString())
        .contains("${Api}/*/GET/v1/*");
  }

  /** Row 30: too many calls are refused at the gateway. */
  @Test
  void row30_stage_throttles_andLogsEachCall() {
    JsonNode stage = stack.properties("ApiStage");

    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit"))
        .hasToString(Stack.ref("ThrottleRate"));
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit"))
        .hasToString(Stack.ref("ThrottleBurst"));
    assertThat(stack.parameter("ThrottleRate").required("MinValue").asInt()).isPositive();
    assertThat(stage.at("/AccessLogSettings/DestinationArn"))
        .hasToString(Stack.attribute("ApiLogs", "Arn"));
    assertThat(stage.at("/AccessLogSettings/Format").asText())
        .contains("$context.requestId", "$context.status")
        .doesNotContain("authorizer", "sourceIp");
  }

  @Test
  void tokens_needIssuerAndAudience() {
    assertThat(stack.template().at("/Rules/TokensNeedAnIssuer/Assertions")).hasSize(2);
    assertThat(stack.resource("ApiAuthorizer").path("Condition").asText()).isEqualTo("UsesJwt");
    assertThat(stack.properties("ApiAuthorizer").at("/JwtConfiguration/Issuer"))
        .hasToString(Stack.ref("JwtIssuer"));
  }

  @Test
  void gateway_waitsLongerThanTheFunctionMayRun() {
    JsonNode integration = stack.properties("ApiIntegration");
    int timeoutMillis = stack.properties("SnapshotFunction").required("Timeout").asInt() * 1000;

    assertThat(integration.required("PayloadFormatVersion").asText()).isEqualTo("2.0");
    assertThat(integration.required("IntegrationUri"))
        .hasToString(Stack.attribute("SnapshotFunction", "Arn"));
    assertThat(integration.required("TimeoutInMillis").asInt())
        .isGreaterThan(timeoutMillis)
        .isLessThanOrEqualTo(30_000);
  }

  @Test
  void everyOperation_namesItsCredentials() {
    assertThat(described.required("openapi").asText()).startsWith("3.1");
    assertThat(operations())
        .allSatisfy(
            (name, operation) -> {
              List<String> schemes = new ArrayList<>();
              operation
                  .required("security")
                  .forEach(s -> s.fieldNames().forEachRemaining(schemes::add));
              assertThat(operation.required("security"))
                  .as("no empty alternative")
                  .allSatisfy(s -> assertThat(s).hasSize(1));
              assertThat(schemes).containsExactlyInAnyOrder("sigv4", "bearer");
              assertThat(described.at("/components/securitySchemes").has("sigv4")).isTrue();
              assertThat(described.at("/components/securitySchemes").has("bearer")).isTrue();
            });
  }

  @Test
  void everyOperation_declaresItsPathParameters_andItsFailures() {
    operations()
        .forEach(
            (name, operation) -> {
              List<String> declared = new ArrayList<>();
              operation.path("parameters").forEach(p -> declared.add(pathName(p)));
              declared.removeIf(String::isEmpty);
              assertThat(declared)
                  .as(name)
                  .containsExactlyElementsOf(
                      IN_BRACES
                          .matcher(name)
                          .results()
                          .map((MatchResult m) -> m.group(1))
                          .toList());
              assertThat(operation.required("responses").fieldNames())
                  .toIterable()
                  .as(name)
                  .contains("200", "400", "401", "403", "429", "503");
            });
  }

  private String pathName(JsonNode reference) {
    JsonNode parameter = resolve(reference.required("$ref").asText());
    return parameter.path("in").asText().equals("path") ? parameter.path("name").asText() : "";
  }

  private JsonNode resolve(String reference) {
    JsonNode target = described.at(reference.substring(1));
    assertThat(target.isMissingNode()).as(reference).isFalse();
    return target;
  }

  @Test
  void everyReference_leadsSomewhere() {
    assertThat(described.findValuesAsText("$ref")).isNotEmpty().allSatisfy(this::resolve);
  }

  @Test
  void problemCodes_areThoseOfTheFunction() {
    assertThat(Stack.texts(described.at("/components/schemas/Problem/properties/code/enum")))
        .containsExactlyElementsOf(Arrays.stream(Problem.values()).map(Problem::name).toList());
  }

  @Test
  void snapshots_comeInThreeRepresentations_andWithATag() {
    JsonNode snapshot = described.at("/components/responses/Snapshot");

    assertThat(snapshot.required("content").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("application/json", "text/html", "text/markdown");
    assertThat(snapshot.required("headers").has("ETag")).isTrue();
  }
}

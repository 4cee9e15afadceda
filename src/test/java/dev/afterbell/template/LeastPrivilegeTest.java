package dev.afterbell.template;

import static dev.afterbell.template.Stack.attribute;
import static dev.afterbell.template.Stack.sub;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each function may do, in full: nothing is ever deleted, nothing is ever scanned. */
class LeastPrivilegeTest {

  static final List<String> roles = List.of("IngestRole", "RefreshRole", "SnapshotRole");

  private static final List<String> LOGGING = List.of("logs:CreateLogStream", "logs:PutLogEvents");
  private static final List<String> BOOKKEEPING =
      List.of(
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:ConditionCheckItem");
  private static final String INBOX = sub("arn:${AWS::Partition}:s3:::${Bucket}/inbox/*");
  private static final String BUCKET = sub("arn:${AWS::Partition}:s3:::${Bucket}");
  private static final String VAULT = sub("arn:${AWS::Partition}:s3:::${Bucket}/vault/*");

  private static final String SECRETS_KEY =
      "{\"Fn::If\":[\"HasSecretsKey\",{\"Ref\":\"SecretsKeyArn\"},"
          + sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/ssm")
          + "]}";

  private final Stack stack = new Stack();

  @Test
  void ingest_mayDoThisAndNoMore() {
    assertThat(stack.allowed("IngestRole"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                attribute("Table", "Arn"),
                BOOKKEEPING,
                INBOX,
                List.of("s3:GetObject", "s3:GetObjectVersion"),
                VAULT,
                List.of("s3:GetObject", "s3:PutObject"),
                attribute("InboxQueue", "Arn"),
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                BUCKET,
                List.of("s3:ListBucket"),
                attribute("IngestLogs", "Arn"),
                LOGGING));
  }

  @Test
  void refresh_mayDoThisAndNoMore() {
    assertThat(stack.allowed("RefreshRole"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                attribute("Table", "Arn"),
                BOOKKEEPING,
                sub("${Table.Arn}/index/due"),
                List.of("dynamodb:Query"),
                VAULT,
                List.of("s3:GetObject", "s3:PutObject"),
                attribute("ScheduleDeadLetters", "Arn"),
                List.of("sqs:SendMessage"),
                BUCKET,
                List.of("s3:ListBucket"),
                sub("arn:${AWS::Partition}:s3:::${Bucket}/inbox/*/edgar/*"),
                List.of("s3:GetObject", "s3:PutObject"),
                parameter("tiingo-token"),
                List.of("ssm:GetParameter"),
                parameter("alpha-vantage-key"),
                List.of("ssm:GetParameter"),
                SECRETS_KEY,
                List.of("kms:Decrypt"),
                attribute("RefreshLogs", "Arn"),
                LOGGING));
  }

  @Test
  void refresh_decryptsThroughParameterStoreOnly() {
    assertThat(stack.properties("RefreshRole").toString())
        .contains("kms:ViaService")
        .contains("ssm.${AWS::Region}.amazonaws.com");
  }

  private static String parameter(String name) {
    return sub(
        "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${SecretsPrefix}/"
            + name);
  }

  @Test
  void snapshot_mayOnlyRead() {
    assertThat(stack.allowed("SnapshotRole"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                attribute("Table", "Arn"),
                List.of("dynamodb:GetItem", "dynamodb:Query"),
                VAULT,
                List.of("s3:GetObject"),
                BUCKET,
                List.of("s3:ListBucket"),
                attribute("SnapshotLogs", "Arn"),
                LOGGING));
  }

  @Test
  void scheduler_mayOnlyStartTheRefresh_orKeepWhatFailed() {
    assertThat(stack.allowed("SchedulerRole"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                attribute("RefreshFunction", "Arn"), List.of("lambda:InvokeFunction"),
                attribute("ScheduleDeadLetters", "Arn"), List.of("sqs:SendMessage")));
  }

  @Test
  void allowances_neverDeleteOrScan_andNameTheirResources() {
    for (String role : stack.ofType("AWS::IAM::Role").keySet()) {
      stack
          .allowed(role)
          .forEach(
              (resource, actions) -> {
                assertThat(resource).as(role).isNotEqualTo("*");
                assertThat(actions)
                    .as(role)
                    .noneMatch(a -> a.contains("*"))
                    .noneMatch(a -> a.toLowerCase(Locale.ROOT).contains("scan"))
                    .noneMatch(a -> a.matches("(dynamodb|s3):.*(Delete|PartiQL|BatchWrite).*"));
              });
    }
  }

  @ParameterizedTest
  @FieldSource("roles")
  void function_isForbiddenToDeleteOrScan_whateverElseIsAttached(String role) {
    assertThat(stack.statements(role))
        .filteredOn(s -> s.effect().equals("Deny"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.resources()).containsExactly("*");
              assertThat(s.actions())
                  .contains(
                      "dynamodb:DeleteItem",
                      "dynamodb:Scan",
                      "dynamodb:PartiQLDelete",
                      "s3:DeleteObject",
                      "s3:DeleteObjectVersion");
            });
  }

  @Test
  void everyFunction_hasARoleOfItsOwn_andNoPolicyFromElsewhere() {
    Set<String> used = new HashSet<>();
    for (String function : Stack.FUNCTIONS) {
      assertThat(used.add(stack.properties(function).required("Role").toString()))
          .as(function)
          .isTrue();
      assertThat(stack.properties(function).has("Policies")).as(function).isFalse();
    }
    for (String role : stack.ofType("AWS::IAM::Role").keySet()) {
      assertThat(stack.properties(role).has("ManagedPolicyArns")).as(role).isFalse();
    }
    assertThat(stack.ofType("AWS::IAM::ManagedPolicy")).isEmpty();
    assertThat(stack.ofType("AWS::IAM::Policy")).isEmpty();
  }
}

package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.cloud.LocalTable;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The table and the bucket: their shape, and that nothing in them can get lost. */
class StoresTest {

  private final Stack stack = new Stack();
  private final JsonNode table = stack.properties("Table");
  private final JsonNode bucket = stack.properties("Bucket");

  private static List<String> keys(JsonNode schema) {
    return StreamSupport.stream(schema.spliterator(), false)
        .map(k -> k.required("AttributeName").asText() + " " + k.required("KeyType").asText())
        .toList();
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(k -> k.attributeName() + " " + k.keyTypeAsString()).toList();
  }

  @Test
  void table_isKeyedByTickerAndEventDate_withASparseIndexOfWhatIsDue() {
    JsonNode indexes = table.required("GlobalSecondaryIndexes");

    assertThat(keys(table.required("KeySchema"))).containsExactly("ticker HASH", "eventDate RANGE");
    assertThat(indexes).hasSize(1);
    assertThat(indexes.path(0).required("IndexName").asText()).isEqualTo("due");
    assertThat(keys(indexes.path(0).required("KeySchema")))
        .containsExactly("due HASH", "ticker RANGE");
    assertThat(table.required("AttributeDefinitions"))
        .allSatisfy(a -> assertThat(a.required("AttributeType").asText()).isEqualTo("S"));
  }

  @Test
  void table_isTheOneOfTheLocalCloud() {
    CreateTableRequest local = LocalTable.definition("any");
    JsonNode index = table.required("GlobalSecondaryIndexes").path(0);

    assertThat(keys(local.keySchema())).isEqualTo(keys(table.required("KeySchema")));
    assertThat(local.billingModeAsString()).isEqualTo(table.required("BillingMode").asText());
    assertThat(local.globalSecondaryIndexes())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.indexName()).isEqualTo(index.required("IndexName").asText());
              assertThat(keys(i.keySchema())).isEqualTo(keys(index.required("KeySchema")));
              assertThat(i.projection().projectionTypeAsString())
                  .isEqualTo(index.required("Projection").required("ProjectionType").asText());
            });
  }

  @Test
  void table_canBeRestored_isEncrypted_andForgetsCacheEntriesOnly() {
    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
    assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
    assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expiresAt");
    assertThat(table.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
    assertThat(table.at("/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
  }

  @Test
  void stores_outliveTheStack() {
    assertThat(table.required("DeletionProtectionEnabled").asBoolean()).isTrue();
    for (String store : List.of("Table", "Bucket")) {
      assertThat(stack.resource(store).path("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(stack.resource(store).path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }
  }

  @Test
  void bucket_keepsVersions_encrypts_andIsClosedToThePublic() {
    assertThat(bucket.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(
            bucket
                .at("/BucketEncryption/ServerSideEncryptionConfiguration/0")
                .at("/ServerSideEncryptionByDefault/SSEAlgorithm")
                .asText())
        .isEqualTo("aws:kms");
    assertThat(bucket.required("PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allSatisfy(block -> assertThat(block.asBoolean()).isTrue());
  }

  @Test
  void bucket_expiresNothing() {
    assertThat(bucket.at("/LifecycleConfiguration/Rules"))
        .allSatisfy(
            rule ->
                assertThat(rule.toString())
                    .doesNotContain("Expiration", "ExpiredObjectDeleteMarker"));
  }

  @Test
  void bucketPolicy_demandsTls_andForbidsDeletingFromTheVault() {
    JsonNode statements =
        stack.properties("BucketPolicy").required("PolicyDocument").required("Statement");
    ObjectMapper json = new ObjectMapper();

    assertThat(statements)
        .allSatisfy(s -> assertThat(s.required("Effect").asText()).isEqualTo("Deny"));
    assertThat(statements.path(0).required("Condition"))
        .isEqualTo(
            json.createObjectNode()
                .set("Bool", json.createObjectNode().put("aws:SecureTransport", "false")));
    assertThat(Stack.texts(statements.path(0).required("Resource"))).hasSize(2);
    assertThat(Stack.texts(statements.path(1).required("Action")))
        .containsExactly("s3:DeleteObject", "s3:DeleteObjectVersion");
    assertThat(statements.path(1).required("Resource"))
        .hasToString(Stack.sub("${Bucket.Arn}/vault/*"));
  }

  @Test
  void bucketPolicy_letsNobodyReplaceAnOriginal() {
    JsonNode once = stack.properties("BucketPolicy").at("/PolicyDocument/Statement").path(2);

    assertThat(once.required("Action").asText()).isEqualTo("s3:PutObject");
    assertThat(once.required("Resource")).hasToString(Stack.sub("${Bucket.Arn}/vault/sha256/*"));
    assertThat(once.at("/Condition/Null/s3:if-none-match").asText()).isEqualTo("true");
  }

  @Test
  void queues_areEncrypted() {
    assertThat(stack.ofType("AWS::SQS::Queue"))
        .hasSize(3)
        .allSatisfy(
            (name, queue) ->
                assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).isTrue());
  }
}

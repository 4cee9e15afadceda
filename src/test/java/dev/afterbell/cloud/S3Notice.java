package dev.afterbell.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What S3 tells a queue about one object, event version 2.1.
 *
 * @param eventName such as {@code ObjectCreated:Put}, without the {@code s3:} prefix, as S3 writes
 *     it
 * @param key the object's key, not encoded
 * @param size bytes; absent for a removal
 * @param sequencer orders the events of one key
 */
public record S3Notice(
    String eventName,
    String bucket,
    String key,
    Optional<Long> size,
    Optional<String> eTag,
    Optional<String> versionId,
    long sequencer,
    Instant eventTime) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The notice as S3 writes it: the key form-encoded with slashes kept, the sequencer in hex
   * digits.
   */
  public String toJson() {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode event = root.putArray("Records").addObject();
    event.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", "us-east-1");
    event.put("eventTime", eventTime.toString()).put("eventName", eventName);
    event.putObject("userIdentity").put("principalId", "LOCAL");
    event.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    event.putObject("responseElements");
    ObjectNode s3 = event.putObject("s3");
    s3.put("s3SchemaVersion", "1.0").put("configurationId", "inbox");
    s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
    ObjectNode object = s3.putObject("object");
    object.put("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
    size.ifPresent(n -> object.put("size", n));
    eTag.ifPresent(tag -> object.put("eTag", tag));
    versionId.ifPresent(id -> object.put("versionId", id));
    object.put("sequencer", String.format(Locale.ROOT, "%018X", sequencer));
    return root.toString();
  }
}

package dev.afterbell.function.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.flow.ObjectNotice;
import dev.afterbell.flow.ObjectNotice.Change;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices as S3 writes them (faults, rows 7 and 8). */
class S3NoticesTest {

  @Test
  void row07_testEvent_holdsNoNotice() {
    ObjectNode event =
        object().put("Service", "Amazon S3").put("Event", "s3:TestEvent").put("Bucket", "b");
    assertThat(S3Notices.decode(event)).isEmpty();
  }

  @Test
  void row07_emptyRecords_holdNoNotice() {
    ObjectNode message = object();
    message.putArray("Records");
    assertThat(S3Notices.decode(message)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ObjectCreated:Put, CREATED",
    "ObjectCreated:CompleteMultipartUpload, CREATED",
    "s3:ObjectCreated:Copy, CREATED",
    "ObjectRemoved:Delete, REMOVED",
    "ObjectRemoved:DeleteMarkerCreated, REMOVED",
    "ObjectRestore:Post, OTHER",
    "ObjectCreatedLookAlike, OTHER",
    "Something:New, OTHER"
  })
  void row07_eventName_isCreatedRemovedOrOther(String name, Change change) {
    assertThat(only(message(name, "inbox/KC/a.txt")).change()).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({
    "inbox/KC/a+b.txt, inbox/KC/a b.txt",
    "inbox/KC/a%2Bb.txt, inbox/KC/a+b.txt",
    "inbox/KC/Q1%20r%C3%A9sum%C3%A9.htm, inbox/KC/Q1 résumé.htm",
    "inbox/KC/%E8%B2%A1%E5%A0%B1.txt, inbox/KC/財報.txt",
    "inbox/KC/100%2525.txt, inbox/KC/100%25.txt",
    "inbox/KC/%2E%2E/x.txt, inbox/KC/../x.txt"
  })
  void row08_key_isDecodedOnce(String written, String key) {
    assertThat(only(message("ObjectCreated:Put", written)).key()).isEqualTo(key);
  }

  @Test
  void record_carriesBucketVersionSequencerSizeAndTime() {
    ObjectNode message = message("ObjectCreated:Put", "inbox/KC/a.txt");
    ObjectNode object = (ObjectNode) message.at("/Records/0/s3/object");
    object.put("versionId", "v1").put("sequencer", "0A1").put("size", 17);

    assertThat(only(message))
        .isEqualTo(
            new ObjectNotice(
                Change.CREATED,
                "drops",
                "inbox/KC/a.txt",
                Optional.of("v1"),
                Optional.of("0A1"),
                17,
                Instant.parse("2026-05-27T10:35:00Z")));
  }

  @Test
  void message_withoutRecords_isAFault() {
    assertThatThrownBy(() -> S3Notices.decode(object().put("secret", "words of a document")))
        .isInstanceOf(WireFault.class)
        .hasMessageNotContaining("words of a document");
    assertThatThrownBy(() -> S3Notices.decode(object().put("Records", "none")))
        .isInstanceOf(WireFault.class);
  }

  @ParameterizedTest
  @CsvSource({"/s3/bucket, name", "/s3/object, key", "'', eventTime"})
  void record_withoutWhatMatters_isAFaultThatNamesIt(String parent, String member) {
    ObjectNode message = message("ObjectCreated:Put", "inbox/KC/a.txt");
    ((ObjectNode) message.at("/Records/0" + parent)).remove(member);

    assertThatThrownBy(() -> S3Notices.decode(message))
        .isInstanceOf(WireFault.class)
        .hasMessageContaining(member);
  }

  @Test
  void record_withAnOddTime_isAFault() {
    ObjectNode message = message("ObjectCreated:Put", "inbox/KC/a.txt");
    ((ObjectNode) message.at("/Records/0")).put("eventTime", "yesterday");

    assertThatThrownBy(() -> S3Notices.decode(message)).isInstanceOf(WireFault.class);
  }

  private static ObjectNotice only(ObjectNode message) {
    assertThat(S3Notices.decode(message)).hasSize(1);
    return S3Notices.decode(message).get(0);
  }

  private static ObjectNode message(String eventName, String key) {
    ObjectNode message = object();
    ArrayNode records = message.putArray("Records");
    ObjectNode entry = records.addObject();
    entry.put("eventName", eventName).put("eventTime", "2026-05-27T10:35:00Z");
    ObjectNode s3 = entry.putObject("s3");
    s3.putObject("bucket").put("name", "drops");
    s3.putObject("object").put("key", key);
    return message;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}

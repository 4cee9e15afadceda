package dev.afterbell.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.JsonTree;
import dev.afterbell.evidence.JsonView;
import dev.afterbell.filing.Sha256;

/** What the ledger itself knows about drops, as JSON and back; absent fields are left out. */
final class DropJson {

  private DropJson() {}

  static Payload write(Rejection rejection) {
    ObjectNode node = JsonTree.object();
    node.put("bytes", rejection.bytes());
    rejection.copyKey().ifPresent(k -> node.put("copyKey", k));
    node.put("message", rejection.message());
    node.put("objectKey", rejection.objectKey());
    rejection.original().ifPresent(h -> node.put("original", h.hex()));
    node.put("reason", rejection.reason().name());
    return Payload.of(CanonicalJson.bytes(node));
  }

  static Payload write(Removal removal) {
    ObjectNode node = JsonTree.object();
    node.put("objectKey", removal.objectKey());
    node.put("removedAt", removal.removedAt().toString());
    node.put("sequencer", removal.sequencer().digits());
    return Payload.of(CanonicalJson.bytes(node));
  }

  /**
   * @throws CorruptJson if the payload is no rejection
   */
  static Rejection readRejection(Payload payload) {
    return JsonView.built(
        JsonView.of(CanonicalJson.parse(payload.json())),
        view ->
            new Rejection(
                view.parsed("reason", RejectionReason::valueOf),
                view.text("message"),
                view.text("objectKey"),
                view.optionalParsed("original", Sha256::new),
                view.optionalText("copyKey"),
                view.longInteger("bytes")));
  }

  /**
   * @throws CorruptJson if the payload is no removal
   */
  static Removal readRemoval(Payload payload) {
    JsonView view = JsonView.of(CanonicalJson.parse(payload.json()));
    return new Removal(
        view.text("objectKey"),
        view.parsed("sequencer", Sequencer::new),
        view.instant("removedAt"));
  }
}

package dev.afterbell.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.function.wire.ApiReply;
import dev.afterbell.function.wire.ApiRequest;
import dev.afterbell.function.wire.Problem;
import dev.afterbell.telemetry.Invocation;
import dev.afterbell.telemetry.Telemetry;
import dev.afterbell.vault.StoreUnavailable;
import io.quarkus.funqy.Funq;
import jakarta.inject.Inject;

/** Answers API Gateway. */
public class SnapshotFunction {

  @Inject SnapshotApi api;
  @Inject Telemetry telemetry;

  /**
   * One HTTP request of payload format 2.0 to one reply. A store that does not answer is 503, never
   * "not found".
   */
  @Funq("snapshot")
  public JsonNode snapshot(JsonNode event) {
    try (Invocation invocation = telemetry.start("snapshot")) {
      ApiReply reply = answered(event, invocation);
      invocation.count("Status" + reply.status() / 100 + "xx");
      return reply.encode();
    }
  }

  private ApiReply answered(JsonNode event, Invocation invocation) {
    try {
      return api.answer(ApiRequest.decode(event), invocation);
    } catch (StoreUnavailable e) {
      invocation.failed(e);
      return Problem.STORE_UNAVAILABLE.reply();
    } catch (RuntimeException e) {
      invocation.failed(e);
      throw e;
    }
  }
}

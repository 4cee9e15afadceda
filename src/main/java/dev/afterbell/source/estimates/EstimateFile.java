package dev.afterbell.source.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.evidence.Unit;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Venue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a JSON file of estimates, in Afterbell's own shape or in that of Alpha
 * Vantage's {@code EARNINGS_ESTIMATES}; both are described in docs/drops.md.
 */
public sealed interface EstimateFile {

  /**
   * What a file may leave unsaid.
   *
   * @param venue in whose zone days are meant
   * @param asOf when a file that has no moment of its own was fetched
   * @param perShare unit of earnings per share in a file that has no units
   * @param money unit of amounts in a file that has no units
   */
  record Setting(Venue venue, AsOf asOf, Optional<Unit> perShare, Optional<Unit> money) {}

  /**
   * Estimates for one issuer.
   *
   * @param provider who collected them
   * @param symbol whose they are, where the file says so
   * @param estimates in the order of the file; at least one
   */
  record Estimates(Optional<String> provider, Optional<String> symbol, List<Estimate> estimates)
      implements EstimateFile {

    /**
     * @throws IllegalArgumentException if there is none
     */
    public Estimates {
      estimates = List.copyOf(estimates);
      if (estimates.isEmpty()) {
        throw new IllegalArgumentException("A file of estimates has one");
      }
    }

    /** The latest moment at which any of them stood. */
    public AsOf newest() {
      return estimates.stream()
          .flatMap(e -> e.snapshots().stream())
          .map(Estimate.Snapshot::asOf)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /**
   * The file is not used.
   *
   * @param reason closed reason
   * @param message what is wrong and what to do, with the path where there is one
   */
  record Refused(Reason reason, String message) implements EstimateFile {

    /**
     * @throws IllegalArgumentException if the message is blank
     */
    public Refused {
      if (message.isBlank()) {
        throw new IllegalArgumentException("A refusal says why");
      }
    }
  }

  /** Why a file of estimates is refused. */
  enum Reason {
    /** No bytes, or white space only. */
    EMPTY,
    /** More bytes or estimates than {@link Limits} allows. */
    TOO_LARGE,
    /** Not a JSON object. */
    NOT_JSON,
    /** The provider's notice that a limit is reached, or its error, instead of estimates. */
    PROVIDER_NOTICE,
    /** Neither of the two shapes. */
    UNKNOWN_SHAPE,
    /** A member is missing, of the wrong type or cannot be right. */
    BAD_MEMBER,
    /** The file gives no unit, and nothing else tells it. */
    NO_UNIT,
    /** The shape is right, and there is not one figure in it. */
    NO_ESTIMATES
  }

  /**
   * Reads a file.
   *
   * @param utf8 the file
   * @param setting what it may leave unsaid
   */
  static EstimateFile read(byte[] utf8, Setting setting) {
    if (utf8.length > Limits.ESTIMATE_FILE_BYTES_MAX) {
      return new Refused(
          Reason.TOO_LARGE,
          "The file has "
              + utf8.length
              + " bytes; at most "
              + Limits.ESTIMATE_FILE_BYTES_MAX
              + " are read.");
    }
    try {
      String text = EstimateText.decoded(utf8);
      if (text.isBlank()) {
        return new Refused(Reason.EMPTY, "The file is empty.");
      }
      return read(CanonicalJson.parse(text), setting);
    } catch (EstimateFault e) {
      return new Refused(e.reason(), e.problem());
    } catch (CorruptJson e) {
      Reason reason = e.path().equals("$") ? Reason.NOT_JSON : Reason.BAD_MEMBER;
      return new Refused(reason, e.path() + ": " + e.problem());
    }
  }

  private static EstimateFile read(JsonNode json, Setting setting) {
    if (!json.isObject()) {
      return new Refused(Reason.NOT_JSON, "$: estimates are given as a JSON object");
    }
    if (AlphaVantageEstimates.isNotice(json)) {
      return new Refused(
          Reason.PROVIDER_NOTICE,
          "The file holds a notice of the provider, not estimates. Read it in the file, and fetch"
              + " the estimates again later.");
    }
    if (AlphaVantageEstimates.is(json)) {
      return new AlphaVantageEstimates(setting).read(json);
    }
    if (json.has("asOf") || json.has("provider")) {
      return new OwnEstimates(setting.venue()).read(json);
    }
    return new Refused(
        Reason.UNKNOWN_SHAPE,
        "The file has neither provider and asOf (Afterbell's shape) nor symbol and"
            + " estimates with eps_estimate_average (Alpha Vantage's). See docs/drops.md.");
  }
}

package dev.afterbell.source.edgar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.afterbell.filing.Cik;
import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched;
import dev.afterbell.source.Fetched.Found;
import dev.afterbell.source.Fetched.Kind;
import dev.afterbell.source.Fetched.NotConfigured;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Provider;
import dev.afterbell.source.Web;
import dev.afterbell.source.Web.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * EDGAR: the list of what a filer has filed, and full submissions. Asks only with a declared
 * User-Agent, and only when it is its turn ({@link Pace}). Not tried against the live service.
 */
public final class Edgar {

  /** The live service. */
  public static final Setting LIVE =
      new Setting(
          URI.create("https://data.sec.gov"), URI.create("https://www.sec.gov"), Optional.empty());

  private static final Provider EDGAR = new Provider("EDGAR");
  private static final Pattern AGENT = Pattern.compile("[ -~]{3,200}");
  private static final Pattern CONTACT = Pattern.compile("[^ @]{1,100}@[^ @]{1,100}\\.[^ @]{2,50}");
  private static final int HEADER_CHARS = 4_000;
  private static final int TRAILER_CHARS = 200;

  private final PacedWeb web;
  private final Setting setting;

  /**
   * What has to be configured.
   *
   * @param data scheme and host of the lists
   * @param archive scheme and host of the filings
   * @param userAgent who asks, as the SEC wants it: a name and a mail address
   */
  public record Setting(URI data, URI archive, Optional<String> userAgent) {

    /** The same with a User-Agent. */
    public Setting by(Optional<String> agent) {
      return new Setting(data, archive, agent);
    }

    /** The User-Agent if it can be sent and has an address to write to. */
    Optional<String> declared() {
      return userAgent
          .map(String::strip)
          .filter(a -> AGENT.matcher(a).matches() && CONTACT.matcher(a).find());
    }
  }

  /**
   * Makes the adapter; nothing is asked yet.
   *
   * @param web how it asks
   * @param pace whose turn it is; one for all that ask EDGAR
   * @param time the pace's time
   * @param random for the length of pauses
   * @param setting hosts and User-Agent
   */
  public Edgar(Web web, Pace pace, PaceTime time, RandomGenerator random, Setting setting) {
    this.web = new PacedWeb(web, pace, time, random);
    this.setting = setting;
  }

  /**
   * Asks what a filer has filed: the last thousand filings or the last year's. What is found is
   * read by {@link SubmissionsIndex}.
   *
   * @param now the caller's time
   */
  public Fetched submissions(Cik cik, Instant now) {
    return list(cik, "CIK" + cik + ".json", now);
  }

  /**
   * Asks for a filing with its header and all its documents, in one text.
   *
   * @param cik of the filer or subject
   * @param now the caller's time
   */
  public Fetched fullSubmission(Cik cik, Accession accession, Instant now) {
    URI uri =
        setting
            .archive()
            .resolve(
                "/Archives/edgar/data/"
                    + Long.parseLong(cik.digits())
                    + "/"
                    + accession.folder()
                    + "/"
                    + accession
                    + ".txt");
    Asked asked = new Asked(uri, Kind.FILING, accession + ".txt", now);
    Optional<Web.Request> request = request(asked, Limits.BODY_BYTES_MAX);
    if (request.isEmpty()) {
      return noAgent();
    }
    Web.Result result = web.get(request.get());
    return problem(result, "EDGAR has no filing " + accession + " of this filer.")
        .orElseGet(() -> filing((Answer) result, accession, asked));
  }

  /** What is asked for. */
  private record Asked(URI uri, Kind kind, String fileName, Instant at) {

    Found found(Answer answer) {
      return new Found(answer.body(), kind, fileName, uri.toString(), at);
    }
  }

  private Fetched list(Cik cik, String file, Instant now) {
    URI uri = setting.data().resolve("/submissions/" + file);
    Asked asked = new Asked(uri, Kind.SUBMISSIONS, file, now);
    Optional<Web.Request> request = request(asked, Limits.SUBMISSIONS_BYTES_MAX);
    if (request.isEmpty()) {
      return noAgent();
    }
    Web.Result result = web.get(request.get());
    return problem(result, "EDGAR knows no filer " + cik + ".")
        .orElseGet(() -> list((Answer) result, cik, asked));
  }

  private Optional<Web.Request> request(Asked asked, int bytesMax) {
    return setting
        .declared()
        .map(
            agent ->
                new Web.Request(
                    asked.uri(),
                    Map.of("User-Agent", agent),
                    bytesMax,
                    Duration.ofMillis(Limits.FETCH_MILLIS_MAX)));
  }

  private static NotConfigured noAgent() {
    return new NotConfigured(
        "A User-Agent for EDGAR with a name and a mail address, as \"Example Research"
            + " ops@example.com\"");
  }

  private static Optional<Fetched> problem(Web.Result result, String nothing) {
    if (result instanceof Web.Failed failed && failed.reason() == Reason.RATE_LIMITED) {
      return Optional.of(
          EDGAR.unavailable(failed.reason(), "was not asked: no turn was to be had in time"));
    }
    if (result instanceof Web.Failed failed && failed.reason() == Reason.NO_TURN_KNOWN) {
      return Optional.of(
          EDGAR.unavailable(
              failed.reason(), "was not asked: the table that keeps its turns could not be read"));
    }
    return EDGAR.problem(result, nothing);
  }

  private static Fetched list(Answer answer, Cik cik, Asked asked) {
    Optional<JsonNode> json = Provider.json(answer).filter(JsonNode::isObject);
    boolean fits =
        json.isPresent()
            && SubmissionsIndex.columns(json.get()).path("accessionNumber").isArray()
            && SubmissionsIndex.cik(json.get()).equals(Optional.of(cik));
    return fits ? asked.found(answer) : EDGAR.changed();
  }

  private static Fetched filing(Answer answer, Accession accession, Asked asked) {
    String header = answer.start(HEADER_CHARS);
    boolean fits =
        (header.startsWith("<SEC-DOCUMENT>")
                || header.startsWith("-----BEGIN PRIVACY-ENHANCED MESSAGE-----"))
            && header.contains(accession.number());
    if (!fits) {
      return EDGAR.changed();
    }
    return whole(answer.body())
        ? asked.found(answer)
        : EDGAR.unavailable(Reason.TRUNCATED, "broke off in the middle of its answer");
  }

  /** Whether the text ends as full submissions do. */
  private static boolean whole(byte[] body) {
    int from = Math.max(0, body.length - TRAILER_CHARS);
    String end = new String(body, from, body.length - from, StandardCharsets.ISO_8859_1);
    return end.contains("</SEC-DOCUMENT>")
        || end.contains("-----END PRIVACY-ENHANCED MESSAGE-----");
  }
}

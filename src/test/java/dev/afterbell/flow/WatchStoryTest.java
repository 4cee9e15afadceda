package dev.afterbell.flow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.cloud.LocalStores;
import dev.afterbell.source.JdkWeb;
import dev.afterbell.source.StubProviders;
import dev.afterbell.source.StubProviders.Row;
import dev.afterbell.source.dynamo.TablePace;
import dev.afterbell.source.edgar.Edgar;
import dev.afterbell.source.edgar.PaceTime;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.s3.S3Inbox;
import dev.afterbell.vault.s3.S3InboxWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From EDGAR's list to a drop in the inbox, over real HTTP, a real table and a real bucket. */
class WatchStoryTest {

  private static final Instant TICK = Instant.parse("2026-06-16T14:00:00Z");
  private static final WatchList LIST = WatchList.parse("ACME=1234567");
  private static final String CIK = "0001234567";
  private static final String RESULTS = "0007654321-26-000042";
  private static final String KEY = "inbox/ACME/edgar/" + RESULTS + ".txt";

  private final StubProviders edgar = new StubProviders();
  private final String bucket = LocalStores.newBucket();

  @AfterEach
  void stop() {
    edgar.close();
  }

  @Test
  void newResultsFiling_isDropped_andNothingElse() {
    edgar.submissions(
        CIK,
        new Row(RESULTS, "8-K", "2026-06-15T07:00:12.000Z", "2.02,9.01"),
        new Row("0007654321-26-000041", "8-K", "2026-06-15T07:00:12.000Z", "5.02"),
        new Row("0007654321-26-000040", "4", "2026-06-15T07:00:12.000Z", ""),
        new Row("0007654321-26-000001", "8-K", "2026-05-15T07:00:12.000Z", "2.02"));
    edgar.filing(CIK, RESULTS, submission(RESULTS));

    WatchFilings.Outcome outcome = watch(LIST);

    assertThat(outcome).isEqualTo(new WatchFilings.Outcome(List.of(KEY), List.of()));
    FetchResult.Body body =
        (FetchResult.Body)
            new S3Inbox(LocalStores.s3()).fetch(new ObjectRef(bucket, KEY, Optional.empty()));
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo(submission(RESULTS));
    assertThat(body.metadata().get("source-url")).endsWith(RESULTS + ".txt");
  }

  @Test
  void lookedAtAgain_filingThatWasDropped_isNotFetchedAgain() {
    edgar.submissions(CIK, new Row(RESULTS, "6-K", "2026-06-15T07:00:12.000Z", ""));
    edgar.filing(CIK, RESULTS, submission(RESULTS));
    watch(LIST);
    int once = edgar.requests();

    WatchFilings.Outcome again = watch(LIST);

    assertThat(again.dropped()).isEmpty();
    assertThat(again.failed()).isEmpty();
    assertThat(edgar.requests()).isEqualTo(once + 1);
  }

  @Test
  void issuerThatIsNotKnown_holdsUpNoOther_andIsNamed() {
    edgar
        .server()
        .stubFor(get("/submissions/CIK0000000002.json").willReturn(aResponse().withStatus(404)));
    edgar.submissions(CIK, new Row(RESULTS, "8-K", "2026-06-15T07:00:12.000Z", "2.02"));
    edgar.filing(CIK, RESULTS, submission(RESULTS));

    WatchFilings.Outcome outcome = watch(WatchList.parse("NONE=2,ACME=1234567"));

    assertThat(outcome.dropped()).containsExactly(KEY);
    assertThat(outcome.failed()).containsExactly("NONE: EDGAR knows no filer 0000000002.");
  }

  @Test
  void noAgent_nobodyIsAsked_andThatIsAFailure() {
    WatchFilings.Outcome outcome = watch(LIST, Optional.empty(), true);

    assertThat(edgar.requests()).isZero();
    assertThat(outcome.failed()).singleElement().asString().contains("A User-Agent for EDGAR");
  }

  @Test
  void timeUp_leavesTheRestForTheNextTick() {
    WatchFilings.Outcome outcome = watch(LIST, Optional.of("Example ops@example.com"), false);

    assertThat(edgar.requests()).isZero();
    assertThat(outcome.failed()).containsExactly("ACME: time is nearly up");
  }

  private WatchFilings.Outcome watch(WatchList list) {
    return watch(list, Optional.of("Example ops@example.com"), true);
  }

  private WatchFilings.Outcome watch(WatchList list, Optional<String> agent, boolean timeLeft) {
    Edgar client =
        new Edgar(
            new JdkWeb(),
            new TablePace(LocalStores.dynamo(), LocalStores.newTable()),
            PaceTime.of(Clock.systemUTC()),
            new SplittableRandom(1),
            edgar.edgar(agent));
    return new WatchFilings(client, new S3InboxWriter(LocalStores.s3(), bucket))
        .watch(list, TICK, () -> timeLeft);
  }

  private static String submission(String accession) {
    return """
        <SEC-DOCUMENT>%1$s.txt : 20260615
        <SEC-HEADER>%1$s.hdr.sgml : 20260615
        <ACCEPTANCE-DATETIME>20260615070012
        ACCESSION NUMBER:\t\t%1$s
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>8-K
        <TEXT>
        Acme Tools announced its results.
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """
        .formatted(accession);
  }
}

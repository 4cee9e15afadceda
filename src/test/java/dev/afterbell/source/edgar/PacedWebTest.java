package dev.afterbell.source.edgar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.limit.Limits;
import dev.afterbell.source.Fetched.Reason;
import dev.afterbell.source.Web;
import dev.afterbell.source.Web.Answer;
import dev.afterbell.source.Web.Ending;
import dev.afterbell.source.Web.Failed;
import dev.afterbell.source.Web.Request;
import dev.afterbell.source.Web.Result;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacedWebTest {

  private static final Request REQUEST =
      new Request(URI.create("https://edgar.invalid/a"), Map.of(), 20, Duration.ofSeconds(15));
  private static final Map<String, String> RESUMABLE =
      Map.of("accept-ranges", "bytes", "etag", "\"v1\"");
  private static final Answer GOOD = answer(200, Map.of(), "good");
  private static final Answer CUT = cut(RESUMABLE, "0123456");

  /** Draws the longest pause each time. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final VirtualTime time = new VirtualTime();
  private final List<Request> asked = new ArrayList<>();

  static Stream<Result> whatMayPass() {
    return Stream.of(
        answer(403, Map.of(), ""),
        answer(429, Map.of(), ""),
        answer(500, Map.of(), ""),
        answer(503, Map.of(), ""),
        new Failed(Reason.NO_CONNECTION),
        new Failed(Reason.TIMEOUT));
  }

  @ParameterizedTest
  @MethodSource("whatMayPass")
  void get_whatMayPass_isTriedAgain(Result first) {
    assertThat(get(first, first, GOOD)).isEqualTo(GOOD);
    assertThat(asked).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("whatMayPass")
  void get_whatDoesNotPass_isGivenUpAfterSomeTries(Result always) {
    assertThat(get(always, always, always, always, always)).isEqualTo(always);
    assertThat(asked).hasSize(Limits.EDGAR_TRIES_MAX);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 401, 404})
  void get_anyOtherAnswer_isTakenAtOnce(int status) {
    Answer answer = answer(status, Map.of(), "x");

    assertThat(get(answer, GOOD)).isEqualTo(answer);
    assertThat(asked).hasSize(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void get_pauses_areDrawnBelowADoublingCeiling() {
    Answer busy = answer(503, Map.of(), "");

    get(busy, busy, busy, busy);

    assertThat(time.pauses())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void get_retryAfter_isWaitedFor() {
    get(answer(429, Map.of("retry-after", "7"), ""), GOOD);

    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void get_retryAfterLongerThanThereIsTime_isNotWaitedFor() {
    Answer later = answer(429, Map.of("retry-after", "600"), "");

    assertThat(get(later, GOOD)).isEqualTo(later);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void get_everyTry_takesATurn() {
    List<Pace.Turn> turns = new ArrayList<>();
    Pace counting =
        now -> {
          turns.add(new Pace.At(now));
          return turns.get(turns.size() - 1);
        };

    web(counting, answer(500, Map.of(), ""), CUT, answer(206, range("7-9/10"), "789")).get(REQUEST);

    assertThat(turns).hasSize(3);
  }

  @Test
  void get_noTurn_asksNobody() {
    Result unknown = web(now -> new Pace.Unknown(), GOOD).get(REQUEST);
    assertThat(unknown).isEqualTo(new Web.Failed(Reason.NO_TURN_KNOWN));

    Result result = web(now -> new Pace.None(), GOOD).get(REQUEST);

    assertThat(result).isEqualTo(new Failed(Reason.RATE_LIMITED));
    assertThat(asked).isEmpty();
  }

  @Test
  void get_wokenTooLateForTheTurn_takesAnother() {
    Deque<Long> late = new ArrayDeque<>(List.of(300L, 300L, 50L));
    List<Long> waits = new ArrayList<>();
    Pace pace =
        now -> {
          waits.add(now);
          return new Pace.At(now - late.remove() * 1_000_000L);
        };

    assertThat(web(pace, GOOD).get(REQUEST)).isEqualTo(GOOD);
    assertThat(waits).hasSize(3);
  }

  @Test
  void get_bodyBrokenOff_goesOnWhereItStopped() {
    Answer whole = (Answer) get(CUT, cut206("7-9/12", "78"), answer(206, range("9-11/12"), "9ab"));

    assertThat(new String(whole.body(), StandardCharsets.US_ASCII)).isEqualTo("0123456789ab");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(asked.get(1).headers()).containsEntry("Range", "bytes=7-");
    assertThat(asked.get(1).headers()).containsEntry("If-Range", "\"v1\"");
    assertThat(asked.get(2).headers()).containsEntry("Range", "bytes=9-");
    assertThat(time.pauses()).allMatch(p -> p.toMillis() <= Limits.EDGAR_SPACING_MILLIS);
  }

  @Test
  void get_changedMeanwhile_takesTheNewWhole() {
    assertThat(get(CUT, GOOD)).isEqualTo(GOOD);
  }

  @Test
  void get_faultWhileGoingOn_keepsTheFirstPart() {
    Answer whole =
        (Answer) get(CUT, answer(503, Map.of(), ""), answer(206, range("7-9/10"), "789"));

    assertThat(whole.body()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
    assertThat(whole.ending()).isEqualTo(Ending.COMPLETE);
  }

  static Stream<Result> restsThatDoNotFit() {
    return Stream.of(
        answer(416, Map.of(), ""),
        answer(206, Map.of(), "789"),
        answer(206, range("6-9/10"), "6789"),
        answer(206, range("8-9/10"), "89"),
        answer(206, Map.of("content-range", "bytes 7-9/*"), "789"));
  }

  @ParameterizedTest
  @MethodSource("restsThatDoNotFit")
  void get_restThatDoesNotFit_staysBrokenOff(Result rest) {
    assertThat(get(CUT, rest, GOOD)).isEqualTo(CUT);
    assertThat(asked).hasSize(2);
  }

  @Test
  void get_restShorterThanAnnounced_staysBrokenOff() {
    Answer answer =
        (Answer) get(CUT, answer(206, range("7-9/12"), "789"), answer(416, Map.of(), ""));

    assertThat(answer.ending()).isEqualTo(Ending.CUT);
  }

  @Test
  void get_wholeLargerThanAllowed_isOverTheLimit() {
    Answer answer = (Answer) get(CUT, answer(206, range("7-29/30"), "7".repeat(23)));

    assertThat(answer.ending()).isEqualTo(Ending.OVER_LIMIT);
  }

  static Stream<Map<String, String>> headersOfServersWithoutRests() {
    return Stream.of(
        Map.of(),
        Map.of("etag", "\"v1\""),
        Map.of("accept-ranges", "none", "etag", "\"v1\""),
        Map.of("accept-ranges", "bytes"),
        Map.of("accept-ranges", "bytes", "etag", "W/\"v1\""),
        Map.of("accept-ranges", "bytes", "etag", "\"v1\"", "content-encoding", "gzip"));
  }

  @ParameterizedTest
  @MethodSource("headersOfServersWithoutRests")
  void get_brokenOffAndNoRestToBeHad_isNotTriedAgain(Map<String, String> headers) {
    Answer cut = cut(headers, "0123");

    assertThat(get(cut, GOOD)).isEqualTo(cut);
    assertThat(asked).hasSize(1);
  }

  @Test
  void get_interrupted_saysSoAndAsksNobody() {
    PaceTime interrupted =
        new PaceTime() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void pause(Duration wait) throws InterruptedException {
            throw new InterruptedException();
          }
        };
    PacedWeb web = new PacedWeb(r -> GOOD, now -> new Pace.At(1), interrupted, LONGEST);

    assertThat(web.get(REQUEST)).isEqualTo(new Failed(Reason.TIMEOUT));
    assertThat(Thread.interrupted()).isTrue();
  }

  private Result get(Result... results) {
    return web(Pace.inProcess(), results).get(REQUEST);
  }

  private PacedWeb web(Pace pace, Result... results) {
    Deque<Result> queue = new ArrayDeque<>(List.of(results));
    Web web =
        request -> {
          asked.add(request);
          return queue.remove();
        };
    return new PacedWeb(web, pace, time, LONGEST);
  }

  private static Answer answer(int status, Map<String, String> headers, String body) {
    return new Answer(status, headers, body.getBytes(StandardCharsets.US_ASCII), Ending.COMPLETE);
  }

  private static Answer cut(Map<String, String> headers, String body) {
    return new Answer(200, headers, body.getBytes(StandardCharsets.US_ASCII), Ending.CUT);
  }

  private static Answer cut206(String range, String body) {
    return new Answer(206, range(range), body.getBytes(StandardCharsets.US_ASCII), Ending.CUT);
  }

  private static Map<String, String> range(String range) {
    return Map.of("content-range", "bytes " + range);
  }
}

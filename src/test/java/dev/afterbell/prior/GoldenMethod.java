package dev.afterbell.prior;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.market.EventClock;
import dev.afterbell.market.SessionCalendar;
import dev.afterbell.market.Venue;
import dev.afterbell.score.EvidenceQuality;
import dev.afterbell.score.Fixtures;
import dev.afterbell.score.ItemQuality;
import dev.afterbell.score.Leg;
import dev.afterbell.score.WorkedExample;
import dev.afterbell.score.ZeroRule;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every golden value of docs/method.md as this runtime computes it, a line each. Run on each Java
 * and as a native executable, it prints the same bytes ({@code golden-m1.txt}).
 */
public final class GoldenMethod {

  private static final List<Signal> FIVE =
      List.of(
          Signal.EARNINGS_SURPRISE,
          Signal.ABNORMAL_RETURN,
          Signal.ESTIMATE_REVISION,
          Signal.REVENUE_SURPRISE,
          Signal.TONE);

  private static final List<String> RELEASES =
      List.of(
          "2026-05-27T06:30:00-04:00",
          "2025-11-19T06:54:00-05:00",
          "2025-01-06T16:05:00-05:00",
          "2025-11-25T16:05:00-05:00",
          "2026-03-31T16:10:00-04:00",
          "2025-07-03T13:05:00-04:00");

  private GoldenMethod() {}

  /** Prints the golden values, in UTF-8 with line feeds. */
  public static void main(String[] none) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    lines().forEach(line -> out.print(line + "\n"));
  }

  /** The golden values. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("method " + ScoreCard.METHOD_VERSION);
    lines.addAll(example("article on the reaction", WorkedExample.plain()));
    lines.addAll(example("own price calculation", WorkedExample.priced()));
    lines.addAll(example("every leg", WorkedExample.complete()));
    priors().forEach(p -> lines.add("prior | " + p));
    RELEASES.forEach(r -> lines.add(clock(OffsetDateTime.parse(r))));
    return lines;
  }

  private static List<String> example(String name, List<Evidence> evidence) {
    ScoreCard card = Scoring.score(Fixtures.input(evidence.toArray(Evidence[]::new)));
    List<String> lines = new ArrayList<>();
    card.items().forEach(i -> lines.add(name + " | " + item(i)));
    card.legs().forEach(l -> lines.add(name + " | leg " + leg(l)));
    lines.add(name + " | " + quality(card.quality()) + " U " + card.uncertainty().value());
    lines.add(name + " | axes " + axis(card.axes().growth()) + " " + axis(card.axes().economics()));
    lines.add(name + " | stance " + card.stance().stance().text());
    lines.add(name + " | card " + CanonicalJson.hash(ScoreCardJson.write(card)));
    return lines;
  }

  private static String item(ItemQuality q) {
    return Stream.of(
                q.verification(), q.specificity(), q.directness(), q.freshness(), q.corroboration())
            .map(c -> c.value().toPlainString())
            .collect(Collectors.joining(" ", q.id() + " V S D F C ", ""))
        + " q "
        + q.quality()
        + " "
        + q.admiralty();
  }

  private static String leg(Leg leg) {
    String best = leg.best().map(EvidenceId::toString).orElse("none");
    return leg.kind().letter()
        + " "
        + leg.strength()
        + (leg.verified() ? " verified by " : " unverified, best ")
        + best;
  }

  private static String quality(EvidenceQuality quality) {
    return "EQ "
        + quality.value().map(BigDecimal::toString).orElse("pending")
        + " ungated "
        + quality.ungated()
        + quality.zeroRules().stream()
            .map(ZeroRule::name)
            .collect(Collectors.joining(" ", " ", ""))
            .stripTrailing();
  }

  private static String axis(Axis axis) {
    return axis.value().map(BigDecimal::toString).orElse("none");
  }

  /** The golden cases of the prior, as the page and docs/method.md print them. */
  static List<String> priors() {
    String two = "2";
    return List.of(
        line("nothing verified", Map.of()),
        line("tone 0.5 only", Map.of(Signal.TONE, "0.5")),
        line(
            "tone 0.5 and an abnormal return of -3",
            Map.of(Signal.TONE, "0.5", Signal.ABNORMAL_RETURN, "-3")),
        line(
            "surprise 1.5, return 1.2, revision 1, revenue 1, tone 0.5",
            Map.of(
                FIVE.get(0),
                "1.5",
                FIVE.get(1),
                "1.2",
                FIVE.get(2),
                "1",
                FIVE.get(3),
                "1",
                FIVE.get(4),
                "0.5")),
        line(
            "every signal at 2",
            Stream.of(Signal.values()).collect(Collectors.toMap(s -> s, s -> two))));
  }

  private static String line(String name, Map<Signal, String> z) {
    ScenarioPrior p = prior(z, "1");
    return name
        + " | "
        + print(p.bull(), 4)
        + " "
        + print(p.base(), 4)
        + " "
        + print(p.bear(), 4)
        + " | "
        + print(p.bullLow(), 3)
        + "-"
        + print(p.bullHigh(), 3)
        + " | "
        + print(p.informationShare(), 2);
  }

  /** The prior of these signals. */
  static ScenarioPrior prior(Map<Signal, String> z, String sizeFactor) {
    return ScenarioPrior.of(readings(z), new BigDecimal(sizeFactor));
  }

  /** One reading of each signal, present where {@code z} has it. */
  static List<SignalReading> readings(Map<Signal, String> z) {
    return Stream.of(Signal.values())
        .map(
            s ->
                new SignalReading(
                    s,
                    Optional.ofNullable(z.get(s)).map(BigDecimal::new),
                    "given",
                    Optional.empty()))
        .toList();
  }

  private static String print(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String clock(OffsetDateTime release) {
    return Stream.of(Venue.XNYS, Venue.XHKG)
        .map(
            venue -> {
              EventClock clock = EventClock.of(SessionCalendar.of(venue), release.toInstant());
              return venue.mic() + " " + clock.t0().date() + " " + clock.t3().date();
            })
        .collect(Collectors.joining(" | ", "clock | " + release + " | ", ""));
  }
}

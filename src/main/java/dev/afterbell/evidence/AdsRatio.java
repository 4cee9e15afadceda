package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Knows how a sentence says how many shares an American Depositary Share stands for. */
final class AdsRatio {

  private static final Expression ADS = ProseFacts.CUES.expression("ads");
  private static final int WEIGHT = 10;
  private static final Map<String, Integer> NUMBER_WORDS =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("eight", 8),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50));

  private AdsRatio() {}

  /** Whether {@code sentence} has the words of one. */
  static boolean mayBeIn(Wording sentence) {
    return ADS.mayBeIn(sentence);
  }

  /** The ratio that {@code sentence} states, as of the end of the reported period. */
  static Optional<Candidate> read(Sentence sentence, PeriodBook book) {
    Matcher m = ADS.matcher(sentence.folded());
    if (!m.find()) {
      return Optional.empty();
    }
    Candidate.Key key =
        new Candidate.Key(
            Metric.ADS_RATIO,
            Optional.empty(),
            Basis.GAAP,
            Fact.Role.LEVEL,
            Optional.empty(),
            Optional.empty(),
            Unit.SHARES_PER_ADS,
            new FactPeriod(FactPeriod.Kind.INSTANT, Optional.empty(), book.reported().endDate()));
    return Optional.of(
        new Candidate(
            key,
            number(m.group("n")),
            BigDecimal.ZERO,
            Optional.empty(),
            BigDecimal.ZERO,
            sentence.place(),
            sentence.source(),
            WEIGHT,
            List.of(),
            sentence.passage(m.start("n"), m.end("n"))));
  }

  private static BigDecimal number(String written) {
    Integer word = NUMBER_WORDS.get(written);
    return word == null ? new BigDecimal(written) : BigDecimal.valueOf(word);
  }
}

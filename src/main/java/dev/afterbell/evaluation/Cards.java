package dev.afterbell.evaluation;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.CorruptJson;
import dev.afterbell.filing.Sha256;
import dev.afterbell.prior.ScoreCard;
import dev.afterbell.prior.ScoreCardJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cards of an input, each once.
 *
 * @param lines lines with anything in them
 * @param forecasts in the order of time
 * @param excluded lines that are no card, and copies
 */
public record Cards(int lines, List<Forecast> forecasts, List<Excluded> excluded) {

  /** What is said of a line that is no card, in characters. */
  private static final int DETAIL_CHARS_MAX = 200;

  /** Digits of a digest that name a line. */
  private static final int DIGITS = 16;

  /**
   * @throws IllegalArgumentException unless every line is a forecast or excluded
   */
  public Cards {
    forecasts = List.copyOf(forecasts);
    excluded = List.copyOf(excluded);
    if (lines != forecasts.size() + excluded.size()) {
      throw new IllegalArgumentException("Every line is a card or is left out: " + lines);
    }
  }

  /** Reads lines, each a card as {@link ScoreCardJson} writes it; empty lines are passed over. */
  public static Cards read(Stream<String> lines) {
    Reader reader = new Reader();
    lines.filter(l -> !l.isBlank()).forEach(reader::take);
    return new Cards(
        reader.lines, reader.forecasts.stream().sorted().toList(), List.copyOf(reader.excluded));
  }

  private static final class Reader {

    private final List<Forecast> forecasts = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final Set<Sha256> seen = new HashSet<>();
    private int lines;

    void take(String line) {
      lines++;
      ScoreCard card;
      try {
        card = ScoreCardJson.read(CanonicalJson.parse(line));
      } catch (CorruptJson e) {
        leaveOut(Exclusion.CORRUPT, line, e.path() + ": " + e.problem());
        return;
      }
      try {
        Forecast forecast = Forecast.of(card);
        if (seen.add(forecast.card())) {
          forecasts.add(forecast);
        } else {
          excluded.add(Excluded.of(Exclusion.DUPLICATE, forecast, "card " + name(forecast.card())));
        }
      } catch (IllegalArgumentException e) {
        boolean venue = !card.calendarVersion().matches("(XNYS|XNAS|XHKG)(-.*)?");
        leaveOut(
            venue ? Exclusion.UNKNOWN_VENUE : Exclusion.CORRUPT,
            line,
            String.valueOf(e.getMessage()));
      }
    }

    private void leaveOut(Exclusion reason, String line, String detail) {
      Sha256 digest = Sha256.of(line.strip().getBytes(StandardCharsets.UTF_8));
      String first = detail.lines().findFirst().orElse("");
      excluded.add(
          new Excluded(
              reason,
              "line " + name(digest),
              first.substring(0, Math.min(DETAIL_CHARS_MAX, first.length()))));
    }

    private static String name(Sha256 digest) {
      return digest.hex().substring(0, DIGITS);
    }
  }
}

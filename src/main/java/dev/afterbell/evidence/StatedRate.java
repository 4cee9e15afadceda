package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * An exchange rate that a document says it translates at: "RMB7.2567 to US$1.00".
 *
 * @param currency ISO 4217 code of the currency translated from
 * @param rate its units for one unit of the other
 * @param span the words
 */
record StatedRate(String currency, BigDecimal rate, ByteSpan span) {

  private static final int RATES_MAX = 8;
  private static final Starts FORWARD = new Starts(DocumentReader.CUES.get("rate"));

  private static final Starts BACKWARD = new Starts(DocumentReader.CUES.get("rate-turned"));

  /** The rates stated in the paragraphs of {@code blocks}, at most eight. */
  static List<StatedRate> find(List<Block> blocks) {
    List<StatedRate> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Prose prose
          && found.size() < RATES_MAX
          && decimal(prose.text().text())) {
        find(prose, FORWARD, found);
        find(prose, BACKWARD, found);
      }
    }
    return List.copyOf(found);
  }

  /** Whether there is a point between digits, as in every rate and in few paragraphs. */
  private static boolean decimal(String text) {
    int point = text.indexOf('.', 1);
    while (point > 0 && point + 1 < text.length()) {
      if (digit(text.charAt(point - 1)) && digit(text.charAt(point + 1))) {
        return true;
      }
      point = text.indexOf('.', point + 1);
    }
    return false;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void find(Prose prose, Starts pattern, List<StatedRate> found) {
    String text = prose.text().text();
    Starts.Search search = pattern.in(text);
    int at = search.next(0);
    while (at >= 0 && found.size() < RATES_MAX) {
      Matcher m = search.found();
      Optional<String> currency =
          Optional.of(Currencies.code(m.group("currency"))).filter(c -> c.length() == 3);
      BigDecimal rate = new BigDecimal(m.group("rate"));
      if (currency.isPresent() && rate.signum() > 0) {
        found.add(new StatedRate(currency.get(), rate, prose.text().span(m.start(), m.end())));
      }
      at = search.next(m.end());
    }
  }
}

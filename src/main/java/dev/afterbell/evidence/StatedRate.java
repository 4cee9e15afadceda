package dev.afterbell.evidence;

import dev.afterbell.filing.Block;
import dev.afterbell.filing.ByteSpan;
import dev.afterbell.filing.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exchange rate that a document says it translates at: "RMB7.2567 to US$1.00".
 *
 * @param currency ISO 4217 code of the currency translated from
 * @param rate its units for one unit of the other
 * @param span the words
 */
record StatedRate(String currency, BigDecimal rate, ByteSpan span) {

  private static final int RATES_MAX = 8;
  private static final Pattern FORWARD = DocumentReader.CUES.get("rate");

  /** Stands in every rate, and in few paragraphs. */
  private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d");

  private static final Pattern BACKWARD = DocumentReader.CUES.get("rate-turned");

  /** The rates stated in the paragraphs of {@code blocks}, at most eight. */
  static List<StatedRate> find(List<Block> blocks) {
    List<StatedRate> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Prose prose
          && found.size() < RATES_MAX
          && DECIMAL.matcher(prose.text().text()).find()) {
        find(prose, FORWARD, found);
        find(prose, BACKWARD, found);
      }
    }
    return List.copyOf(found);
  }

  private static void find(Prose prose, Pattern pattern, List<StatedRate> found) {
    Matcher m = pattern.matcher(prose.text().text());
    while (m.find() && found.size() < RATES_MAX) {
      Optional<String> currency =
          Optional.of(NumberReader.code(m.group("currency"))).filter(c -> c.length() == 3);
      BigDecimal rate = new BigDecimal(m.group("rate"));
      if (currency.isPresent() && rate.signum() > 0) {
        found.add(new StatedRate(currency.get(), rate, prose.text().span(m.start(), m.end())));
      }
    }
  }
}

package dev.afterbell.evidence;

import dev.afterbell.filing.SourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range in a cell of a table of guidance.
 *
 * @param range as printed
 * @param cell the cell
 * @param header what stands over it, in lower case
 */
record GuidanceCell(GuidanceRange range, SourceText cell, String header) {

  private static final Pattern LOW = GuidanceRange.CUES.get("column-low");
  private static final Pattern HIGH = GuidanceRange.CUES.get("column-high");

  /** Joins a low column with the high column after it. */
  static List<GuidanceCell> lowHigh(List<GuidanceCell> placed) {
    List<GuidanceCell> joined = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      GuidanceCell p = placed.get(i);
      boolean pair =
          i + 1 < placed.size()
              && p.point()
              && placed.get(i + 1).point()
              && LOW.matcher(lastWord(p.header())).find()
              && HIGH.matcher(placed.get(i + 1).header()).find();
      if (pair) {
        GuidanceCell high = placed.get(i + 1);
        joined.add(new GuidanceCell(span(p.range(), high.range()), p.cell(), p.header()));
        i++;
      } else {
        joined.add(p);
      }
    }
    return joined;
  }

  private static String lastWord(String header) {
    String[] words = header.split(" ", -1);
    return words[words.length - 1];
  }

  private boolean point() {
    return range.low().compareTo(range.high()) == 0;
  }

  private static GuidanceRange span(GuidanceRange low, GuidanceRange high) {
    BigDecimal a = low.low();
    BigDecimal b = high.high();
    return new GuidanceRange(
        a.min(b),
        a.max(b),
        low.first(),
        low.scaled(),
        low.kind() == Figure.Kind.NUMBER ? high.kind() : low.kind(),
        low.currency().or(high::currency),
        Optional.empty(),
        low.from(),
        low.to());
  }
}

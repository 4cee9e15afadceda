package dev.afterbell.evidence;

import dev.afterbell.evidence.RowNames.Reading;
import dev.afterbell.evidence.TableFacts.Around;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows by which rules the rows of a whole table are told: as a line over them says. */
final class TableBasis {

  private static final Pattern BASIS_CAPTION = TableFacts.CUES.get("basis-caption");
  private static final Pattern ADJUSTED_HEADING = TableFacts.CUES.get("adjusted-heading");

  private TableBasis() {}

  /** The basis that the table's own captions name, or the line right over it. */
  static Optional<Basis> of(List<Wording> captions, Around around, List<Reading> readings) {
    return captionBasis(captions).or(() -> headingBasis(around, readings));
  }

  /** A line right over a table that only says "Non-GAAP", where no row says so itself. */
  private static Optional<Basis> headingBasis(Around around, List<Reading> readings) {
    boolean adjusted =
        around.captions().stream()
            .limit(1)
            .anyMatch(t -> ADJUSTED_HEADING.matcher(t.text().strip()).matches());
    return adjusted && readings.stream().allMatch(r -> r.named().basis() == Basis.GAAP)
        ? Optional.of(Basis.NON_GAAP)
        : Optional.empty();
  }

  /** A caption that is nothing but the name of a basis. */
  private static Optional<Basis> captionBasis(List<Wording> captions) {
    for (Wording c : captions) {
      java.util.regex.Matcher m = BASIS_CAPTION.matcher(c.folded().strip());
      if (m.matches()) {
        return Optional.of(m.group(1).equalsIgnoreCase("gaap") ? Basis.GAAP : Basis.NON_GAAP);
      }
    }
    return Optional.empty();
  }
}

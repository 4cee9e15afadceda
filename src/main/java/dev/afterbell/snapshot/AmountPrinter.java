package dev.afterbell.snapshot;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Passage;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;

/** Prints figures the way financial news does, never with more digits than the document gave. */
final class AmountPrinter {

  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /** Written forms that filings use; any other currency is written by its ISO code. */
  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "US$", "CNY", "RMB", "HKD", "HK$", "EUR", "€", "GBP", "£", "TWD", "NT$");

  private AmountPrinter() {}

  /**
   * A headline amount: to a tenth of a million (or of the next smaller unit), as releases print it.
   */
  static Figure.Stated exact(EvidenceId id, BigDecimal value, Unit unit, Passage passage) {
    return amount(
        id, value, unit, passage, value.abs().compareTo(MILLION) >= 0 ? MILLION : THOUSAND);
  }

  /** A figure for context: to a tenth of the largest unit. */
  static Figure.Stated rounded(EvidenceId id, BigDecimal value, Unit unit, Passage passage) {
    BigDecimal size = value.abs();
    BigDecimal scale =
        size.compareTo(BILLION) >= 0 ? BILLION : size.compareTo(MILLION) >= 0 ? MILLION : THOUSAND;
    return amount(id, value, unit, passage, scale);
  }

  /** A percentage, or a difference of percentages, without its sign. */
  static Figure.Stated percent(EvidenceId id, BigDecimal value, Unit unit, Passage passage) {
    String digits = value.abs().stripTrailingZeros().toPlainString();
    String printed =
        unit.equals(Unit.PERCENTAGE_POINTS) ? digits + " percentage points" : digits + "%";
    return new Figure.Stated(printed, id, value, unit, passage);
  }

  /** A percentage with its sign, for a level that can be below zero, as a margin can. */
  static Figure.Stated signed(EvidenceId id, BigDecimal value, Unit unit, Passage passage) {
    Figure.Stated bare = percent(id, value, unit, passage);
    return value.signum() < 0
        ? new Figure.Stated("-" + bare.printed(), id, value, unit, passage)
        : bare;
  }

  private static Figure.Stated amount(
      EvidenceId id, BigDecimal value, Unit unit, Passage passage, BigDecimal scale) {
    String word =
        scale.equals(BILLION) ? " billion" : scale.equals(MILLION) ? " million" : " thousand";
    BigDecimal scaled = value.abs().divide(scale).setScale(1, RoundingMode.HALF_UP);
    DecimalFormat format =
        new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    String printed = symbol(unit) + format.format(scaled) + word;
    return new Figure.Stated(printed, id, value, unit, passage);
  }

  private static String symbol(Unit unit) {
    String currency = unit.code().substring(0, 3);
    return SYMBOLS.getOrDefault(currency, currency + " ");
  }
}

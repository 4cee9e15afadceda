package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows in which currency a document reports, by the signs and codes beside its amounts. */
final class ReportingCurrency {

  private static final Starts CURRENCY_MARK = new Starts(DocumentReader.CUES.get("currency-mark"));

  private ReportingCurrency() {}

  /** The currency of the figures: a local one where it stands often, even beside dollars. */
  static Optional<String> find(String text) {
    Map<String, Integer> counts = new HashMap<>();
    CURRENCY_MARK.forEach(text, m -> counts.merge(code(m.group()), 1, Integer::sum));
    int whole = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (whole == 0) {
      return Optional.empty();
    }
    Optional<String> local =
        counts.entrySet().stream()
            .filter(e -> !e.getKey().equals("USD"))
            .filter(e -> e.getValue() * 3 >= whole && e.getValue() >= 2)
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    if (local.isPresent()) {
      return local.map(c -> c.equals("¥") ? yenOrYuan(text) : c);
    }
    if (text.contains("Canadian dollars") && !text.contains("U.S. dollars")) {
      return Optional.of("CAD");
    }
    return Optional.of("USD");
  }

  private static String code(String mark) {
    return switch (mark) {
      case "$", "US$", "USD" -> "USD";
      case "Renminbi", "RMB", "CNY" -> "CNY";
      case "¥" -> "¥";
      default -> Currencies.code(mark);
    };
  }

  private static String yenOrYuan(String text) {
    return text.contains("RMB") || text.contains("Renminbi") || text.contains("China")
        ? "CNY"
        : "JPY";
  }
}

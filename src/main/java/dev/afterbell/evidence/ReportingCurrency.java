package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows in which currency a document reports, by the signs and codes beside its amounts. */
final class ReportingCurrency {

  private static final Pattern CURRENCY_MARK = DocumentReader.CUES.get("currency-mark");

  private ReportingCurrency() {}

  /** The currency of the figures: a local one where it stands often, even beside dollars. */
  static Optional<String> find(String text) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher m = CURRENCY_MARK.matcher(text);
    int total = 0;
    while (m.find()) {
      String mark = m.group();
      String code =
          switch (mark) {
            case "$", "US$", "USD" -> "USD";
            case "Renminbi", "RMB", "CNY" -> "CNY";
            case "¥" -> "¥";
            default -> NumberReader.code(mark);
          };
      counts.merge(code, 1, Integer::sum);
      total++;
    }
    if (total == 0) {
      return Optional.empty();
    }
    int whole = total;
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

  private static String yenOrYuan(String text) {
    return text.contains("RMB") || text.contains("Renminbi") || text.contains("China")
        ? "CNY"
        : "JPY";
  }
}

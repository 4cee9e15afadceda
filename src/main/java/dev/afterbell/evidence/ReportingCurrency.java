package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Knows in which currency a document reports, by the signs and codes beside its amounts. */
final class ReportingCurrency {

  private static final Starts CURRENCY_MARK = new Starts(DocumentReader.CUES.get("currency-mark"));

  private static final List<String> UNITED_STATES =
      List.of("U.S. dollars", "US dollars", "United States dollars", "U.S. Dollars", "US Dollars");

  /** What only documents for the Australian exchange have, beside a company's number. */
  private static final List<String> AUSTRALIAN =
      List.of("Appendix 4D", "Appendix 4E", "APPENDIX 4D", "APPENDIX 4E", "ASX");

  private static final Pattern RAND = Pattern.compile("\\bRm\\b|\\bR(?:['’]000| ?million\\b)");

  private static final Pattern RINGGIT = Pattern.compile("\\bRM(?:['’]000| ?[0-9]| ?million\\b)");

  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "Canadian dollars", "CAD",
              "Australian dollars", "AUD",
              "New Zealand dollars", "NZD",
              "Singapore dollars", "SGD",
              "Mexican pesos", "MXN",
              "South African rand", "ZAR"));

  private ReportingCurrency() {}

  /** The currency of the figures: a local one where it stands often, even beside dollars. */
  static Optional<String> find(String text) {
    Map<String, Integer> counts = new HashMap<>();
    CURRENCY_MARK.forEach(text, m -> counts.merge(code(m.group()), 1, Integer::sum));
    int whole = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (whole == 0) {
      return named(text);
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
    return named(text).or(() -> Optional.of("USD"));
  }

  /** The currency that a bare sign or none stands for, where the text names one and no other. */
  private static Optional<String> named(String text) {
    if (UNITED_STATES.stream().anyMatch(text::contains)) {
      return Optional.empty();
    }
    boolean australian = text.contains("ABN ") || text.contains("ACN ");
    if (australian && AUSTRALIAN.stream().anyMatch(text::contains)) {
      return Optional.of("AUD");
    }
    if (text.contains("JSE") && RAND.matcher(text).find()) {
      return Optional.of("ZAR");
    }
    if (text.contains("Malaysia") && RINGGIT.matcher(text).find()) {
      return Optional.of("MYR");
    }
    return NAMES.entrySet().stream()
        .filter(e -> text.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
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

package dev.afterbell.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows in which currency a document reports, by the signs and codes beside its amounts. */
final class ReportingCurrency {

  private static final Starts CURRENCY_MARK = new Starts(DocumentReader.CUES.get("currency-mark"));

  private static final String FILE = "reporting-currency.tsv";
  private static final String UNITED_STATES = "USD";
  private static final List<Clue> CLUES = RuleLines.of(FILE).stream().map(Clue::of).toList();

  /** What a document says of its money. */
  private record Clue(boolean listed, String code, Expression says, Optional<Expression> andSays) {

    static Clue of(String line) {
      String[] cells = line.split("\t", -1);
      boolean listed = cells[0].equals("listed");
      if (cells.length != 4 || !(listed || cells[0].equals("named"))) {
        throw new IllegalStateException(FILE + ": a kind and three columns expected: " + line);
      }
      Optional<String> second = Optional.of(cells[3]).filter(c -> !c.equals("-"));
      return new Clue(listed, cells[1], Expression.of(cells[2]), second.map(Expression::of));
    }

    boolean fits(Wording text) {
      return text.has(says) && andSays.map(text::has).orElse(true);
    }
  }

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

  /** The currency that a bare sign or none stands for, where the text tells of one. */
  private static Optional<String> named(String text) {
    Wording all = Wording.of(text);
    List<Clue> fitting = CLUES.stream().filter(c -> c.fits(all)).toList();
    if (fitting.stream().anyMatch(c -> c.code().equals(UNITED_STATES))) {
      return Optional.empty();
    }
    Optional<String> listed = fitting.stream().filter(Clue::listed).map(Clue::code).findFirst();
    List<String> codes = fitting.stream().map(Clue::code).distinct().toList();
    return listed.or(() -> codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty());
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

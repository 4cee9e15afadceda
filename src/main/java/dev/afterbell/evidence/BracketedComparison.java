package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an amount is compared with in parentheses behind it: {@code 34.6% (2024: 32.7%)},
 * {@code $898 million ($890 million in 2024)}.
 */
final class BracketedComparison {

  private static final Pattern LABELLED = ProseFacts.CUES.get("labelled");
  private static final Pattern IN_YEAR = ProseFacts.CUES.get("in-year");

  private static final Pattern BARE =
      Pattern.compile(" ?\\([-−–]?(?!(?:19|20)\\d{2}\\))\\d[\\d,. ]*\\)");
  private static final Pattern MINUS = Pattern.compile("\\([-−–]");

  /** Currencies of issuers that put the year before in parentheses. */
  private static final Set<String> NORDIC = Set.of("SEK", "NOK", "DKK", "EUR");

  /** A number more times as large, or as small, is no comparator. */
  private static final BigDecimal TIMES = BigDecimal.valueOf(3);

  private BracketedComparison() {}

  /** Whether {@code f} is the comparator of the amount in {@code s} that ends at {@code from}. */
  static boolean is(String s, int from, Figure f) {
    String between = s.substring(from, f.from());
    boolean opened =
        between.strip().equals("(") || (between.isBlank() && s.startsWith("(", f.from()));
    return LABELLED.matcher(between).matches()
        || (opened && IN_YEAR.matcher(s).region(f.to(), s.length()).lookingAt());
  }

  /**
   * The comparator that a bare number in parentheses right behind {@code level} is, as the reports
   * of Nordic issuers have it: {@code SEK 4,212m (3,974)}. Empty for the mark of a footnote, and
   * where the currency does not tell that the convention holds.
   */
  static Optional<Figure> bare(String s, Figure level, Figure f, String currency) {
    BigDecimal now = level.printed().abs();
    BigDecimal before = f.printed().abs();
    boolean alike =
        before.multiply(TIMES).compareTo(now) >= 0 && now.multiply(TIMES).compareTo(before) >= 0;
    return NORDIC.contains(currency)
            && f.kind() == Figure.Kind.NUMBER
            && !f.scaled()
            && alike
            && bare(s, level.to(), f)
        ? Optional.of(
            new Figure(
                MINUS.matcher(s).region(level.to(), f.to()).find() ? before.negate() : before,
                level.power(),
                level.scaled(),
                level.kind(),
                level.currency(),
                false,
                f.from(),
                f.to()))
        : Optional.empty();
  }

  /** Whether nothing but {@code f} stands in parentheses behind the amount that ends at from. */
  static boolean bare(String s, int from, Figure f) {
    return from <= f.from() && BARE.matcher(s).region(from, s.length()).lookingAt();
  }

  /** The name of the time of a comparator at {@code to}, behind the amount that ends before. */
  static Optional<String> label(String s, int from, int to) {
    Matcher m = LABELLED.matcher(s).region(Math.min(from, to), to);
    return m.matches() ? Optional.of(m.group("label")) : Optional.empty();
  }
}

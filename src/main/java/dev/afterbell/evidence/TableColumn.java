package dev.afterbell.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of figures is for.
 *
 * @param ref the period over it
 * @param units currency and scale over it
 * @param use whether its figures are amounts
 * @param basis by which rules, where the header says
 */
record TableColumn(PeriodRef ref, TableUnits units, Use use, Optional<Basis> basis) {

  /** What may be taken from a column. */
  enum Use {
    /** Amounts of a period. */
    AMOUNTS,
    /** Growth between two of the columns, in percent. */
    PERCENT_CHANGE,
    /** Anything else: changes in money, constant currency, adjustments, other businesses. */
    REFUSED
  }

  private static final Expression NO_AMOUNTS =
      Expression.of(
          "constant|trailing|last twelve|\\bltm\\b|\\bttm\\b|fx|foreign"
              + " exchange|excluding|operational|organic|adjustments?\\b|non-?(?:underlying|recurring|trading)|exceptional|special|reconcil|eliminat|impact|pro"
              + " ?forma|items|\\$ ?change|amount of"
              + " change|restatement|discontinued|guidance|outlook|estimate|forecast|target|budget|low\\b|high\\b|ratio|notes?\\b|per"
              + " share");

  /** "Cumulative Quarter" stands over as many quarters as there were. */
  private static final Expression ANY_QUARTERS =
      Expression.of("(?i)\\b(?:individual|cumulative) (?:quarters?|periods?)\\b");

  private static final Expression CHANGE =
      Expression.of(
          "change|\\bchg\\b|inc(?:rease)?\\.?"
              + " ?/|\\bincrease|\\bdecrease|growth|varian|\\bvar\\b|\\by/y|yoy|y-o-y|qoq|q/q"
              + "|over\\b.*\\bquarter|vs\\.?\\b|b/\\(w\\)|better|\\bfav");
  private static final Pattern SIGNS =
      Pattern.compile("[-+−/() ]*%[-+−/() %]*|\\(?\\+\\)? ?/ ?\\(?[-−]\\)?(?: ?(?:in )?%)?");
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:three|six|nine|twelve|thirteen|fourteen|sixteen|twenty|thirty|forty|fifty|one|two|four|five|seven|eight"
              + "|months?|weeks?|quarters?|quarterly|years?|year|half|first|second|third|fourth|rst|scal|fiscal|full|annual"
              + "|periods?|interim|ended|ending|end|to|date|ytd|as|of|at|and|the|for|in|(?:[369]|12)m\\d*|q[1-4]|[1-4]q\\d*|h[12]|[12]h\\d*|fy\\d*|fye"
              + "|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august"
              + "|september|october|november|december|rmb|cny|us|usd|hk|hkd|nt|eur|euros?|gbp|dollars?|renminbi|yen|jpy|sek|nok|dkk|chf|inr|krw|cad|aud|nzd|sgd|brl|ils|nis|rs|rupees|won|kronor|[acrs](?=\\$)|rm|r(?=['’]m)|twd|ntd|zar|mxn|pesos|ps"
              + "|m|mn|bn|mm|k|msek|mnok|mdkk|meur|tsek|crores?|lakhs?|lacs|pence|cents|sen|p"
              + "|thousands?|millions?|billions?|000s?|unaudited|audited|reviewed|restated|recast|revised|note|notes"
              + "|actual|gaap|non|adjusted|core|underlying|reported|statutory|total|consolidated|worldwide|company|group|enterprise"
              + "|individual|cumulative|current|prior|previous|same|last|this|except|per|share|data|amounts?|percentages?|1st|2nd|3rd|4th|st|nd|rd|th|predecessor|successor)\\b|[^a-z]+");

  /** The mark of a footnote. */
  private static final Pattern MARK = Pattern.compile("\\([a-z]\\)");

  private static final Expression NON_GAAP =
      Expression.of("non[- ]?gaap|adjusted|\\bcore\\b|underlying|non[- ]?ifrs");
  private static final Expression GAAP =
      Expression.of("\\bgaap\\b|as reported|\\breported\\b|\\bifrs\\b|\\bstatutory\\b");

  /** Reads a header. */
  static TableColumn of(Wording header) {
    String h = header.text().toLowerCase(Locale.ROOT).replace('–', '-').replace('‑', '-');
    PeriodRef ref =
        header.has(ANY_QUARTERS)
            ? PeriodReader.read(ANY_QUARTERS.matcher(header).replaceAll(" "))
            : header.period();
    return new TableColumn(ref, header.units(), use(MARK.matcher(h).replaceAll(" ")), basis(h));
  }

  private static Use use(String h) {
    if (CHANGE.in(h) || SIGNS.matcher(h.strip()).matches()) {
      boolean plain = !NO_AMOUNTS.in(h) && !h.contains("$");
      return plain ? Use.PERCENT_CHANGE : Use.REFUSED;
    }
    if (NO_AMOUNTS.in(h)) {
      return Use.REFUSED;
    }
    return KNOWN.matcher(h).replaceAll("").isBlank() ? Use.AMOUNTS : Use.REFUSED;
  }

  private static Optional<Basis> basis(String h) {
    if (NON_GAAP.in(h)) {
      return Optional.of(Basis.NON_GAAP);
    }
    return GAAP.in(h) ? Optional.of(Basis.GAAP) : Optional.empty();
  }
}

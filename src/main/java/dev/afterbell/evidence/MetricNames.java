package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How issuers name what a fact can be about: {@code metrics.tsv}. A row label is folded (lower
 * case, footnote marks and "(loss)" removed) and then matched whole.
 */
final class MetricNames {

  /** Longest row label looked at; a longer one is a sentence. */
  private static final int LABEL_CHARS_MAX = 220;

  private static final Pattern SIGN_WORDS =
      Pattern.compile(
          "/? ?\\((?:net )?(?:loss(?:es)?|income|profit|earnings|gain|deficit|expense|benefit|used"
              + " in|used|outflow|used for)\\) ?/?|/ ?loss\\b|\\bloss ?/");
  private static final Pattern MARKS =
      Pattern.compile(
          "\\[\\d{1,2}\\]|\\(\\d{1,2}(?: ?[-+\u2013\u00b1] ?\\d{1,2}){1,6}\\)|\\((?:\\d{1,2}(?:,"
              + " ?\\d{1,2})*|[a-z]|[ivx]{1,4})\\)(?:,?"
              + " ?\\((?:\\d{1,2}|[a-z])\\))*|\\((?:unaudited|in"
              + " [^)]{1,40}|rmb|us\\$|eur|note[^)]{0,10}|\\$|(?:(?:rmb|us|u\\.s\\.|hk|sek|nok|dkk)"
              + " ?)?(?:cents?|pence|p|dollars?|yen|sek|nok|dkk|chf|[€£¥₹])(?: per"
              + " share)?)\\)|[*†‡™®¹²³⁴⁵⁶⁷⁸⁹]+");
  private static final Pattern FUSED_MARK = Pattern.compile("(?<=[a-z]{4})\\d{1,2}(?= |$)");

  /** The number of a note that was raised behind a name. */
  private static final Pattern RAISED_MARK =
      Pattern.compile("(?<=[\\p{L})]) (?:[1-9]|1\\d)(?:, ?[1-9])*$");

  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Expression ADJUSTED =
      Expression.of(
          "\\b(?:non gaap|non ifrs|adjusted|adj|core|underlying|normali[sz]ed|ongoing|pro"
              + " forma|recurring)\\b");

  /** A name, and behind it nothing but the mark of a measure that no standard knows. */
  private static final Pattern MARKED_BEHIND =
      Pattern.compile(
          "(?:(?!\\b(?:non gaap|adjusted|adj|core|underlying)\\b).)+ non (?:gaap|ifrs)");

  private static final Expression STRIPPED =
      Expression.of(
          "\\b(?:non gaap|non ifrs|adjusted|adj|core|underlying|normali[sz]ed|ongoing|u ?s"
              + " gaap|gaap|ifrs|reported|as reported|basis|measures?)\\b");
  private static final Expression REFUSED =
      Expression.of(
          "\\b(?:organic|constant currenc(?:y|ies)|fx neutral|foreign exchange"
              + " neutral|excluding|pro forma|recurring|comparable|same store|percentage change|%"
              + " change|growth rate|year over year|growth|guidance|outlook|target)\\b");

  /** Names that go on to say what they leave out, and are the statement's line all the same. */
  private static final Expression EXCLUSIVE =
      Expression.of("^(?:total )?(?:costs? of |purchases? of |additions to |capital )");

  private static final Pattern ABBREVIATION =
      Pattern.compile("\\((?!GAAP|IFRS|ADS)[A-Z][A-Z&]{1,5}\\)");

  private static final MetricNames INSTANCE = load();

  private final List<Name> names;
  private final RuleIndex index;

  private MetricNames(List<Name> names) {
    this.names = List.copyOf(names);
    this.index = new RuleIndex(names.stream().map(n -> n.pattern().needed()).toList());
  }

  /** What a printed sign says. */
  enum Sign {
    ASIS,
    LOSS,
    COST
  }

  private record Name(
      Metric metric,
      int rank,
      Sign sign,
      Optional<Fact.Attribution> whose,
      Expression pattern,
      Optional<Expression> unless) {}

  /**
   * A row label understood.
   *
   * @param metric what the row is about
   * @param basis by which rules
   * @param sign how to read its sign
   * @param whose whose share of a profit
   * @param rank 1 is the surest name
   */
  record Named(Metric metric, Basis basis, Sign sign, Optional<Fact.Attribution> whose, int rank) {

    /** The same, not surer than {@code least}. */
    Named withRank(int least) {
      return new Named(metric, basis, sign, whose, Math.max(rank, least));
    }
  }

  /** The names as shipped. */
  static MetricNames shipped() {
    return INSTANCE;
  }

  /** What a row label can mean; more than one for "basic and diluted" and for "gross margin". */
  List<Named> read(String label) {
    return RowLabel.of(label).metrics();
  }

  /** The same of a label that keeps what was found out of it. */
  List<Named> read(RowLabel label) {
    String written = label.written();
    List<Named> named = named(label);
    boolean marked =
        named.isEmpty() && !written.isEmpty() && digits(written.substring(written.length() - 1));
    return marked ? named(RowLabel.of(RAISED_MARK.matcher(written).replaceFirst(""))) : named;
  }

  private List<Named> named(RowLabel label) {
    if (label.written().length() > LABEL_CHARS_MAX || label.folded().isEmpty()) {
      return List.of();
    }
    Wording folded = label.words();
    if (folded.has(REFUSED) && !folded.has(EXCLUSIVE)) {
      return List.of();
    }
    Wording bare = label.bare();
    List<Named> found = new ArrayList<>();
    index.forEach(
        bare.words(),
        i -> {
          Name name = names.get(i);
          if (name.pattern().matcher(bare.text()).matches()
              && found.stream().noneMatch(n -> n.metric() == name.metric())
              && name.unless().map(u -> !bare.has(u)).orElse(true)) {
            found.add(
                new Named(
                    name.metric(),
                    basis(name.metric(), label),
                    name.sign(),
                    name.whose(),
                    name.rank()));
          }
        });
    return found;
  }

  /** "EBITDA (non-GAAP)" says of it what it always is, and not that it was adjusted. */
  private static Basis basis(Metric metric, RowLabel label) {
    boolean plain = metric.neverGaap() && MARKED_BEHIND.matcher(label.folded()).matches();
    return plain ? Basis.GAAP : label.basis();
  }

  /** The basis that the words of a folded label tell. */
  static Basis basis(Wording folded) {
    return folded.has(ADJUSTED) ? Basis.NON_GAAP : Basis.GAAP;
  }

  /** A folded label without the words that tell the basis. */
  static Wording bare(Wording folded) {
    return STRIPPED.mayBeIn(folded)
        ? Wording.of(squeeze(STRIPPED.matcher(folded.text()).replaceAll(" ")))
        : folded;
  }

  /** Lower case, without marks; dashes and punctuation are spaces. */
  static String fold(String label) {
    String plain = plain(letters(label) ? label.toLowerCase(Locale.ROOT) : unmarked(label));
    String spelled =
        plain
            .replace("american depositary shares", "ads")
            .replace("american depositary share", "ads")
            .replace("american depository share", "ads")
            .replace("before dilution", "basic")
            .replace("after dilution", "diluted");
    return digits(spelled) ? squeeze(FUSED_MARK.matcher(spelled).replaceAll("")) : spelled;
  }

  /** Whether it is letters, spaces, commas and hyphens alone, as most labels are. */
  private static boolean letters(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ' ' || c == ',' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text) {
    return Dated.hasDigit(text);
  }

  private static String unmarked(String label) {
    boolean enclosed = label.indexOf('(') >= 0;
    String lower =
        (enclosed ? ABBREVIATION.matcher(label).replaceAll(" ") : label)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replace('‘', '\'')
            .replace('\u00a0', ' ');
    String bare = marked(lower) ? MARKS.matcher(lower).replaceAll(" ") : lower;
    return enclosed || bare.indexOf('/') >= 0 ? SIGN_WORDS.matcher(bare).replaceAll(" ") : bare;
  }

  /** Whether it has a character that {@link #MARKS} can begin with. */
  private static boolean marked(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '*' || c >= '\u0080') {
        return true;
      }
    }
    return false;
  }

  /** A single space for each run of what is no letter, digit, percent sign, apostrophe or and. */
  private static String plain(String lower) {
    StringBuilder plain = new StringBuilder(lower.length());
    boolean space = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '%' || c == '&' || c == '\'') {
        if (space && plain.length() > 0) {
          plain.append(' ');
        }
        plain.append(c);
        space = false;
      } else {
        space = true;
      }
    }
    return plain.toString();
  }

  private static String squeeze(String text) {
    return SPACES.matcher(text).replaceAll(" ").trim();
  }

  private static MetricNames load() {
    return new MetricNames(RuleLines.of("metrics.tsv").stream().map(MetricNames::parse).toList());
  }

  private static Name parse(String line) {
    String[] f = line.split("\t", -1);
    if (f.length < 5) {
      throw new IllegalStateException("metrics.tsv: five or six columns expected: " + line);
    }
    Optional<Fact.Attribution> whose =
        f[3].equals("-")
            ? Optional.empty()
            : Optional.of(Fact.Attribution.valueOf(f[3].toUpperCase(Locale.ROOT)));
    String unless = f.length > 5 ? f[5].trim() : "";
    return new Name(
        Metric.valueOf(f[0]),
        Integer.parseInt(f[1]),
        Sign.valueOf(f[2].toUpperCase(Locale.ROOT)),
        whose,
        Expression.of(f[4]),
        unless.isEmpty() ? Optional.empty() : Optional.of(Expression.of(unless)));
  }
}

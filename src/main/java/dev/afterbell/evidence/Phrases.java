package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How running text names metrics: {@code phrases.tsv} and {@code kpis.tsv}. */
final class Phrases {

  private static final String ADJECTIVE =
      "(?<adjusted>(?:(?:non-gaap|non-ifrs|adjusted|core|underlying|normali[sz]ed)(?:\\(\\d\\))? )+"
          + ")?+(?:(?:consolidated|attributable|total) (?=\\w))?(?<gaap>(?:u\\.?s\\.? )?gaap"
          + " |reported )?+";

  /** "(EPS)" behind the name that it stands for, and the mark of a footnote. */
  private static final String ABBREVIATION =
      "(?: \\([\"“”]?(?:adjusted |non-gaap |diluted )?(?:eps|ocf|fcf|ebit|ebitda)[\"“”]?\\))?"
          + "(?: ?\\([1-9a-e]\\)|[1-9](?![0-9.,%]))?";

  /** Words for a result, behind which "(loss)" may stand. */
  private static final Pattern RESULT =
      Pattern.compile(
          "\\(\\?:(?=[a-z|]*\\bprofit\\b)(?:earnings|income|profit)(?:\\|(?:earnings|income|profit))+\\)");

  private static final String OR_LOSS = "(?: \\\\((?:loss|losses)\\\\))?";

  /** The basis in parentheses behind a name, or what the issuer leaves out of its own measure. */
  private static final Pattern BASIS_BEHIND =
      Pattern.compile(
          " \\((?:(?<adjusted>(?:a )?non-(?:gaap|ifrs)(?: financial)?(?:"
              + " measure)?|adjusted)|gaap|ifrs)\\)"
              + "|,? (?<excluding>excluding (?:special|certain|one-time|non-?recurring|unusual"
              + "|exceptional) items)(?=[ ,]),?");

  /** "$0.30 diluted earnings per share": the name is of the amount before it. */
  private static final Pattern AMOUNT =
      Pattern.compile("[$€£]\\(?\\d*\\.\\d{1,3}\\)? (?:in |of )?$");

  private static final Phrases INSTANCE = load();

  private final List<Phrase> phrases;
  private final Expression kpi;

  private Phrases(List<Phrase> phrases, Pattern kpi) {
    this.phrases = List.copyOf(phrases);
    this.kpi = Expression.of(kpi);
  }

  private record Phrase(
      Metric metric,
      MetricNames.Sign sign,
      Optional<Fact.Attribution> whose,
      Expression pattern,
      Optional<Pattern> notAfter) {}

  /**
   * A metric named in a sentence.
   *
   * @param metric which
   * @param basis by which rules, from the words before it
   * @param sign how to read amounts
   * @param whose whose share of a profit
   * @param from first character, adjectives included
   * @param to the character after the last
   * @param label the issuer's own name, for its own measure
   * @param segment the part of the business, for its revenue
   */
  record Mention(
      Metric metric,
      Basis basis,
      MetricNames.Sign sign,
      Optional<Fact.Attribution> whose,
      int from,
      int to,
      Optional<String> label,
      Optional<String> segment) {}

  static Phrases shipped() {
    return INSTANCE;
  }

  /**
   * All mentions in a sentence, in order, none inside another.
   *
   * @param written the same text as written
   */
  List<Mention> mentions(Wording sentence, CharSequence written) {
    List<Mention> all = new ArrayList<>();
    String folded = sentence.folded();
    boolean onBasis = OnBasis.mayBeIn(sentence);
    for (Phrase phrase : phrases) {
      if (!phrase.pattern().mayBeIn(sentence)) {
        continue;
      }
      phrase
          .pattern()
          .forEach(
              folded,
              m -> {
                if (stands(phrase, m, folded, written)) {
                  all.add(mention(phrase, m, folded, onBasis));
                }
              });
    }
    if (kpi.mayBeIn(sentence)) {
      own(folded, written, all);
    }
    all.addAll(PartPhrases.in(sentence, written));
    all.sort(
        Comparator.comparingInt(Mention::from)
            .thenComparing(Comparator.comparingInt(Mention::to).reversed()));
    List<Mention> kept = new ArrayList<>();
    int at = -1;
    for (Mention m : all) {
      if (m.from() >= at) {
        kept.add(m);
        at = m.to();
      }
    }
    return kept;
  }

  private static boolean stands(Phrase phrase, Matcher m, String folded, CharSequence written) {
    boolean refused =
        phrase
            .notAfter()
            .map(p -> p.matcher(folded).region(m.end(), folded.length()).lookingAt())
            .orElse(false);
    boolean behindAmount =
        phrase.metric().perShare() && AMOUNT.matcher(folded.substring(0, m.start())).find();
    return !refused && !behindAmount && leftBoundary(written, m.start());
  }

  private static Mention mention(Phrase phrase, Matcher m, String folded, boolean onBasis) {
    Matcher mark = BASIS_BEHIND.matcher(folded).region(m.end(), folded.length());
    boolean marked = mark.lookingAt();
    // A possessive group keeps what a try further left captured: only one that starts here
    // belongs to this name.
    boolean adjusted =
        m.start("adjusted") == m.start()
            || (marked && leavesOut(mark, phrase.metric()))
            || (onBasis && OnBasis.before(folded, m.start(), phrase.metric()));
    return new Mention(
        phrase.metric(),
        adjusted ? Basis.NON_GAAP : Basis.GAAP,
        phrase.sign(),
        phrase.whose(),
        m.start(),
        marked ? mark.end() : m.end(),
        Optional.empty(),
        Optional.empty());
  }

  /** "(non-GAAP)" behind EBITDA says of it what it always is. */
  private static boolean leavesOut(Matcher mark, Metric metric) {
    String adjusted = mark.group("adjusted");
    boolean said = adjusted != null && !(metric.neverGaap() && adjusted.contains("non-"));
    return said || mark.group("excluding") != null;
  }

  /** A word starts here, or a capital does where two words were run together. */
  private static boolean leftBoundary(CharSequence written, int at) {
    if (at == 0) {
      return true;
    }
    char before = written.charAt(at - 1);
    if (before == '-') {
      return at > 1 && written.charAt(at - 2) == ' ';
    }
    return !Character.isLetter(before)
        || (Character.isLowerCase(before) && Character.isUpperCase(written.charAt(at)));
  }

  private static final java.util.Set<String> STOP_WORDS =
      java.util.Set.of(
          "the",
          "our",
          "its",
          "and",
          "with",
          "in",
          "of",
          "total",
          "while",
          "by",
          "including",
          "to",
          "as",
          "for",
          "is",
          "was",
          "were",
          "grew",
          "increased",
          "decreased",
          "on",
          "from",
          "company's",
          "a",
          "an",
          "that",
          "where",
          "record",
          "reported",
          "had",
          "also",
          "their",
          "driven",
          "strong",
          "new",
          "basis");

  /** Issuers' own measures, named by the words before the noun and the noun. */
  private void own(String folded, CharSequence written, List<Mention> all) {
    kpi.forEach(folded, m -> own(m, folded, written, all));
  }

  private static void own(Matcher m, String folded, CharSequence written, List<Mention> all) {
    int from = m.start("noun");
    String[] lead = m.group("lead").strip().split(" +", -1);
    for (int i = lead.length - 1; i >= 0; i--) {
      if (lead[i].isEmpty() || STOP_WORDS.contains(lead[i])) {
        break;
      }
      from = folded.lastIndexOf(lead[i], from - 1);
    }
    String label = written.subSequence(from, m.end()).toString().strip();
    all.add(
        new Mention(
            Metric.KPI,
            Basis.GAAP,
            MetricNames.Sign.ASIS,
            Optional.empty(),
            from,
            m.end(),
            Optional.of(label),
            Optional.empty()));
  }

  private static Phrases load() {
    List<Phrase> phrases = new ArrayList<>();
    for (String line : RuleLines.of("phrases.tsv")) {
      String[] f = line.split("\t", -1);
      if (f.length < 4) {
        throw new IllegalStateException("phrases.tsv: four or five columns expected: " + line);
      }
      Optional<Fact.Attribution> whose =
          f[2].equals("-")
              ? Optional.empty()
              : Optional.of(Fact.Attribution.valueOf(f[2].toUpperCase(Locale.ROOT)));
      String after = f.length > 4 ? f[4] : "";
      String names = RESULT.matcher(f[3]).replaceAll("$0" + OR_LOSS);
      Pattern pattern = Pattern.compile(ADJECTIVE + "(?:" + names + ")(?![a-z])" + ABBREVIATION);
      phrases.add(
          new Phrase(
              Metric.valueOf(f[0]),
              MetricNames.Sign.valueOf(f[1].toUpperCase(Locale.ROOT)),
              whose,
              Expression.of(pattern),
              after.isBlank() ? Optional.empty() : Optional.of(Pattern.compile(after))));
    }
    Pattern kpi =
        Pattern.compile(
            "(?<![a-z])(?<lead>(?:[a-z][a-z-]* ){0,4})(?<noun>"
                + String.join("|", RuleLines.of("kpis.tsv"))
                + ")(?![a-z])");
    return new Phrases(phrases, kpi);
  }
}

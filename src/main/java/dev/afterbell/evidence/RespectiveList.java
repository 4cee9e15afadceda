package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Revenue and net income were $5 million and $1 million, respectively": several metrics share one
 * list of figures, in the same order. Where the numbers of both do not agree, none is read.
 */
final class RespectiveList {

  private static final Pattern LISTED = ProseFacts.CUES.get("listed");
  private static final Pattern YEARS = ProseFacts.CUES.get("years-respectively");
  private static final Pattern LONGER_FIRST = ProseFacts.CUES.get("longer-first");
  private static final Pattern SHORTER_FIRST = ProseFacts.CUES.get("shorter-first");
  private static final String RESPECTIVELY = "respectively";
  private static final String BASIC_AND = "basic and ";
  private static final String GAAP_AND = "gaap and ";

  private final Sentence sentence;
  private final String s;

  RespectiveList(Sentence sentence) {
    this.sentence = sentence;
    this.s = sentence.folded();
  }

  /** Whether the sentence gives figures one after another for what it named before. */
  boolean stands() {
    return s.contains(RESPECTIVELY);
  }

  /** Whether the figures are of several periods and the first is not of the latest and shortest. */
  boolean oldestFirst() {
    Matcher years = YEARS.matcher(s);
    return LONGER_FIRST.matcher(s).find()
        || (years.find() && years.group("first").compareTo(years.group("second")) < 0);
  }

  /** Whether the figures are of several periods and the first is of the shortest. */
  boolean shortestFirst() {
    return SHORTER_FIRST.matcher(s).find();
  }

  /** The mentions from number {@code i} on that share figures; the one alone without a list. */
  List<Mention> from(List<Mention> mentions, int i) {
    List<Mention> run = new ArrayList<>(List.of(mentions.get(i)));
    for (int k = i + 1; k < mentions.size(); k++) {
      int end = run.get(run.size() - 1).to();
      if (!LISTED.matcher(s.substring(end, mentions.get(k).from())).matches()) {
        break;
      }
      run.add(mentions.get(k));
    }
    Mention first = mentions.get(i);
    if (run.size() == 1
        && first.metric() == Metric.EPS_DILUTED
        && s.substring(0, first.from()).endsWith(BASIC_AND)) {
      run.add(0, of(Metric.EPS_BASIC, first, first.basis()));
    }
    if (run.size() == 1
        && first.basis() == Basis.NON_GAAP
        && s.substring(0, first.from()).endsWith(GAAP_AND)) {
      run.add(0, of(first.metric(), first, Basis.GAAP));
    }
    return run;
  }

  /** One clause for each of {@code run}, or none where figures are too few or too many. */
  List<Clause> clauses(List<Mention> run) {
    int at = run.get(run.size() - 1).to();
    List<Figure> figures = new ArrayList<>();
    int end = s.indexOf(RESPECTIVELY, at);
    for (Figure f : sentence.figures()) {
      boolean own = f.kind() == Figure.Kind.MONEY || f.kind() == Figure.Kind.PERCENT;
      if (own && f.from() >= at && f.from() < end) {
        boolean next = figures.isEmpty() || LISTED.matcher(s.substring(at, f.from())).matches();
        if (next) {
          figures.add(f);
          at = f.to();
        }
      }
    }
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < run.size() && figures.size() == run.size(); i++) {
      Figure f = figures.get(i);
      boolean ratio = run.get(i).metric().ratio();
      if (ratio == (f.kind() == Figure.Kind.PERCENT)) {
        clauses.add(clause(run.get(i), f));
      }
    }
    return clauses;
  }

  private Clause clause(Mention m, Figure level) {
    return Clause.ordered(sentence, m, s.length(), level, Optional.empty(), Optional.empty());
  }

  private static Mention of(Metric metric, Mention m, Basis basis) {
    return new Mention(
        metric, basis, m.sign(), m.whose(), m.from(), m.to(), m.label(), m.segment());
  }
}

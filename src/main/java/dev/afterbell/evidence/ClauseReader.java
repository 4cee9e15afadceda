package dev.afterbell.evidence;

import dev.afterbell.evidence.Phrases.Mention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the figures that follow one mention, from left to right, and knows which of them is the
 * level, which the comparator, which a change and which is of something else.
 */
final class ClauseReader {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Pattern COMPARATOR = CUES.get("comparator");
  private static final Pattern CHANGE = CUES.get("change");
  private static final Pattern YOY = CUES.get("yoy");
  private static final Pattern OR = CUES.get("or");
  private static final Pattern SHARE_GAP = CUES.get("share-gap");
  private static final Pattern OF_REVENUE = CUES.get("of-revenue");
  private static final Pattern OVER_PERIOD_TO = CUES.get("over-period-to");
  private static final Pattern OTHER_CLAUSE = CUES.get("other-clause");
  private static final Pattern CHANGE_OF = CUES.get("change-of");
  private static final Pattern SECOND = CUES.get("second-comparator");
  private static final BigDecimal RATIO_MAX = BigDecimal.valueOf(150);
  private static final int AFTER_CHARS = 70;

  private final Sentence sentence;
  private final String s;
  private final Mention m;
  private final int end;
  private final ProseSetting setting;
  private final List<TableFacts.Rate> rates = new ArrayList<>();
  private Optional<Figure> level = Optional.empty();
  private Optional<Figure> comparator = Optional.empty();
  private final AmountsForShare forShare;
  private final ClauseChanges changes;
  private final ClauseLevel first;
  private Optional<Figure> marginAmount = Optional.empty();
  private Optional<Figure> marginBefore = Optional.empty();
  private Optional<Figure> ofRevenue = Optional.empty();
  private Optional<Figure> ofRevenueBefore = Optional.empty();

  ClauseReader(Sentence sentence, Mention m, int end, ProseSetting setting) {
    this.sentence = sentence;
    this.s = sentence.folded();
    this.m = m;
    this.end = end;
    this.setting = setting;
    this.forShare = new AmountsForShare(s);
    this.changes = new ClauseChanges(sentence, m, setting);
    this.first = new ClauseLevel(sentence, m, setting, changes);
  }

  /** Reads up to the next metric, or to a figure that is of something else. */
  Clause read() {
    level = AmountBefore.of(sentence, m);
    int anchor = m.to();
    for (Figure f : sentence.figures()) {
      if (f.from() < m.to()) {
        continue;
      }
      if (f.from() >= end) {
        break;
      }
      String gap = s.substring(Math.min(anchor, f.from()), f.from());
      if (!figure(f, gap)) {
        break;
      }
      if (f.kind() != Figure.Kind.NUMBER || f.scaled()) {
        anchor = f.to();
      }
    }
    return clause();
  }

  /** Exchange rates that translated amounts imply, once read. */
  List<TableFacts.Rate> rates() {
    return rates;
  }

  private Clause clause() {
    return new Clause(
        sentence,
        m,
        end,
        level,
        comparator,
        forShare.now(),
        forShare.before(),
        changes.yoy(),
        changes.qoq(),
        marginAmount,
        marginBefore,
        ofRevenue,
        ofRevenueBefore,
        Optional.empty());
  }

  /** Takes one figure; false where the clause ends before it. */
  private boolean figure(Figure f, String gap) {
    boolean amount = f.kind() == Figure.Kind.MONEY;
    if (!amount && f.kind() != Figure.Kind.PERCENT) {
      if (level.isPresent() && comparator.isEmpty()) {
        comparator = BracketedComparison.bare(s, level.get(), f, currency(level.get()));
      }
      return true;
    }
    if (gap.contains(";") || (amount && !worded(f))) {
      return false;
    }
    if (m.metric() == Metric.GROSS_MARGIN && grossProfit(f, gap)) {
      return true;
    }
    if (amount && m.metric() == Metric.NET_INCOME && forShare.take(f, level, comparator)) {
      return true;
    }
    if (m.metric() == Metric.OPERATING_INCOME && s.startsWith("per ", skipSpace(f.to()))) {
      level = Optional.empty(); // after tax, for a share: an issuer's own measure
      return false;
    }
    return m.metric().ratio() ? ratio(f, gap) : quantity(f, gap);
  }

  private boolean ratio(Figure f, String gap) {
    if (f.kind() == Figure.Kind.MONEY) {
      return level.isPresent();
    }
    if (level.isEmpty() && Movement.moved(gap)) {
      return true;
    }
    return f.value().abs().compareTo(RATIO_MAX) <= 0 && amountOf(f, gap);
  }

  private boolean quantity(Figure f, String gap) {
    if (m.metric().perShare() && f.scaled() && f.power() > 0) {
      return false;
    }
    if (f.kind() == Figure.Kind.PERCENT) {
      if (level.isPresent()
          && SHARE_GAP.matcher(gap).matches()
          && OF_REVENUE.matcher(s).region(f.to(), s.length()).lookingAt()) {
        share(f);
      } else if (ofTheWhole(f)) {
        changes.take(f, gap);
      }
      return true;
    }
    return (f.enclosed() && level.isPresent() && translated(f)) || amountOf(f, gap);
  }

  /** "Revenue in Europe increased 35%" tells no change of the whole. */
  private boolean ofTheWhole(Figure f) {
    boolean revenue = m.metric() == Metric.REVENUE || m.metric() == Metric.NET_SALES;
    boolean goesOn = level.isPresent() || changes.yoy().isPresent() || changes.qoq().isPresent();
    return !revenue
        || goesOn
        || setting.scope().plain(OR.matcher(first.between(f)).replaceFirst(" "));
  }

  /** "Gross profit was $97 million, or 26.8% of net revenue" */
  private void share(Figure f) {
    if (comparator.isPresent()) {
      ofRevenueBefore = ofRevenueBefore.or(() -> Optional.of(f));
    } else {
      ofRevenue = ofRevenue.or(() -> Optional.of(f));
    }
  }

  /** Amounts of a sentence are spelled out; "$ 898" is a cell of a table run into text. */
  private boolean worded(Figure f) {
    boolean share = forShare.isOne(f) || besideComparator(f);
    if (f.scaled() || m.metric().perShare() || share) {
      return true;
    }
    String written = s.substring(f.from(), f.to());
    boolean spaced = written.contains("$ ") || written.contains("$(");
    BigDecimal amount = f.printed().abs();
    // "$37,275" in a document that counts in thousands is not what it says.
    boolean full =
        (setting.inFull() && amount.compareTo(BigDecimal.valueOf(1000)) >= 0)
            || amount.compareTo(BigDecimal.valueOf(1_000_000)) >= 0
            || (amount.compareTo(BigDecimal.valueOf(10_000)) >= 0
                && amount.remainder(BigDecimal.valueOf(1000)).signum() == 0);
    return !spaced && full;
  }

  private int skipSpace(int at) {
    return at < s.length() && s.charAt(at) == ' ' ? at + 1 : at;
  }

  /** "Gross margin was $906,000 or 12%": the amount is gross profit. */
  private boolean grossProfit(Figure f, String gap) {
    if (f.kind() == Figure.Kind.MONEY && level.isEmpty() && marginAmount.isEmpty()) {
      if (setting.scope().plain(first.between(f)) && !CHANGE.matcher(gap).find()) {
        marginAmount = Optional.of(f);
      }
      return true;
    }
    if (f.kind() == Figure.Kind.MONEY && marginAmount.isPresent()) {
      if (marginBefore.isEmpty()
          && COMPARATOR.matcher(s.substring(marginAmount.get().to(), f.from())).find()) {
        marginBefore = Optional.of(f);
      }
      return true;
    }
    if (f.kind() == Figure.Kind.PERCENT && level.isEmpty() && marginAmount.isPresent()) {
      if (gap.strip().equals("or") || gap.strip().equals(", or") || gap.isBlank()) {
        level = Optional.of(f);
      }
      return true;
    }
    return false;
  }

  /** Whether {@code f} is the amount before it in another currency. */
  private boolean translated(Figure f) {
    Figure of = comparator.or(() -> level).orElseThrow();
    String from = setting.settled(of);
    if (from.equals(setting.settled(f)) || from.isEmpty()) {
      return false;
    }
    if (comparator.isEmpty()
        && f.value().signum() != 0
        && f.printed().precision() >= 3
        && of.printed().precision() >= 3) {
      new ClauseFacts(clause(), setting)
          .key()
          .map(k -> TableFacts.Rate.of(k, of.value().abs(), f.value().abs(), f.halfDigit()))
          .ifPresent(rates::add);
    }
    return true;
  }

  /** "vs. $66.3 million, or $1.70": the last is for a share as well. */
  private boolean besideComparator(Figure f) {
    return forShare.besideComparator(f, comparator)
        && setting.sameCurrency(f, forShare.now().orElseThrow());
  }

  private boolean amountOf(Figure f, String gap) {
    boolean compares =
        COMPARATOR.matcher(gap).find()
            && !OVER_PERIOD_TO.matcher(gap).find()
            && !(level.isPresent() && OTHER_CLAUSE.matcher(gap).find());
    if (level.isEmpty()) {
      boolean goesOn = first.take(f, gap, compares);
      level = first.level();
      comparator = first.comparator();
      return goesOn;
    }
    if (CHANGE_OF.matcher(gap).find()) {
      // ", a decrease of $30.3 million, compared to": the comparator may follow
      return !ClauseChanges.OTHER_MOVED.matcher(gap).find();
    }
    if (comparator.isEmpty() && compares && setting.sameCurrency(f, level.get())) {
      comparator = Optional.of(f);
      return true;
    }
    if (comparator.isPresent() && ofYearBefore(f, gap)) {
      comparator = Optional.of(f);
      return true;
    }
    if (comparator.isEmpty()
        && BracketedComparison.is(s, level.get().to(), f)
        && setting.sameCurrency(f, level.get())) {
      // What opens here is the parenthesis around the words, not that of a negative number.
      comparator = Optional.of(f.opened());
      return true;
    }
    return comparator.isEmpty() && f.enclosed();
  }

  /**
   * "versus $27.2 million in the second quarter and $67.0 million in the third quarter a year ago":
   * the second of two comparators is that of the year before.
   */
  private boolean ofYearBefore(Figure f, String gap) {
    String behind = s.substring(f.to(), Math.min(s.length(), f.to() + AFTER_CHARS));
    return SECOND.matcher(gap).matches()
        && setting.sameCurrency(f, level.orElseThrow())
        && !YOY.matcher(gap).find()
        && YOY.matcher(behind).find();
  }

  private String currency(Figure f) {
    return f.kind() == Figure.Kind.PERCENT ? setting.currency().orElse("") : setting.settled(f);
  }
}

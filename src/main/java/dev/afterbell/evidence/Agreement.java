package dev.afterbell.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The readings of one figure in several places: which is taken, whether another place confirms it,
 * and which places contradict it. Two places of equal rank that contradict each other leave no
 * fact.
 */
final class Agreement {

  /** Readings of the same kind of place whose weights differ by no more rank alike. */
  private static final int WEIGHT_SLACK = 3;

  /** "$2 billion" confirms no amount: half of all amounts near it would round to it. */
  private static final int DIGITS_MIN = 2;

  private static final BigDecimal NEARLY = new BigDecimal("1.03");
  private static final BigDecimal HALF_MORE = new BigDecimal("1.5");

  private final List<Candidate> sorted;
  private final Candidate first;
  private final boolean agreed;

  /** Readings with one key. */
  Agreement(List<Candidate> readings) {
    sorted = new ArrayList<>(readings);
    sorted.sort(
        Comparator.comparing(Candidate::place)
            .thenComparing(Comparator.comparingInt(Candidate::weight).reversed())
            .thenComparing(Candidate::halfDigit));
    first = sorted.get(0);
    agreed = sorted.stream().anyMatch(o -> o.source() != first.source() && first.agrees(o));
  }

  /** Puts what is left of the readings on {@code bench}. */
  void settle(Workbench bench) {
    Candidate best = first;
    Set<Fact.Check> confirmed = EnumSet.noneOf(Fact.Check.class);
    confirmed.addAll(best.checks());
    boolean undecided = false;
    for (Candidate other : sorted.subList(1, sorted.size())) {
      if (best.agrees(other)) {
        if (other.source() != best.source() && confirms(best, other)) {
          confirmed.add(Fact.Check.STATED_TWICE);
        }
        best = finer(best, other);
      } else if (!loose(best, other)) {
        boolean rival =
            !agreed
                && other.place() == best.place()
                && other.weight() + WEIGHT_SLACK >= best.weight();
        undecided |= rival;
        if (rival || meantForTheSame(best, other)) {
          contradiction(bench, best, other);
        }
      }
    }
    if (!undecided) {
      bench.keep(compared(best), confirmed);
    }
  }

  private static boolean confirms(Candidate one, Candidate other) {
    boolean sameDigits = one.value().compareTo(other.value()) == 0 && one.value().signum() != 0;
    return sameDigits || (one.precise(DIGITS_MIN) && other.precise(DIGITS_MIN));
  }

  /** The one with more digits: a statement after a summary in millions says the same exactly. */
  private static Candidate finer(Candidate best, Candidate other) {
    boolean alike = other.weight() == best.weight() || best.place() == Fact.Place.TABLE;
    boolean finer =
        other.place() == best.place() && alike && other.halfDigit().compareTo(best.halfDigit()) < 0;
    return finer ? other : best;
  }

  /** A single digit in running text may be cut instead of rounded: "more than $2 billion". */
  private static boolean loose(Candidate best, Candidate other) {
    Candidate coarse = best.halfDigit().compareTo(other.halfDigit()) > 0 ? best : other;
    BigDecimal off = best.value().subtract(other.value()).abs();
    return !coarse.precise(DIGITS_MIN)
        && best.halfDigit().compareTo(other.halfDigit()) != 0
        && off.compareTo(coarse.halfDigit().add(coarse.halfDigit())) < 0;
  }

  /**
   * Whether two amounts could be meant for the same thing. A table of a part of the business names
   * its rows as the statement does, so a lesser table contradicts only what it nearly repeats; and
   * less is believed to contradict what already stands in two places.
   */
  private boolean meantForTheSame(Candidate best, Candidate other) {
    boolean table = other.place() == Fact.Place.TABLE;
    if (table && best.key().unit().equals(Unit.PERCENT)) {
      return false;
    }
    BigDecimal times = table ? NEARLY : agreed ? HALF_MORE : BigDecimal.TEN;
    BigDecimal a = best.value().abs();
    BigDecimal b = other.value().abs();
    return a.multiply(times).compareTo(b) >= 0 && b.multiply(times).compareTo(a) >= 0;
  }

  private static void contradiction(Workbench bench, Candidate best, Candidate other) {
    Candidate.Key key = best.key();
    bench.report(
        Gap.Reason.CONTRADICTION,
        "Two places give "
            + key.metric().text(key.basis())
            + " as "
            + best.value().toPlainString()
            + " and "
            + other.value().toPlainString()
            + ".",
        other,
        Optional.of(best.passage().span()));
  }

  /** The reading with the comparator of another that agrees, where it has none. */
  private Candidate compared(Candidate best) {
    if (best.comparator().isPresent()) {
      return best;
    }
    return sorted.stream()
        .filter(o -> o.comparator().isPresent() && first.agrees(o))
        .findFirst()
        .map(o -> first.withComparator(o.comparator(), o.comparatorHalfDigit()))
        .orElse(best);
  }
}

package dev.afterbell.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result for one share that stands beside a result, and that beside its comparator: {@code net
 * income was $71.2 million, or $1.94 per diluted share, vs. $66.3 million, or $1.70}.
 */
final class AmountsForShare {

  private static final Pattern OR = ProseFacts.CUES.get("or");
  private static final Pattern OR_IN = ProseFacts.CUES.get("or-in-brackets");
  private static final Pattern PER = ProseFacts.CUES.get("per");

  private static final Pattern CHANGED = ProseFacts.CUES.get("change-for-share");
  private static final Pattern ELSE = ProseFacts.CUES.get("else-for-share");
  private static final Pattern TRANSLATED = ProseFacts.CUES.get("translated");

  private static final int CENTS = -2;

  private final String s;
  private Optional<Figure> now = Optional.empty();
  private Optional<Figure> before = Optional.empty();

  /**
   * Starts with none.
   *
   * @param sentence the folded sentence
   */
  AmountsForShare(String sentence) {
    this.s = sentence;
  }

  /** Of the period. */
  Optional<Figure> now() {
    return now;
  }

  /** Of the period before. */
  Optional<Figure> before() {
    return before;
  }

  /**
   * The words behind an amount that say for one share of what it is, also behind its translation:
   * {@code RMB10.87 (US$1.59) per ADS}.
   */
  static Matcher per(String s, Figure f) {
    Matcher translated = TRANSLATED.matcher(s).region(f.to(), s.length());
    return PER.matcher(s).region(translated.lookingAt() ? translated.end() : f.to(), s.length());
  }

  /** Whether the words behind {@code f} say that it is for one share, or per something else. */
  boolean isOne(Figure f) {
    return s.startsWith("per", afterSpace(f.to())) || per(s, f).lookingAt();
  }

  /**
   * Takes {@code f} if it is for a share.
   *
   * @param level the result so far
   * @param comparator its comparator so far
   * @return whether it is; one that is of neither is passed over
   */
  boolean take(Figure f, Optional<Figure> level, Optional<Figure> comparator) {
    if (f.scaled() && !cents(f)) {
      return false;
    }
    Matcher per = per(s, f);
    if (!per.lookingAt() && besideComparator(f, comparator)) {
      before = Optional.of(f);
      return true;
    }
    if (!per.lookingAt()) {
      return s.startsWith("per ", afterSpace(f.to()));
    }
    if (CHANGED.matcher(s.substring(0, f.from())).find()
        || ELSE.matcher(s).region(per.end(), s.length()).lookingAt()) {
      return true; // "an increase of $2.0 million, or $0.04 per diluted share"
    }
    // "… and paid a dividend of $0.10 per share" is no result.
    boolean unsaid = which(per).isEmpty();
    if (unsaid && !comparator.or(() -> level).map(of -> beside(of, f)).orElse(false)) {
      return true;
    }
    if (comparator.isPresent()) {
      if (unsaid && now.map(this::isSaid).orElse(false)) {
        return true; // "$0.88 on a diluted basis, compared to $1.05 per share": not the same
      }
      // A comparator that came after the first has an amount for a share of its own.
      int from = comparator.get().from();
      before = before.filter(b -> b.from() > from).or(() -> Optional.of(f));
    } else if (level.isPresent()) {
      now = surer(per) ? Optional.of(f) : now.or(() -> Optional.of(f));
    }
    return true;
  }

  /**
   * Of which shares it is, as {@code per} has it: {@code diluted}, {@code basic and diluted}; empty
   * where that is not said.
   */
  static Optional<String> which(Matcher per) {
    return Optional.ofNullable(per.group("which"))
        .or(() -> Optional.ofNullable(per.group("kind")))
        .or(() -> Optional.ofNullable(per.group("behind")));
  }

  /** Whether the kind of an amount taken is said. */
  private boolean isSaid(Figure f) {
    Matcher per = per(s, f);
    return per.lookingAt() && which(per).isPresent();
  }

  /** Whether this one says its kind and the one taken before does not. */
  private boolean surer(Matcher per) {
    return which(per).isPresent()
        && now.map(f -> per(s, f)).filter(m -> m.lookingAt() && which(m).isEmpty()).isPresent();
  }

  /** "vs. $66.3 million, or $1.70": the last is for a share as well. */
  boolean besideComparator(Figure f, Optional<Figure> comparator) {
    return comparator.isPresent()
        && now.isPresent()
        && before.isEmpty()
        && behind(comparator.get(), f)
        && (f.printed().scale() > 0 || cents(f))
        && f.kind() == now.get().kind();
  }

  /** ", or $0.05 per share", also in parentheses. */
  private boolean beside(Figure of, Figure f) {
    return of.to() <= f.from() && OR_IN.matcher(s.substring(of.to(), f.from())).matches();
  }

  private boolean behind(Figure of, Figure f) {
    return of.to() <= f.from() && OR.matcher(s.substring(of.to(), f.from())).matches();
  }

  private int afterSpace(int at) {
    return at < s.length() && s.charAt(at) == ' ' ? at + 1 : at;
  }

  /** "14 cents" */
  private static boolean cents(Figure f) {
    return f.scaled() && f.power() == CENTS;
  }
}

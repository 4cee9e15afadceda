package dev.afterbell.evidence;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression, the words without which it finds nothing, and the places where it can
 * start, so that it is tried only on the few texts that have them and there only where it may be.
 */
final class Expression {

  private final Pattern pattern;
  private final NeededWords needed;
  private final Optional<Starts> starts;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
    this.needed = NeededWords.of(pattern);
    this.starts = Starts.fits(pattern) ? Optional.of(new Starts(pattern)) : Optional.empty();
  }

  /** {@code pattern} with the words that it needs. */
  static Expression of(Pattern pattern) {
    return new Expression(pattern);
  }

  /** The expression as written in {@code regex}. */
  static Expression of(String regex) {
    return of(Pattern.compile(regex));
  }

  /** The expression itself. */
  Pattern pattern() {
    return pattern;
  }

  /** The words that it needs. */
  NeededWords needed() {
    return needed;
  }

  /** Whether it may find something in {@code text}, as written or folded. */
  boolean mayBeIn(Wording text) {
    return needed.in(text.words());
  }

  /** Whether it takes the whole of {@code text}, which is folded already. */
  boolean matches(Wording text) {
    return mayBeIn(text) && pattern.matcher(text.text()).matches();
  }

  /** Whether it finds something in {@code text}. */
  boolean in(String text) {
    return starts.map(s -> s.isIn(text)).orElseGet(() -> pattern.matcher(text).find());
  }

  /** What it finds first in {@code text}, from {@code from} on. */
  Optional<Matcher> first(String text, int from) {
    if (starts.isEmpty()) {
      Matcher m = pattern.matcher(text);
      return m.find(from) ? Optional.of(m) : Optional.empty();
    }
    Starts.Search search = starts.get().in(text);
    return search.next(from) < 0 ? Optional.empty() : Optional.of(search.found());
  }

  /** Hands on what it finds in {@code text}, in order, none inside another. */
  void forEach(String text, Consumer<Matcher> found) {
    if (starts.isPresent()) {
      starts.get().forEach(text, found);
      return;
    }
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      found.accept(m);
    }
  }

  /** The expression over {@code text}. */
  Matcher matcher(CharSequence text) {
    return pattern.matcher(text);
  }
}

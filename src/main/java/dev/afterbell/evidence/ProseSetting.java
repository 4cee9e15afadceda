package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What a document says outside a sentence and the sentence is read by.
 *
 * @param book its periods
 * @param currency its reporting currency, ISO 4217
 * @param inFull whether it nowhere counts in thousands or millions, so that amounts are what they
 *     say
 * @param scope how words around a mention are read; words with a capital in the title are the
 *     issuer's own, for its name is among them
 * @param ambiguous whether its title names several lengths of time
 * @param heading the period that the nearest heading names
 * @param yearly whether amounts are compared with the year before where nothing is said
 * @param alone knows whether the document compares with no other time than the year before
 */
record ProseSetting(
    PeriodBook book,
    Optional<String> currency,
    boolean inFull,
    MentionScope scope,
    boolean ambiguous,
    Optional<PeriodRef> heading,
    boolean yearly,
    Optional<Alone> alone) {

  static ProseSetting of(DocumentReader.Head head, List<Wording> texts) {
    String t = head.title().orElse("");
    return new ProseSetting(
        head.book(),
        head.currency(),
        head.inFull(),
        new MentionScope(OwnNames.of(t, texts)),
        severalLengths(Wording.of(t)),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** The same below another heading. */
  ProseSetting under(Optional<PeriodRef> other) {
    return new ProseSetting(book, currency, inFull, scope, ambiguous, other, yearly, alone);
  }

  /** The same where amounts are, or are not, compared with the year before. */
  ProseSetting comparing(boolean withYear) {
    return withYear == yearly
        ? this
        : new ProseSetting(book, currency, inFull, scope, ambiguous, heading, withYear, alone);
  }

  /** The same in a document of which {@code other} knows with what it compares. */
  ProseSetting comparingAlone(Alone other) {
    return new ProseSetting(
        book, currency, inFull, scope, ambiguous, heading, yearly, Optional.of(other));
  }

  /** Whether {@code words} name a quarter without a year that is not the reported one's number. */
  boolean namesOtherQuarter(String words) {
    Optional<Integer> own =
        book.reported().months() == 3 ? book.reported().quarter() : Optional.empty();
    Optional<Integer> named = quarter(words);
    return own.isPresent() && named.isPresent() && !named.equals(own);
  }

  /** Whether {@code words} name the number of the quarter before the reported one. */
  boolean namesQuarterBefore(String words) {
    Optional<Integer> before = book.reported().quarter().map(q -> q == 1 ? 4 : q - 1);
    return before.isPresent() && quarter(words).equals(before);
  }

  /** The number of a quarter that is named without a year. */
  private static Optional<Integer> quarter(String words) {
    PeriodRef ref = PeriodReader.read(words);
    return ref.months() == 3 && ref.year().isEmpty() ? ref.quarter() : Optional.empty();
  }

  /** Whether {@code text} names more than one length of time. */
  static boolean severalLengths(Wording text) {
    return text.lengths().stream().filter(Lasting::told).map(Lasting::months).distinct().count()
        > 1;
  }

  /** Whether two figures are of one kind and in one currency. */
  boolean sameCurrency(Figure a, Figure b) {
    return a.kind() == b.kind() && settled(a).equals(settled(b));
  }

  /** The currency of {@code f}: a bare dollar or yen sign is the document's own, if it is one. */
  String settled(Figure f) {
    String c = f.currency().orElse("");
    if (c.equals("$")) {
      return currency.filter(Currencies::dollarSign).orElse("USD");
    }
    return c.equals("¥") ? currency.filter(x -> x.equals("CNY")).orElse("JPY") : c;
  }
}

package dev.afterbell.evidence;

import java.util.List;
import java.util.Optional;

/**
 * Knows whether a document compares with no other time than the year before. Asked only where a
 * comparison does not say with what, and found out once, for all paragraphs are looked at.
 */
final class Alone {

  private static final Expression QOQ = ProseFacts.CUES.expression("qoq");

  private final List<ProseFacts.Numbered> paragraphs;
  private final PeriodBook book;
  private Optional<Boolean> known = Optional.empty();

  Alone(List<ProseFacts.Numbered> paragraphs, PeriodBook book) {
    this.paragraphs = paragraphs;
    this.book = book;
  }

  /** Whether nothing in the document is of the quarter before, or of another than its own. */
  boolean holds() {
    if (known.isEmpty()) {
      known = Optional.of(book.reported().months() != 3 || !sequential());
    }
    return known.get();
  }

  private boolean sequential() {
    Optional<Integer> own = book.reported().quarter();
    return own.isEmpty()
        || paragraphs.stream()
            .map(n -> n.paragraph().whole())
            .anyMatch(w -> w.hasFolded(QOQ) || ofAnother(w, own.get()));
  }

  private static boolean ofAnother(Wording text, int own) {
    return text.lengths().stream()
        .filter(l -> l.months() == 3)
        .flatMap(l -> l.quarter().stream())
        .anyMatch(q -> q != own);
  }
}

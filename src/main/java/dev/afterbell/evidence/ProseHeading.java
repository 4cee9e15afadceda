package dev.afterbell.evidence;

import java.util.Optional;

/** Keeps the period that a heading names for the sentences below it. */
final class ProseHeading {

  private static final CuePatterns CUES = ProseFacts.CUES;
  private static final Expression YEAR_TO_DATE = CUES.expression("year-to-date");
  private static final Expression TO_QUARTER = CUES.expression("year-to-quarter");
  private static final Expression COMPARED = CUES.expression("compared");
  private static final Expression COMPARISONS = CUES.expression("comparisons");
  private static final Expression QOQ = CUES.expression("qoq");

  /** A paragraph of so many characters without a stop may be a heading. */
  private static final int CHARS_MAX = 140;

  /** One of so few is read as one. */
  private static final int CHARS_SURE = 60;

  private static final PeriodRef UNTOLD = PeriodRef.NONE.lasting(PeriodRef.UNTOLD);

  private ProseHeading() {}

  /** The setting below {@code paragraph}; the same where it is no heading or names no period. */
  static ProseSetting under(Paragraph paragraph, ProseSetting setting) {
    Wording whole = paragraph.whole();
    if (!isHeading(paragraph)) {
      return setting;
    }
    Wording told = told(whole);
    PeriodRef said = told.period();
    boolean soFar =
        said.hasLength() ? TO_QUARTER.in(told.folded()) : YEAR_TO_DATE.in(told.folded());
    PeriodRef ref = soFar ? setting.book().yearToDate().orElse(UNTOLD) : said;
    boolean comparisons = whole.hasFolded(COMPARISONS);
    if (!(comparisons || ref.hasLength()) || hasAmounts(whole)) {
      return setting;
    }
    ProseSetting comparing = comparisons ? setting.comparing(!whole.hasFolded(QOQ)) : setting;
    return ref.hasLength()
        ? comparing.under(ProseSetting.severalLengths(told) ? Optional.empty() : Optional.of(ref))
        : comparing;
  }

  private static boolean hasAmounts(Wording heading) {
    return NumberReader.scan(heading.folded()).stream()
        .anyMatch(f -> f.kind() != Figure.Kind.NUMBER);
  }

  private static boolean isHeading(Paragraph paragraph) {
    String folded = paragraph.whole().folded();
    return paragraph.heading()
        || (folded.length() <= CHARS_MAX && !folded.strip().endsWith("."))
        || folded.length() <= CHARS_SURE;
  }

  /** A heading without what its period is compared with. */
  private static Wording told(Wording heading) {
    if (!COMPARED.mayBeIn(heading)) {
      return heading;
    }
    return COMPARED
        .first(heading.folded(), 0)
        .map(m -> Wording.of(heading.folded().substring(0, m.start())))
        .orElse(heading);
  }
}

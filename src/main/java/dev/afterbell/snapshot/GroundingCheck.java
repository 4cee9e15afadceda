package dev.afterbell.snapshot;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule that no number reaches a reader without a place in a stored document. It trusts neither
 * the writer nor the figure: it looks for numbers in the finished sentence itself, asks that each
 * is a figure, that the figure's passage is stored, that the words of the passage and the sentence
 * both say the value at the precision printed, and that direction words agree with the sign.
 */
public final class GroundingCheck {

  private static final Pattern DIGITS = Pattern.compile("\\d");

  /**
   * Names with digits that state no figure: forms, exhibits, T+n, fiscal period names without a
   * value.
   */
  private static final Pattern NAMES =
      Pattern.compile("(?<![\\w.])(?:6-K|8-K|10-Q|10-K|20-F|EX-99(?:\\.\\d+)?|T\\+\\d+)(?![\\w])");

  private static final Pattern RISE =
      Pattern.compile("(?:\\bup|\\brose|\\bgrew|\\bincreased|\\bgain of|\\brise of)(?: by)? $");
  private static final Pattern FALL =
      Pattern.compile(
          "(?:\\bdown|\\bdeclined|\\bdropped|\\bdecreased|\\bloss of|\\bdrop of)(?: by)? $");

  /** After these words stands a margin itself, not a change: below zero it needs its sign. */
  private static final Pattern LEVEL = Pattern.compile("\\bmargin (?:was|fell to|rose to) $");

  private static final Pattern FALL_AFTER =
      Pattern.compile("^ (?:pre-market |after-hours )?(?:decline|drop|fall)\\b");
  private static final Pattern PRINTED =
      Pattern.compile(
          "(-?)\\D*?(-?\\d[\\d,]*(?:\\.\\d+)?)\\s*(thousand|million|billion|trillion)?\\s*(%|percentage points)?.*");

  private final EvidenceIndex index;

  /** A check against the evidence of one snapshot. */
  public GroundingCheck(EvidenceIndex index) {
    this.index = index;
  }

  /** What the check says of a sentence. */
  public sealed interface Verdict {

    /** Every number stands in a stored document. */
    record Grounded() implements Verdict {}

    /**
     * The sentence must not be shown.
     *
     * @param reason what could not be resolved, for the reader of the snapshot
     */
    record Refused(String reason) implements Verdict {}
  }

  /** Resolves every number of the sentence, or says which one has no ground. */
  public Verdict check(Statement statement) {
    Optional<String> fault =
        unclaimedNumber(statement)
            .or(() -> unknownCitation(statement.cites()))
            .or(
                () ->
                    statement.figures().stream()
                        .flatMap(p -> fault(statement.text(), p).stream())
                        .findFirst());
    return fault.<Verdict>map(Verdict.Refused::new).orElseGet(Verdict.Grounded::new);
  }

  private static Optional<String> unclaimedNumber(Statement statement) {
    boolean[] claimed = new boolean[statement.text().length()];
    statement.figures().forEach(p -> java.util.Arrays.fill(claimed, p.start(), p.end(), true));
    Matcher names = NAMES.matcher(statement.text());
    while (names.find()) {
      java.util.Arrays.fill(claimed, names.start(), names.end(), true);
    }
    Matcher digits = DIGITS.matcher(statement.text());
    while (digits.find()) {
      if (!claimed[digits.start()]) {
        return Optional.of("a number in the sentence is not tied to any document");
      }
    }
    return Optional.empty();
  }

  private Optional<String> unknownCitation(List<EvidenceId> cites) {
    return cites.stream()
        .filter(id -> index.item(id).isEmpty())
        .findFirst()
        .map(id -> "it cites " + id + ", which is not among the evidence");
  }

  private Optional<String> fault(String text, Statement.Placed placed) {
    Figure figure = placed.figure();
    if (!text.substring(placed.start(), placed.end()).equals(figure.printed())) {
      return Optional.of("the text differs from the figure it was given");
    }
    if (figure instanceof Figure.Stated stated) {
      return statedFault(text, placed, stated);
    }
    if (figure instanceof Figure.StatedDay day) {
      return dayFault(day);
    }
    if (figure instanceof Figure.PublicationDay day) {
      return publicationFault(day);
    }
    return periodFault((Figure.ReportedPeriod) figure);
  }

  private Optional<String> statedFault(String text, Statement.Placed placed, Figure.Stated stated) {
    if (!index.holds(stated.evidence(), stated.passage())) {
      return Optional.of(noPlace(stated.printed(), stated.evidence()));
    }
    if (!PassageNumbers.says(stated.passage().quote(), stated.value(), stated.unit())) {
      return Optional.of(stated.printed() + " is not what the cited passage says");
    }
    if (!printsValue(stated)) {
      return Optional.of(stated.printed() + " does not print the stored value");
    }
    return directionFault(text, placed, stated.value());
  }

  private static boolean printsValue(Figure.Stated stated) {
    Matcher m = PRINTED.matcher(stated.printed());
    if (!m.matches()) {
      return false;
    }
    BigDecimal shown = new BigDecimal(m.group(2).replace(",", "").replace("-", ""));
    BigDecimal scale =
        PassageNumbers.scale(m.group(3) == null ? "" : m.group(3).toLowerCase(Locale.ROOT));
    boolean percent = "%".equals(m.group(4));
    boolean points = "percentage points".equals(m.group(4));
    if (percent != stated.unit().equals(Unit.PERCENT)
        || points != stated.unit().equals(Unit.PERCENTAGE_POINTS)) {
      return false;
    }
    BigDecimal rounded =
        stated.value().abs().divide(scale).setScale(shown.scale(), RoundingMode.HALF_UP);
    BigDecimal even =
        stated.value().abs().divide(scale).setScale(shown.scale(), RoundingMode.HALF_EVEN);
    return rounded.compareTo(shown) == 0 || even.compareTo(shown) == 0;
  }

  private static Optional<String> directionFault(
      String text, Statement.Placed placed, BigDecimal value) {
    String before = text.substring(0, placed.start());
    String after = text.substring(placed.end());
    boolean saysRise = RISE.matcher(before).find();
    boolean saysFall = FALL.matcher(before).find() || FALL_AFTER.matcher(after).find();
    boolean minus = text.startsWith("-", placed.start());
    boolean unsigned = LEVEL.matcher(before).find() && value.signum() < 0 && !minus;
    boolean wrong =
        (saysRise && value.signum() < 0)
            || (saysFall && value.signum() > 0)
            || (minus && value.signum() > 0)
            || unsigned;
    return wrong
        ? Optional.of("the direction in words differs from the sign of the figure")
        : Optional.empty();
  }

  private Optional<String> dayFault(Figure.StatedDay day) {
    if (!index.holds(day.evidence(), day.passage())) {
      return Optional.of(noPlace(day.printed(), day.evidence()));
    }
    String quote = day.passage().quote();
    boolean said =
        quote.contains(String.valueOf(day.day().getYear()))
            && quote.matches("(?s).*\\b0?" + day.day().getDayOfMonth() + "\\b.*");
    return said && Dates.full(day.day()).equals(day.printed())
        ? Optional.empty()
        : Optional.of(day.printed() + " is not the date that the cited passage gives");
  }

  private Optional<String> publicationFault(Figure.PublicationDay day) {
    boolean known =
        index.item(day.evidence()).isPresent() && day.evidence().date().equals(day.day());
    return known && Dates.dayOfYear(day.day()).equals(day.printed())
        ? Optional.empty()
        : Optional.of(day.printed() + " is not the publication day of " + day.evidence());
  }

  private Optional<String> periodFault(Figure.ReportedPeriod period) {
    Optional<LocalDate> end =
        index
            .item(period.evidence())
            .map(Evidence::extraction)
            .flatMap(e -> e.document().period())
            .flatMap(p -> p.end());
    return end.equals(Optional.of(period.end()))
        ? Optional.empty()
        : Optional.of(
            period.printed() + " is not the period that " + period.evidence() + " reports");
  }

  private static String noPlace(String printed, EvidenceId id) {
    return printed + " has no stored place in " + id;
  }
}

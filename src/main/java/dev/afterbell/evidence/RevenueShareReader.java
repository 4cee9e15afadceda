package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentences that say how much of all revenue one customer or related party brings, by the
 * words of {@code revenue-share-cues.tsv}: "one customer accounted for 23% of total revenue", "31%
 * of net sales came from Customer B". A share of several parties together is none, nor is one of
 * receivables, of a part of the business or of an earlier period alone.
 */
final class RevenueShareReader {

  static final CuePatterns CUES = CuePatterns.anyCase("revenue-share-cues.tsv");

  private static final Expression WHOLE = CUES.expression("whole");
  private static final Expression UNSURE = CUES.expression("unsure");
  private static final Expression SOME = CUES.expression("some");
  private static final NeededWords PARTY_WORDS = NeededWords.of(CUES.get("party-words"));

  private static final Pattern JOINED =
      Pattern.compile("[ ,]*(?:and|or)?[ ,]*(?:approximately |about )?");

  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  /** The least that a share in words stands for, in percent; what is not here is over half. */
  private static final Map<String, BigDecimal> LEAST =
      Map.of(
          "half", HALF,
          "third", BigDecimal.valueOf(33),
          "quarter", BigDecimal.valueOf(25),
          "two thirds", BigDecimal.valueOf(66),
          "three quarters", BigDecimal.valueOf(75));

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Most shares of one document. */
  private static final int SHARES_MAX = 20;

  /** A share as it is printed at characters {@code [from, to)}. */
  record Share(BigDecimal percent, int from, int to) {}

  /**
   * Shares side by side.
   *
   * @param shares in order, at least one
   * @param to where "of our revenue" ends after them
   */
  record Said(List<Share> shares, int to) {

    Said {
      shares = List.copyOf(shares);
    }

    int from() {
      return shares.get(0).from();
    }
  }

  private RevenueShareReader() {}

  /**
   * The shares that {@code narrative} states.
   *
   * @param day the last day that the document is about, or that it came out on
   */
  static List<DocumentEvent> read(Narrative narrative, Optional<LocalDate> day) {
    List<DocumentEvent> found = new ArrayList<>();
    for (Wording sentence : narrative.sentences()) {
      if (PARTY_WORDS.in(sentence.words()) && WHOLE.mayBeIn(sentence) && !sentence.has(UNSURE)) {
        for (Said said : said(sentence)) {
          new ShareClause(sentence, said)
              .share(day)
              .filter(s -> found.size() < SHARES_MAX && isNew(found, s))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isNew(List<DocumentEvent> found, RevenueShare share) {
    return found.stream()
        .map(RevenueShare.class::cast)
        .noneMatch(
            s ->
                s.party().equalsIgnoreCase(share.party())
                    && s.percent().compareTo(share.percent()) == 0);
  }

  private static List<Said> said(Wording sentence) {
    List<Said> found = new ArrayList<>();
    List<Share> row = new ArrayList<>();
    for (Figure figure : sentence.figures()) {
      if (!row.isEmpty() && !joined(sentence, row.get(row.size() - 1), figure)) {
        row.clear();
      }
      if (figure.kind() == Figure.Kind.PERCENT
          && figure.value().signum() > 0
          && figure.value().compareTo(ALL) <= 0) {
        row.add(new Share(Figure.plain(figure.value()), figure.from(), figure.to()));
        whole(sentence, row).ifPresent(found::add);
      }
    }
    found.addAll(inWords(sentence));
    return found;
  }

  private static boolean joined(Wording sentence, Share before, Figure figure) {
    String between = sentence.text().substring(before.to(), figure.from());
    return JOINED.matcher(between).matches();
  }

  /** "Half", "a third": at least so much. */
  private static List<Said> inWords(Wording sentence) {
    List<Said> found = new ArrayList<>();
    if (SOME.mayBeIn(sentence)) {
      Matcher some = SOME.matcher(sentence.text());
      while (some.find()) {
        String word = some.group("word").toLowerCase(Locale.ROOT).replace('-', ' ');
        Share share = new Share(LEAST.getOrDefault(word, HALF), some.start(), some.end());
        whole(sentence, List.of(share)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Said> whole(Wording sentence, List<Share> row) {
    int to = row.get(row.size() - 1).to();
    Matcher whole = WHOLE.matcher(sentence.text()).region(to, sentence.length());
    return whole.find() ? Optional.of(new Said(row, whole.end())) : Optional.empty();
  }
}

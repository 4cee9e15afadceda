package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import dev.afterbell.evidence.RevenueShareReader.Said;
import dev.afterbell.evidence.RevenueShareReader.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows of a share of revenue whose it is and of which period, by the words around it. */
final class ShareClause {

  private static final CuePatterns CUES = RevenueShareReader.CUES;
  private static final Pattern PART_OF = CUES.get("part-of");
  private static final Pattern VERB = CUES.get("verb");
  private static final Pattern SOLD = CUES.get("sold");
  private static final Pattern PARTICIPLE = CUES.get("participle");
  private static final Pattern EARLIER = CUES.get("earlier");
  private static final Pattern COMPARED = CUES.get("compared");
  private static final Pattern MEASURED = CUES.get("measured");
  private static final Pattern YEARS =
      Pattern.compile("(?<![\\d$.,])(?:19|20)\\d{2}(?![\\d%]|[.,]\\d)");

  /** "More than 10%" is the threshold from which a share has to be disclosed, and tells none. */
  private static final BigDecimal DISCLOSED_FROM = BigDecimal.TEN;

  /** A period that ended so long before the reported one is an earlier one. */
  private static final int EARLIER_DAYS = 330;

  private final Wording sentence;
  private final List<Share> shares;
  private final String before;
  private final String after;

  /** What may date the share: the words around it, up to what something is compared with. */
  private final String dating;

  /** Last days that are written out there. */
  private final List<LocalDate> days;

  /** Those days, or the last days of the years that are named there. */
  private final List<LocalDate> ends;

  ShareClause(Wording sentence, Said said) {
    String text = sentence.text();
    this.sentence = sentence;
    this.shares = said.shares();
    this.before = text.substring(text.lastIndexOf(';', said.from()) + 1, said.from());
    int end = text.indexOf(';', said.to());
    this.after = text.substring(said.to(), end < 0 ? text.length() : end);
    this.dating = upTo(MEASURED, before) + upTo(COMPARED, after);
    Wording dated = Wording.of(dating);
    this.days = dated.dates().stream().flatMap(d -> d.date().stream()).toList();
    this.ends = ends(dated.folded());
  }

  private static String upTo(Pattern stop, String words) {
    Matcher m = stop.matcher(words);
    return m.find() ? words.substring(0, m.start()) : words;
  }

  private List<LocalDate> ends(String folded) {
    List<Integer> years =
        YEARS.matcher(folded).results().map(y -> Integer.valueOf(y.group())).toList();
    if (days.isEmpty()) {
      return years.stream().map(y -> LocalDate.of(y, 12, 31)).toList();
    }
    // "for the quarters ended March 31, 2026 and 2025": the second has the day of the first
    return years.size() > days.size() && years.size() == shares.size()
        ? years.stream().map(y -> days.get(0).withYear(y)).toList()
        : days;
  }

  /**
   * The share, if it is one party's and of the document's own time.
   *
   * @param day the last day that the document is about, or that it came out on
   */
  Optional<RevenueShare> share(Optional<LocalDate> day) {
    Optional<LocalDate> last = ends.stream().max(Comparator.naturalOrder());
    boolean old =
        last.isPresent()
            && day.isPresent()
            && last.get().isBefore(day.get().minusDays(EARLIER_DAYS));
    if (old || EARLIER.matcher(dating).find()) {
      return Optional.empty();
    }
    Matcher verb = VERB.matcher(before);
    boolean stated = verb.find();
    if (stated && verb.group("bound") != null && first().compareTo(DISCLOSED_FROM) <= 0) {
      return Optional.empty();
    }
    return subject(verb, stated).or(this::source);
  }

  private BigDecimal first() {
    return shares.get(0).percent();
  }

  private Optional<RevenueShare> subject(Matcher verb, boolean stated) {
    if (!stated || PART_OF.matcher(after).find()) {
      return Optional.empty();
    }
    String words = verb.group().strip().toLowerCase(Locale.ROOT);
    boolean further = PARTICIPLE.matcher(words).find();
    boolean sold = !further && SOLD.matcher(words).find();
    return ShareParties.subject(before.substring(0, verb.start()), sold, further)
        .flatMap(p -> p.count() > 1 ? ofSeveral(p, words.contains("each")) : ofOne(p));
  }

  private Optional<RevenueShare> source() {
    return ShareParties.source(after).filter(p -> p.count() == 1).flatMap(this::ofOne);
  }

  /** Of several parties without names: each has the share, or one has the largest. */
  private Optional<RevenueShare> ofSeveral(ShareParties.Party party, boolean each) {
    if (each) {
      return Optional.of(built("each of " + party.name(), latest()));
    }
    return party.count() == shares.size() && ofOnePeriod()
        ? Optional.of(built("one of " + party.name(), largest()))
        : Optional.empty();
  }

  private Optional<RevenueShare> ofOne(ShareParties.Party party) {
    List<String> others = party.others();
    if (others.isEmpty()) {
      return Optional.of(built(party.name(), latest()));
    }
    if (others.size() + 1 != shares.size() || !ofOnePeriod()) {
      return Optional.empty();
    }
    int at = shares.indexOf(largest());
    return Optional.of(built(at < others.size() ? others.get(at) : party.name(), largest()));
  }

  /** Whether several shares can be those of several parties, and not of several periods. */
  private boolean ofOnePeriod() {
    return ends.size() != shares.size();
  }

  private Share largest() {
    return shares.stream().max(Comparator.comparing(Share::percent)).orElseThrow();
  }

  /** Of the shares of several periods that of the latest; the first where no periods are told. */
  private Share latest() {
    return ofOnePeriod()
        ? shares.get(0)
        : shares.get(ends.indexOf(ends.stream().max(Comparator.naturalOrder()).orElseThrow()));
  }

  private RevenueShare built(String party, Share share) {
    return new RevenueShare(
        party.replaceAll("\\s+", " "),
        share.percent(),
        period(),
        Narrative.passage(sentence, share.from(), share.to()));
  }

  /** The latest period that is told with its length and last day. */
  private Optional<FactPeriod> period() {
    PeriodRef named = PeriodReader.read(dating);
    return named.hasLength() && !days.isEmpty()
        ? Optional.of(
            PeriodBook.period(
                named.months(),
                named.weeks(),
                ends.stream().max(Comparator.naturalOrder()),
                named.kind()))
        : Optional.empty();
  }
}

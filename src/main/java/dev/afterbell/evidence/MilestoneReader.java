package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what was reached for the first time, and records. The subject is what the sentence starts
 * with; the statement is a noun phrase made of the sentence's own words: "more than half of … for
 * the first time", "a record".
 */
final class MilestoneReader {

  /** Most milestones of one document. */
  private static final int MILESTONES_MAX = 20;

  /** Longest subject or statement, in words. */
  private static final int WORDS_MAX = 14;

  private static final Expression FIRST_TIME = Expression.of("\\bfor the first time(?: ever)?\\b");

  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:was|were|is|are|has been|have been|reached|rose|grew|increased|exceeded|surpassed"
              + "|topped|passed|crossed|represented|accounted for|contributed|made up|makes up|make up|hit"
              + "|climbed|jumped|became|turned|achieved|set|came (?:in|to)|totaled|totalled|amounted to)\\b");

  /** A verb and what the statement says in its place. */
  private static final List<Reached> REACHED =
      List.of(
          new Reached("(?:exceeded|surpassed|topped|passed|crossed)", "more than "),
          new Reached(
              "(?:reached|hit|represented|accounted for|contributed|made up|makes up|make up|totall?ed|amounted to|achieved)",
              ""));

  /** "51.9% of public cloud services revenue": a share and what it is a share of. */
  private static final Pattern SHARE =
      Pattern.compile(
          "\\d%? (of (?:the |our |its )?[a-zA-Z][a-zA-Z\\- ]{2,60}?)(?=[,;.]| and | in | for |$)");

  /** "more than half", with nothing to say of what. */
  private static final Pattern FRACTION =
      Pattern.compile(
          "^(?:more than |over |nearly |almost |about )?(?:half|two[- ]thirds|three[- ]quarters|a (?:half|third|quarter)|one[- ](?:half|third|quarter|fifth)|the majority)$");

  private static final Pattern RECORD =
      Pattern.compile(
          "\\b(?:an? (?:new )?(?:all-time |quarterly |annual |company )?record(?: high)?|(?:an? )?(?:new )?all-time high)\\b(?! (?:date|keeping|holders?|of (?:success|achievement)))(?!-)");

  private static final Pattern RECORD_OF =
      Pattern.compile(
          "\\b(?:delivered|achieved|reported|generated|posted|produced|set|with|saw) (?:an? |another )?record (?<what>(?!dates?\\b|keeping\\b|holders?\\b)[a-z][a-zA-Z\\- ]{2,50}?)(?=[,;.]| of | for | in | and |$)");

  private static final NeededWords RECORD_NEEDED = NeededWords.ofAny(List.of(RECORD, RECORD_OF));

  /** What narrows a subject to its period: "Net income for the fourth quarter". */
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i),? (?:for|in|during|of) (?:the |fiscal |our )*(?:[\\w-]+ ){0,3}?(?:quarter|half|year|period|months?|\\d{4})\\b.*$");

  /** A noun phrase: no pronoun, no quotation mark, no figure. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?!(?:we|it|they|this|that|which|these|he|she|i|there)\\b)[\\p{L}][\\p{L}\\p{N}&'’/.\\- ]*(?<!\\d)");

  private record Reached(Pattern verb, String instead) {

    Reached(String verb, String instead) {
      this(Pattern.compile("^" + verb + " "), instead);
    }
  }

  private MilestoneReader() {}

  static List<DocumentEvent> read(Narrative narrative) {
    List<DocumentEvent> found = new ArrayList<>();
    for (Wording sentence : narrative.sentences()) {
      firstTime(sentence)
          .or(() -> record(sentence))
          .filter(m -> found.size() < MILESTONES_MAX && isNew(found, m))
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isNew(List<DocumentEvent> found, Milestone milestone) {
    return found.stream()
        .map(Milestone.class::cast)
        .noneMatch(
            m ->
                m.subject().equalsIgnoreCase(milestone.subject())
                    && m.statement().equalsIgnoreCase(milestone.statement()));
  }

  private static Optional<Milestone> firstTime(Wording sentence) {
    if (!FIRST_TIME.mayBeIn(sentence)) {
      return Optional.empty();
    }
    String text = sentence.text();
    Matcher cue = FIRST_TIME.matcher(text);
    Optional<Span> subject = subject(text);
    if (subject.isEmpty() || !cue.find() || subject.get().to() > cue.start()) {
      return Optional.empty();
    }
    int from = clauseStart(text, subject.get().to(), cue.start());
    String said = text.substring(from, cue.start()).strip();
    Optional<String> reached = reached(said, text.substring(0, from));
    return reached.flatMap(
        r ->
            milestone(
                sentence, subject.get(), r + " " + cue.group(), partStart(text, from), cue.end()));
  }

  /** After the last comma, semicolon or "and" before the cue, but never inside the subject. */
  private static int clauseStart(String text, int after, int cue) {
    int start = after;
    for (String cut : List.of(", ", "; ", " and ")) {
      int at = text.lastIndexOf(cut, cue - 2);
      if (at >= after && at + cut.length() > start) {
        start = at + cut.length();
      }
    }
    while (start < cue && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  /** The part of the sentence that the statement was made of starts at the clause before it. */
  private static int partStart(String text, int clause) {
    int comma = text.lastIndexOf(", ", Math.max(0, clause - 3));
    return comma < 0 ? 0 : comma + 2;
  }

  private static Optional<String> reached(String said, String before) {
    String words = said.startsWith("and ") ? said.substring(4) : said;
    if (FRACTION.matcher(words).matches()) {
      String share = "";
      Matcher m = SHARE.matcher(before);
      while (m.find()) {
        share = m.group(1).strip();
      }
      return share.isEmpty() ? Optional.empty() : Optional.of(words + " " + share);
    }
    for (Reached verb : REACHED) {
      Matcher m = verb.verb().matcher(words);
      if (m.find()) {
        return Optional.of(verb.instead() + words.substring(m.end()));
      }
    }
    Matcher profit = Pattern.compile("^(?:became|turned) profitable").matcher(words);
    return profit.find() ? Optional.of("profitability") : Optional.empty();
  }

  private static Optional<Milestone> record(Wording sentence) {
    if (!RECORD_NEEDED.in(sentence.words())) {
      return Optional.empty();
    }
    String text = sentence.text();
    Matcher of = RECORD_OF.matcher(text);
    if (of.find()) {
      return milestone(
          sentence, new Span(of.start("what"), of.end("what")), "a record", of.start(), of.end());
    }
    Matcher cue = RECORD.matcher(text);
    Optional<Span> subject = subject(text);
    if (subject.isEmpty() || !cue.find() || subject.get().to() > cue.start()) {
      return Optional.empty();
    }
    return milestone(sentence, subject.get(), cue.group(), subject.get().from(), cue.end());
  }

  private static Optional<Milestone> milestone(
      Wording sentence, Span subject, String statement, int from, int to) {
    String name =
        PERIOD
            .matcher(sentence.text().substring(subject.from(), subject.to()))
            .replaceFirst("")
            .strip();
    if (tooLong(name) || tooLong(statement) || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Milestone(name, statement, Narrative.passage(sentence, from, to)));
  }

  private static boolean tooLong(String words) {
    return words.split(" ").length > WORDS_MAX;
  }

  private record Span(int from, int to) {}

  /** What stands before the first verb, without list marks and articles. */
  private static Optional<Span> subject(String text) {
    Matcher verb = VERB.matcher(text);
    if (!verb.find()) {
      return Optional.empty();
    }
    Matcher mark =
        Pattern.compile(
                "^(?:[·•▪\\-–—*]\\s*)?(?:(?:the|our|its|total)\\s+)?", Pattern.CASE_INSENSITIVE)
            .matcher(text);
    int from = mark.find() ? mark.end() : 0;
    int to = verb.start();
    while (to > from && " ,".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
  }
}

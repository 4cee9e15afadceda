package dev.afterbell.evidence;

import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractAction;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.TermExtension;
import dev.afterbell.filing.Filing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what an announcement says of an agreement (docs/method.md §6): who, what instrument, what
 * is done to it, ceilings, terms, additions, stake. The slots are filled one by one; a slot that
 * the document does not fill stays empty.
 */
final class ContractReader {

  private static final Expression SIGNING =
      Expression.of(
          "(?i)\\b(?:entered into|entering into|executed|signed|concluded|concluding)\\b");
  private static final Expression CHANGING =
      Expression.of(
          "(?i)\\b(?:terminat(?:ed|es|ing|ion of)|renew(?:ed|s|ing)|extend(?:ed|s|ing)|amend(?:ed|s|ing)|revis(?:ed|es|ing)|supplement(?:ed|ing)|agreed to (?:renew|extend|amend|terminate)|notice to terminate)\\b");
  private static final Expression INSTRUMENT =
      Expression.of(
          "(?i)\\b(?:agreements?|contracts?|leases?|concessions?|licen[sc]es?|amendments?|memorand(?:um|a)|annual caps?)\\b");
  private static final Expression HISTORY =
      Expression.of(
          "(?i)\\b(?:reference is made|as (?:previously )?disclosed|previously|prior to|background|existing (?:\\w+ ){0,3}(?:agreement|contract))\\b");
  private static final Expression CONDITIONAL =
      Expression.of("(?i)\\b(?:may|could|would|if|unless|until|in the event)\\b");

  private static final Pattern QUOTED_INSTRUMENT =
      Pattern.compile(
          "[“\"](?<term>[^”\"]{0,60}?(?:Agreement|Amendment|Contract|Lease|License|Licence|Concession|Memorandum|Supplement|MSA|MOU))[”\"]");
  private static final Pattern TITLED_INSTRUMENT =
      Pattern.compile(
          "(?:[A-Z][\\p{L}\\p{N}&/\\-]*|No\\.|\\d+)(?: (?:[A-Z][\\p{L}\\p{N}&/\\-]*|No\\.|\\d+|to|the|of|and|for))*?"
              + " (?:Agreement|Contract|Lease|License|Licence|Concession|Memorandum of Understanding)\\b"
              + "(?! (?:Agreement|Contract))|Memorandum of Understanding\\b");
  private static final Pattern PLAIN_INSTRUMENT =
      Pattern.compile(
          "\\b(?:an?|the) (?<term>(?:[a-z][a-z\\-]* ){0,5}(?:agreement|contract|lease|licen[sc]e|concession|amendment))\\b");

  private static final Pattern CHANGES_ANOTHER =
      Pattern.compile(
          "(?i)\\b(?:amend(?:ment|ed|s|ing)?|supplement(?:al|ary|ed)?|revis(?:ion|ed|ing)|restated|variation)\\b");
  private static final Pattern CHANGES_IT =
      Pattern.compile(
          "(?i)\\b(?:entered into|entering into|executed|signed) (?:an?|the) (?:\\w+ ){0,3}(?:amendment|supplement)\\b"
              + "|\\b(?:amend(?:ed|s|ing)|revis(?:ed|es|ing)|supplement(?:ed|ing)) (?:the|its|an?|our)\\b");
  private static final Pattern TERMINATES =
      Pattern.compile(
          "(?i)\\b(?:terminat(?:ed|es|ing|ion of)|notice of termination|notice to terminate)\\b");
  private static final Pattern RENEWS = Pattern.compile("(?i)\\brenew(?:ed|s|ing|al)?\\b");
  private static final Pattern EXTENDS =
      Pattern.compile(
          "(?i)\\b(?:exten(?:d|ds|ded|ding|sion)) (?:of )?(?:the )?(?:term\\b|[\\w ]{0,60}\\b(?:agreement|contract|lease|term|license|concession)\\b)");

  private static final Expression CONNECTED =
      Expression.of(
          "(?i)\\b(?:connected (?:persons?|transactions?)|related[- ](?:party|parties|person)|controlling shareholder|substantial shareholder|affiliate of the (?:company|registrant))\\b");
  private static final Expression NOT_CONNECTED =
      Expression.of(
          "(?i)\\b(?:no|not|nor|neither|independent of|independent third part(?:y|ies)|other than)\\b[^.;]{0,100}\\b(?:connected|related|relationship|affiliate)\\b");

  private static final Pattern ISSUER =
      Pattern.compile("\\b(?:Company|Group|Registrant|Bank|we|We)\\b");

  private static final Pattern NOT_SIGNED =
      Pattern.compile(
          "(?i)\\b(?:through|until|to|ending|ended|expir\\w+|dated(?: as of)?|on or before|effective(?: as of)?)(?: on)? $");

  private ContractReader() {}

  static Optional<ContractEvent> read(
      Filing filing, Narrative narrative, Optional<String> issuerName) {
    Optional<Wording> announcement = announcement(narrative);
    Optional<Wording> passage = announcement.or(() -> heading(narrative));
    ContractParties parties = ContractParties.of(narrative, issuerName);
    Optional<String> counterparty = parties.counterparty(announcement);
    Optional<String> instrument = announcement.flatMap(ContractReader::instrument);
    if (passage.isEmpty() || (counterparty.isEmpty() && instrument.isEmpty())) {
      return Optional.empty();
    }
    List<AnnualCap> caps = ContractCaps.read(filing, narrative, instrument);
    List<TermExtension> extensions = ContractTerms.extensions(narrative, instrument);
    String headings =
        narrative.headings().stream().map(Wording::text).collect(Collectors.joining("\n"));
    return Optional.of(
        new ContractEvent(
            actions(
                announcement.map(Wording::text).orElse(""), headings, instrument, caps, extensions),
            announcement.flatMap(ContractReader::signed).or(() -> ContractTerms.dateRow(narrative)),
            counterparty,
            instrument,
            connected(narrative),
            caps,
            extensions,
            ContractTerms.added(narrative),
            ContractTerms.holding(narrative, parties.aliases(counterparty)),
            Narrative.passage(passage.get())));
  }

  /** The sentence that tells the act: who signed or changed what, and when. */
  private static Optional<Wording> announcement(Narrative narrative) {
    Wording best = null;
    int bestScore = 2;
    for (Wording sentence : narrative.sentences()) {
      int score = score(sentence);
      if (score > bestScore) {
        best = sentence;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int score(Wording sentence) {
    if (!sentence.has(INSTRUMENT)) {
      return 0;
    }
    int act = sentence.has(SIGNING) ? 3 : sentence.has(CHANGING) ? 2 : 0;
    if (act == 0) {
      return 0;
    }
    return act
        + (WrittenDates.scan(sentence.text()).isEmpty() ? 0 : 2)
        + (sentence.text().startsWith("On ") ? 1 : 0)
        + (ISSUER.matcher(sentence.text()).find() ? 1 : 0)
        - (sentence.has(HISTORY) ? 4 : 0)
        - (sentence.has(CONDITIONAL) ? 2 : 0);
  }

  private static Optional<Wording> heading(Narrative narrative) {
    return narrative.headings().stream()
        .filter(h -> h.has(INSTRUMENT) || h.has(CONNECTED))
        .findFirst();
  }

  /** The title as written where it says more than the defined term, else that term. */
  private static Optional<String> instrument(Wording announcement) {
    String text = announcement.text();
    Matcher act = SIGNING.matcher(text);
    String after = act.find() ? text.substring(act.end()) : text;
    Matcher quoted = QUOTED_INSTRUMENT.matcher(after);
    Optional<String> term =
        quoted.find() ? Optional.of(quoted.group("term").strip()) : Optional.empty();
    String upTo = term.isPresent() ? after.substring(0, quoted.start()) : after;
    Matcher titled = TITLED_INSTRUMENT.matcher(upTo);
    if (titled.find()) {
      return Optional.of(titled.group().replaceAll("^(?:The|A|An) ", ""));
    }
    if (term.isPresent()) {
      return term;
    }
    Matcher plain = PLAIN_INSTRUMENT.matcher(after);
    return plain.find() ? Optional.of(plain.group("term").strip()) : Optional.empty();
  }

  private static Optional<LocalDate> signed(Wording announcement) {
    String text = announcement.text();
    for (WrittenDates.Found date : WrittenDates.scan(text)) {
      if (!NOT_SIGNED.matcher(text.substring(0, date.from())).find()) {
        return Optional.of(date.date());
      }
    }
    Matcher dated = Pattern.compile("(?i)\\bdated(?: as of)? $").matcher("");
    for (WrittenDates.Found date : WrittenDates.scan(text)) {
      if (dated.reset(text.substring(0, date.from())).find()) {
        return Optional.of(date.date());
      }
    }
    return Optional.empty();
  }

  private static List<ContractAction> actions(
      String announcement,
      String headings,
      Optional<String> instrument,
      List<AnnualCap> caps,
      List<TermExtension> extensions) {
    Set<ContractAction> actions = EnumSet.noneOf(ContractAction.class);
    String title = instrument.orElse("");
    String both = announcement + "\n" + headings;
    if (CHANGES_ANOTHER.matcher(title).find()
        || CHANGES_ANOTHER.matcher(headings).find()
        || CHANGES_IT.matcher(announcement).find()
        || caps.stream().anyMatch(c -> c.previous().isPresent())) {
      actions.add(ContractAction.AMEND);
    }
    if (RENEWS.matcher(both).find()) {
      actions.add(ContractAction.RENEW);
    }
    if (EXTENDS.matcher(both).find()
        || (!extensions.isEmpty() && !actions.contains(ContractAction.RENEW))) {
      actions.add(ContractAction.EXTEND);
    }
    if (TERMINATES.matcher(announcement).find()
        || headings.matches("(?is).*\\btermination of\\b.*")) {
      actions.add(ContractAction.TERMINATE);
    }
    if (SIGNING.matcher(announcement).find() && actions.isEmpty()) {
      actions.add(ContractAction.ENTER);
    }
    return new ArrayList<>(actions);
  }

  private static boolean connected(Narrative narrative) {
    return narrative.paragraphs().stream()
        .flatMap(p -> p.told().stream())
        .anyMatch(s -> s.has(CONNECTED) && !s.has(NOT_CONNECTED));
  }
}

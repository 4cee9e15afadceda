package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.DocumentEvent.AnnualCap;
import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.TermExtension;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what an announced agreement changes. A cap is permission, never revenue, so no cap is
 * printed.
 */
final class ContractWriter {

  private final SentenceTemplates templates;

  ContractWriter(SentenceTemplates templates) {
    this.templates = templates;
  }

  /** One sentence for each agreement of the document. */
  List<Statement> paragraph(Evidence document) {
    return document.extraction().events().stream()
        .filter(ContractEvent.class::isInstance)
        .map(ContractEvent.class::cast)
        .flatMap(c -> sentence(document, c).stream())
        .toList();
  }

  private Optional<Statement> sentence(Evidence document, ContractEvent contract) {
    EvidenceId id = document.id();
    List<Statement> changes = changes(id, contract);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Statement> slots = new HashMap<>();
    slots.put(
        "day",
        Statement.compose()
            .figure(new Figure.PublicationDay(Dates.dayOfYear(id.date()), id, id.date()))
            .done());
    slots.put("document", Words.plain(Words.documentNoun(document)));
    slots.put("changes", Words.list(changes));
    implication(contract).ifPresent(i -> slots.put("implication", Words.plain(i)));
    return templates
        .fill("event.contract", slots)
        .map(s -> Statement.compose().part(s).cite(id).done());
  }

  private static List<Statement> changes(EvidenceId id, ContractEvent contract) {
    String party = contract.counterparty().map(p -> p + " ").orElse("");
    List<Statement> changes = new ArrayList<>();
    List<String> revised = subjects(contract.caps().stream().filter(c -> c.previous().isPresent()));
    List<String> set =
        subjects(contract.caps().stream().filter(c -> c.previous().isEmpty())).stream()
            .filter(s -> !revised.contains(s))
            .toList();
    if (!revised.isEmpty()) {
      changes.add(Words.plain("revised " + party + Words.listed(revised) + " caps"));
    }
    if (!set.isEmpty()) {
      changes.add(
          Words.plain("set " + (revised.isEmpty() ? party : "") + Words.listed(set) + " caps"));
    }
    for (TermExtension extension : contract.extensions()) {
      changes.add(
          Statement.compose()
              .say("extended the " + Words.attributive(extension.subject()) + " term through ")
              .figure(
                  new Figure.StatedDay(
                      Dates.full(extension.until()), id, extension.until(), extension.passage()))
              .done());
    }
    List<String> added =
        contract.added().stream().map(DocumentEvent.AddedScope::what).distinct().toList();
    if (!added.isEmpty()) {
      changes.add(Words.plain("added " + Words.listed(added)));
    }
    if (changes.isEmpty() && contract.instrument().isPresent()) {
      changes.add(
          Words.plain(
              verb(contract)
                  + " the "
                  + contract.instrument().get()
                  + contract.counterparty().map(p -> " with " + p).orElse("")));
    }
    return changes.stream()
        .filter(c -> c.figures().size() > 0 || c.text().chars().noneMatch(Character::isDigit))
        .toList();
  }

  private static List<String> subjects(Stream<AnnualCap> caps) {
    return caps.map(c -> Words.attributive(c.subject().toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static String verb(ContractEvent contract) {
    return contract.actions().isEmpty()
        ? "announced"
        : switch (contract.actions().get(0)) {
          case ENTER -> "announced";
          case AMEND -> "amended";
          case RENEW -> "renewed";
          case EXTEND -> "extended";
          case TERMINATE -> "terminated";
        };
  }

  private static Optional<String> implication(ContractEvent contract) {
    List<String> central = new ArrayList<>();
    if (contract.connectedPerson()) {
      central.add("related-party concentration");
    }
    sourcedGoods(contract).ifPresent(g -> central.add(g + " sourcing"));
    if (contract.actions().contains(DocumentEvent.ContractAction.TERMINATE)) {
      return Optional.empty();
    }
    boolean raised = moved(contract, 1) && !moved(contract, -1);
    boolean longer = !contract.extensions().isEmpty();
    String supports = raised || longer ? "supporting scale visibility" : "";
    String leaves =
        central.isEmpty()
            ? ""
            : "leaving " + Words.listed(central) + " central to the longer-term risk-reward";
    if (supports.isEmpty() && leaves.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        supports.isEmpty() ? leaves : leaves.isEmpty() ? supports : supports + " while " + leaves);
  }

  /** Whether some cap went up (1) or down (-1). */
  private static boolean moved(ContractEvent contract, int direction) {
    return contract.caps().stream()
        .anyMatch(
            c ->
                c.previous()
                    .map(p -> Integer.signum(c.revised().compareTo(p.value())) == direction)
                    .orElse(false));
  }

  /**
   * What the issuer buys under the agreement, told from subjects such as "hardware procurement".
   */
  private static Optional<String> sourcedGoods(ContractEvent contract) {
    return Stream.concat(
            contract.extensions().stream().map(TermExtension::subject),
            contract.caps().stream().map(AnnualCap::subject))
        .map(s -> s.toLowerCase(Locale.ROOT))
        .filter(s -> s.matches("[a-z -]+ (?:procurement|purchases?|supply|sourcing)"))
        .map(s -> s.substring(0, s.lastIndexOf(' ')))
        .findFirst();
  }
}

package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentEvent;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The stored passages of a snapshot's evidence: the only ground a figure can stand on. */
public final class EvidenceIndex {

  private final Map<EvidenceId, Evidence> items = new TreeMap<>();
  private final Map<EvidenceId, Set<Passage>> passages = new TreeMap<>();

  /** Indexes the items as they were stored. */
  public EvidenceIndex(List<Evidence> evidence) {
    for (Evidence item : evidence) {
      items.put(item.id(), item);
      passages.put(item.id(), passagesOf(item.extraction()));
    }
  }

  /** The item of that name. */
  public Optional<Evidence> item(EvidenceId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** Whether the item exists and has exactly this passage stored. */
  public boolean holds(EvidenceId id, Passage passage) {
    return passages.getOrDefault(id, Set.of()).contains(passage);
  }

  private static Set<Passage> passagesOf(Extraction extraction) {
    Set<Passage> found = new HashSet<>();
    extraction
        .facts()
        .forEach(
            fact -> {
              found.add(fact.passage());
              fact.comparator().ifPresent(c -> found.add(c.passage()));
            });
    extraction.guidance().forEach(g -> found.add(g.passage()));
    extraction.events().forEach(event -> addAll(found, event));
    return found;
  }

  private static void addAll(Set<Passage> found, DocumentEvent event) {
    found.add(event.passage());
    if (event instanceof DocumentEvent.ContractEvent contract) {
      contract
          .caps()
          .forEach(
              cap -> {
                found.add(cap.passage());
                cap.previous().ifPresent(p -> found.add(p.passage()));
              });
      contract.extensions().forEach(e -> found.add(e.passage()));
      contract.added().forEach(a -> found.add(a.passage()));
      contract.holding().ifPresent(h -> found.add(h.passage()));
    }
  }
}

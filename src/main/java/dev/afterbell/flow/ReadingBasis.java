package dev.afterbell.flow;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.filing.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a calculation rests on. It is no better kept than the weakest of its inputs.
 *
 * @param inputs evidence of the files used; at least one
 */
record ReadingBasis(List<Evidence> inputs) {

  ReadingBasis {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("A calculation has an input");
    }
    inputs = List.copyOf(inputs);
  }

  static ReadingBasis of(List<Evidence> inputs) {
    return new ReadingBasis(inputs.stream().distinct().toList());
  }

  /** With the files that earlier surprises were calculated from. */
  ReadingBasis and(PastSurprises past) {
    return of(Stream.concat(inputs.stream(), past.inputs().stream()).toList());
  }

  /** The weakest custody among the inputs. */
  Custody custody() {
    return inputs.stream()
        .map(e -> e.provenance().custody())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Digests of the inputs' bytes, in the order of the inputs. */
  List<Sha256> digests() {
    return inputs.stream().map(e -> e.extraction().document().sha256()).toList();
  }

  /** Of the first input, but no better kept than the weakest, and no earlier than the last. */
  Provenance provenance() {
    Provenance first = inputs.get(0).provenance();
    Instant observed =
        inputs.stream()
            .map(e -> e.provenance().observedAt())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Optional<String> publisher =
        inputs.stream().allMatch(e -> e.provenance().publisher().equals(first.publisher()))
            ? first.publisher()
            : Optional.empty();
    return new Provenance(custody(), publisher, first.sourceUrl(), first.objectKey(), observed);
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.RejectionReason;
import java.time.Instant;
import java.util.List;

/**
 * Tells rejections that still stand from those that later drops settled: the document became
 * evidence after all, with a profile, a side-car or a new version.
 */
final class Rejections {

  private record Taken(String objectKey, String sha256, Instant at) {}

  private final List<LedgerEntry.RejectedEntry> all;
  private final List<Taken> taken;

  /** The rejections of a range, with the evidence of the same range. */
  Rejections(LedgerRead read) {
    this.all = read.of(LedgerEntry.RejectedEntry.class).toList();
    this.taken =
        all.isEmpty()
            ? List.of()
            : read.of(LedgerEntry.EvidenceEntry.class).map(Rejections::taken).toList();
  }

  private static Taken taken(LedgerEntry.EvidenceEntry entry) {
    Evidence evidence =
        EvidenceJson.fromJson(CanonicalJson.parse(entry.stored().payload().bytes()));
    return new Taken(
        evidence.provenance().objectKey(),
        evidence.extraction().document().sha256().hex(),
        entry.stored().recordedAt());
  }

  /** All of the range, by key. */
  List<LedgerEntry.RejectedEntry> all() {
    return all;
  }

  /**
   * Whether nothing has settled it. A document that no calendar reaches is evidence and rejected as
   * an event, so evidence does not settle that.
   */
  boolean open(LedgerEntry.RejectedEntry entry) {
    RejectionReason reason = entry.rejection().reason();
    if (reason == RejectionReason.CALENDAR_EXHAUSTED) {
      return true;
    }
    return taken.stream().noneMatch(t -> settles(t, entry))
        && (reason != RejectionReason.UNKNOWN_ISSUER || !readAndRefused(entry));
  }

  private static boolean settles(Taken taken, LedgerEntry.RejectedEntry entry) {
    boolean sameBytes =
        entry.rejection().original().map(o -> o.hex().equals(taken.sha256())).orElse(false);
    boolean laterVersion =
        taken.objectKey().equals(entry.rejection().objectKey())
            && !taken.at().isBefore(entry.stored().recordedAt());
    return sameBytes || laterVersion;
  }

  /** Once there was a profile the document was read, and could not be used for another reason. */
  private boolean readAndRefused(LedgerEntry.RejectedEntry parked) {
    return all.stream()
        .filter(e -> e.rejection().reason() != RejectionReason.UNKNOWN_ISSUER)
        .anyMatch(e -> e.rejection().original().equals(parked.rejection().original()));
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.EvidenceJson;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Filing;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.EntryKey;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.time.Instant;
import java.util.Optional;

/** Fetches one item of evidence and the original that it was read from. */
public final class ReadEvidence {

  private final Ledger ledger;
  private final Vault vault;
  private final DocumentIntake intake = new DocumentIntake();

  /** Reads from these ports. */
  public ReadEvidence(Ledger ledger, Vault vault) {
    this.ledger = ledger;
    this.vault = vault;
  }

  /**
   * An item with its original.
   *
   * @param evidence as stored
   * @param original read anew from the vault; absent if its bytes are missing or altered
   */
  public record Opened(Evidence evidence, Optional<Filing> original) {}

  /**
   * The item alone, in one read; empty if there is none of that name.
   *
   * @throws CorruptStored if it is there and cannot be used
   */
  public Optional<Evidence> item(Ticker ticker, EvidenceId id, Instant now) {
    Lookup lookup = ledger.entry(new EntryKey(Book.of(ticker), new SortKey.EvidenceOf(id)), now);
    if (lookup instanceof Lookup.Corrupt corrupt) {
      throw new CorruptStored(corrupt.entry());
    }
    return lookup instanceof Lookup.Found found
        ? Optional.of(
            EvidenceJson.fromJson(CanonicalJson.parse(found.entry().stored().payload().bytes())))
        : Optional.empty();
  }

  /** The item and its original. */
  public Optional<Opened> open(Ticker ticker, EvidenceId id, Instant now) {
    return item(ticker, id, now).map(e -> new Opened(e, original(e)));
  }

  private Optional<Filing> original(Evidence evidence) {
    return vault.get(evidence.extraction().document().sha256()) instanceof VaultRead.Found found
        ? intake.reread(evidence.provenance().objectKey(), found.bytes())
        : Optional.empty();
  }
}

package dev.afterbell.flow;

import dev.afterbell.evidence.Issuer;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.LedgerRead;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.Vault;
import dev.afterbell.vault.VaultRead;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Documents that came before their issuer's profile. They wait as rejections and are taken up once
 * it is set.
 */
final class ParkedDocuments {

  private final Ledger ledger;
  private final Vault vault;
  private final Inbox inbox;
  private final DocumentIntake intake;
  private final EvidenceShelf shelf;
  private final MarketReadings readings;

  ParkedDocuments(
      Ledger ledger,
      Vault vault,
      Inbox inbox,
      DocumentIntake intake,
      EvidenceShelf shelf,
      MarketReadings readings) {
    this.ledger = ledger;
    this.vault = vault;
    this.inbox = inbox;
    this.intake = intake;
    this.shelf = shelf;
    this.readings = readings;
  }

  /** Keeps a document whose issuer is unknown. */
  void keep(Drop drop, Sha256 original) {
    keep(
        drop,
        drop.rejected(
            RejectionReason.UNKNOWN_ISSUER,
            "No issuer is registered for the folder. Drop its issuer.json there; this document is"
                + " then taken up by itself.",
            original));
  }

  /**
   * Documents that came before their issuer's profile wait as rejections; they are taken up once it
   * is set, from the vault: the object may have been overwritten or removed meanwhile.
   */
  void takeUpAll(Issuer issuer, ObjectNotice notice) {
    LocalDate today = ObjectNotice.day(notice.at());
    LedgerRead read =
        ledger.read(
            Book.of(issuer.ticker()),
            today.minusDays(Limits.PARKED_DAYS_MAX),
            today.plusDays(Limits.PARKED_DAYS_MAX),
            notice.at());
    Rejections rejections = new Rejections(read);
    rejections.all().stream()
        .filter(e -> e.rejection().reason() == RejectionReason.UNKNOWN_ISSUER)
        .filter(rejections::open)
        .limit(Limits.PARKED_DOCUMENTS_MAX)
        .forEach(e -> takeUp(issuer, notice.bucket(), e));
  }

  private void takeUp(Issuer issuer, String bucket, LedgerEntry.RejectedEntry parked) {
    ObjectRef object = new ObjectRef(bucket, parked.rejection().objectKey(), Optional.empty());
    Sha256 original = parked.rejection().original().orElseThrow();
    if (!(vault.get(original) instanceof VaultRead.Found kept)) {
      throw new TryAgain("the vault has lost " + original);
    }
    Map<String, String> metadata =
        inbox.fetch(object) instanceof FetchResult.Body body ? body.metadata() : Map.of();
    Drop drop =
        new Drop(
            DropKey.parse(object.key()).orElseThrow(),
            object.key(),
            kept.bytes(),
            SideCar.merge(metadata, inbox.fetch(object.sideCar())),
            parked.stored().recordedAt());
    takeUp(issuer, drop);
  }

  /** Takes up one such document. */
  void takeUp(Issuer issuer, Drop drop) {
    DocumentIntake.Result result = intake.read(drop, issuer);
    if (result instanceof DocumentIntake.Usable usable) {
      vault.putText(usable.evidence().extraction().document().sha256(), usable.canonicalText());
      shelf.put(usable.evidence(), issuer, drop.at());
      readings.catchUp(issuer.ticker(), drop.at());
    } else if (result instanceof DocumentIntake.Unusable unusable) {
      Sha256 original = Sha256.of(drop.bytes());
      keep(drop, drop.rejected(unusable.reason(), unusable.message(), original));
    }
  }

  /** Keeps a rejection without a claim, once for each reason, key and content. */
  private void keep(Drop drop, Rejection why) {
    Sha256 name =
        Sha256.of(
            (why.reason() + " " + drop.objectKey() + " " + why.original().orElseThrow())
                .getBytes(StandardCharsets.UTF_8));
    ledger.append(
        Append.of(
            Book.of(drop.key().ticker()),
            drop.at(),
            NewEntry.rejected(new SortKey.RejectedDrop(ObjectNotice.day(drop.at()), name), why)));
  }
}

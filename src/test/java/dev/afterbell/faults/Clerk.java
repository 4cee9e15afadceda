package dev.afterbell.faults;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Claim;
import dev.afterbell.ledger.ClaimOutcome;
import dev.afterbell.ledger.Delivery;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The plainest way to take a drop into the ledger, step by step, so that it can be stopped after
 * each. An object holds its evidence id and, after a colon, its text.
 */
final class Clerk {

  static final Duration LEASE = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Inbox inbox;
  private final Vault vault;

  Clerk(Ledger ledger, Inbox inbox, Vault vault) {
    this.ledger = ledger;
    this.inbox = inbox;
    this.vault = vault;
  }

  /** After which step the clerk falls dead. */
  enum Crash {
    CLAIM,
    FETCH,
    KEEP,
    TRANSACTION,
    NEVER
  }

  /** What became of a notice that need not come again. */
  enum Result {
    WRITTEN,
    KNOWN,
    REJECTED,
    DUPLICATE,
    STALE
  }

  /** The notice must come again. */
  static final class ComeAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ComeAgain(String why) {
      super(why);
    }
  }

  Result take(Delivery delivery, Instant now) {
    return take(delivery, now, Crash.NEVER);
  }

  Result take(Delivery delivery, Instant now, Crash crash) {
    ClaimOutcome outcome = ledger.claim(delivery, now, LEASE);
    if (outcome instanceof ClaimOutcome.Duplicate) {
      return Result.DUPLICATE;
    }
    if (outcome instanceof ClaimOutcome.Stale) {
      return Result.STALE;
    }
    if (outcome instanceof ClaimOutcome.Claimed claimed) {
      return deal(claimed.claim(), now, crash);
    }
    throw new ComeAgain("another deals with it");
  }

  Result deal(Claim claim, Instant now, Crash crash) {
    stop(crash, Crash.CLAIM);
    FetchResult fetched =
        inbox.fetch(new ObjectRef("drops", claim.delivery().objectKey(), Optional.empty()));
    stop(crash, Crash.FETCH);
    if (!(fetched instanceof FetchResult.Body body)) {
      return settle(Append.of(claim.delivery().book(), now, gone(claim, now)), claim, crash, true);
    }
    vault.put(body.bytes());
    stop(crash, Crash.KEEP);
    return settle(Append.of(claim.delivery().book(), now, evidence(body)), claim, crash, false);
  }

  private Result settle(Append append, Claim claim, Crash crash, boolean rejected) {
    AppendOutcome outcome = ledger.append(append.completing(claim));
    stop(crash, Crash.TRANSACTION);
    if (outcome instanceof AppendOutcome.Appended) {
      return rejected ? Result.REJECTED : Result.WRITTEN;
    }
    if (outcome instanceof AppendOutcome.AlreadyThere && ledger.finish(claim)) {
      return Result.KNOWN;
    }
    throw new ComeAgain(outcome.toString());
  }

  private static NewEntry evidence(FetchResult.Body body) {
    String text = new String(body.bytes(), StandardCharsets.UTF_8);
    EvidenceId id = EvidenceId.parse(text.substring(0, text.indexOf(':')));
    return NewEntry.evidence(
        new SortKey.EvidenceOf(id),
        Payload.of("{\"text\":\"" + text + "\"}"),
        Sha256.of(body.bytes()));
  }

  private static NewEntry gone(Claim claim, Instant now) {
    Delivery delivery = claim.delivery();
    return NewEntry.rejected(
        new SortKey.RejectedDrop(
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            Sha256.of(
                (delivery.objectKey() + "\n" + delivery.sequencer())
                    .getBytes(StandardCharsets.UTF_8))),
        new Rejection(
            RejectionReason.BODY_GONE,
            "The file was gone before it could be read. Drop it again.",
            delivery.objectKey(),
            Optional.empty(),
            Optional.empty(),
            0));
  }

  private static void stop(Crash wanted, Crash here) {
    if (wanted == here) {
      throw new ComeAgain("crashed after " + here);
    }
  }
}

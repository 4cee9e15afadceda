package dev.afterbell.flow;

import dev.afterbell.evidence.CanonicalJson;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.IssuerJson;
import dev.afterbell.evidence.IssuerProfile;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import dev.afterbell.ledger.Append;
import dev.afterbell.ledger.AppendOutcome;
import dev.afterbell.ledger.Book;
import dev.afterbell.ledger.Change;
import dev.afterbell.ledger.Claim;
import dev.afterbell.ledger.ClaimOutcome;
import dev.afterbell.ledger.Delivery;
import dev.afterbell.ledger.Ledger;
import dev.afterbell.ledger.LedgerEntry;
import dev.afterbell.ledger.Lookup;
import dev.afterbell.ledger.NewEntry;
import dev.afterbell.ledger.Payload;
import dev.afterbell.ledger.Rejection;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.ledger.Removal;
import dev.afterbell.ledger.SortKey;
import dev.afterbell.limit.Limits;
import dev.afterbell.market.Calendars;
import dev.afterbell.vault.FetchResult;
import dev.afterbell.vault.Inbox;
import dev.afterbell.vault.ObjectRef;
import dev.afterbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes up one notice of the bucket: a new document becomes evidence, or a rejection with a reason;
 * a profile becomes the issuer; a removal is remembered. Deliveries may repeat, overtake each other
 * and break off at any step; the ledger ends the same.
 */
public final class IngestFiling {

  /**
   * How long a claim holds: longer than the function may run, so that a crashed owner blocks a
   * retry only briefly.
   */
  private static final Duration LEASE = Duration.ofSeconds(Limits.CLAIM_LEASE_SECONDS);

  private final Ledger ledger;
  private final Vault vault;
  private final Inbox inbox;
  private final DocumentIntake intake;
  private final EvidenceShelf shelf;
  private final MarketReadings readings;
  private final ParkedDocuments parked;

  /** An ingestion over these ports, in the calendars of this build. */
  public IngestFiling(Ledger ledger, Vault vault, Inbox inbox) {
    this(ledger, vault, inbox, Calendars.SHIPPED);
  }

  /** An ingestion that counts sessions in these calendars. */
  public IngestFiling(Ledger ledger, Vault vault, Inbox inbox, Calendars calendars) {
    this.ledger = ledger;
    this.vault = vault;
    this.inbox = inbox;
    this.intake = new DocumentIntake(calendars);
    this.shelf = new EvidenceShelf(ledger, calendars);
    this.readings = new MarketReadings(ledger, vault, calendars);
    this.parked = new ParkedDocuments(ledger, vault, inbox, intake, shelf, readings);
  }

  /**
   * Deals with a notice.
   *
   * @param now the edge's clock; for leases only, never stored as a document's time
   * @throws TryAgain if another owner has it, or it lost a race
   * @throws dev.afterbell.vault.StoreUnavailable if a store did not answer
   */
  public IngestOutcome ingest(ObjectNotice notice, Instant now) {
    return switch (notice.change()) {
      case OTHER -> new IngestOutcome.Ignored();
      case REMOVED -> noteRemoval(notice);
      case CREATED -> claimed(notice, now);
    };
  }

  private IngestOutcome noteRemoval(ObjectNotice notice) {
    Removal removal = new Removal(notice.key(), notice.order(), notice.at());
    SortKey.RemovedDrop key =
        new SortKey.RemovedDrop(ObjectNotice.day(notice.at()), notice.digest());
    ledger.append(Append.of(notice.book(), notice.at(), NewEntry.removal(key, removal)));
    return new IngestOutcome.RemovalNoted();
  }

  private IngestOutcome claimed(ObjectNotice notice, Instant now) {
    Delivery delivery = new Delivery(notice.book(), notice.key(), notice.order());
    ClaimOutcome outcome = ledger.claim(delivery, now, LEASE);
    if (outcome instanceof ClaimOutcome.Busy) {
      throw new TryAgain("another invocation is reading " + notice.digest());
    }
    if (!(outcome instanceof ClaimOutcome.Claimed claimed)) {
      return new IngestOutcome.Outdated();
    }
    return takeUp(notice, claimed.claim());
  }

  private IngestOutcome takeUp(ObjectNotice notice, Claim claim) {
    Optional<DropKey> key = DropKey.parse(notice.key());
    if (key.isEmpty()) {
      return reject(
          notice,
          claim,
          notice.rejected(
              RejectionReason.BAD_KEY,
              "The object key does not have the form inbox/<TICKER>/<file>, with a ticker of 1 to"
                  + " 12 of A-Z, 0-9, '.' and '-'."));
    }
    ObjectRef object = new ObjectRef(notice.bucket(), notice.key(), notice.versionId());
    Optional<DropKey> described = DropKey.parse(object.described().key());
    if (described.isEmpty() || object.described().isSideCar()) {
      return finish(claim, new IngestOutcome.Ignored());
    }
    FetchResult fetched = inbox.fetch(object.described());
    if (fetched instanceof FetchResult.Gone) {
      return object.isSideCar()
          ? finish(claim, new IngestOutcome.Ignored())
          : reject(
              notice,
              claim,
              notice.rejected(
                  RejectionReason.BODY_GONE,
                  "The object was gone when it was to be read. Drop it again if it still"
                      + " matters."));
    }
    if (fetched instanceof FetchResult.TooLarge large) {
      Optional<String> copy = inbox.keepRejected(object);
      return reject(
          notice,
          claim,
          new Rejection(
              RejectionReason.TOO_LARGE,
              "The object has more than "
                  + Limits.BODY_BYTES_MAX / (1024 * 1024)
                  + " MiB, the most that is read of one document. Drop the release or the exhibit"
                  + " alone.",
              notice.key(),
              Optional.empty(),
              copy,
              large.bytesSeen()));
    }
    FetchResult.Body body = (FetchResult.Body) fetched;
    Drop drop =
        new Drop(
            described.get(),
            object.described().key(),
            body.bytes(),
            SideCar.merge(body.metadata(), inbox.fetch(object.described().sideCar())),
            notice.at());
    return use(notice, claim, drop);
  }

  private IngestOutcome use(ObjectNotice notice, Claim claim, Drop drop) {
    Sha256 original = vault.put(drop.bytes());
    if (drop.key().kind() == DropKey.Kind.ISSUER_PROFILE) {
      return setProfile(notice, claim, drop, original);
    }
    Optional<Issuer> issuer = issuer(drop.key().ticker());
    return issuer.isPresent()
        ? store(notice, claim, drop, issuer.get())
        : park(claim, drop, original);
  }

  /**
   * Keeps a document whose issuer is unknown; should the profile have come meanwhile, the document
   * is taken up here. The claim is finished last, so that a delivery that breaks off in between
   * comes again.
   */
  private IngestOutcome park(Claim claim, Drop drop, Sha256 original) {
    parked.keep(drop, original);
    issuer(drop.key().ticker()).ifPresent(issuer -> parked.takeUp(issuer, drop));
    return finish(claim, new IngestOutcome.Rejected(RejectionReason.UNKNOWN_ISSUER));
  }

  private IngestOutcome store(ObjectNotice notice, Claim claim, Drop drop, Issuer issuer) {
    DocumentIntake.Result result = intake.read(drop, issuer);
    if (result instanceof DocumentIntake.Unusable unusable) {
      return reject(
          notice,
          claim,
          drop.rejected(unusable.reason(), unusable.message(), Sha256.of(drop.bytes())));
    }
    DocumentIntake.Usable usable = (DocumentIntake.Usable) result;
    vault.putText(usable.evidence().extraction().document().sha256(), usable.canonicalText());
    if (MarketReadings.isInput(usable.evidence())) {
      Optional<EvidenceId> id = shelf.put(usable.evidence(), issuer, drop.at());
      readings.catchUp(issuer.ticker(), drop.at());
      return finish(
          claim,
          id.<IngestOutcome>map(IngestOutcome.Stored::new)
              .orElseGet(IngestOutcome.AlreadyKnown::new));
    }
    IngestOutcome outcome =
        shelf
            .put(usable.evidence(), issuer, drop.at(), claim)
            .<IngestOutcome>map(IngestOutcome.Stored::new)
            .orElseGet(() -> finish(claim, new IngestOutcome.AlreadyKnown()));
    catchUpWith(usable.evidence(), drop);
    return outcome;
  }

  /** A release that comes late makes an event of which the files of prices may be there already. */
  private void catchUpWith(Evidence evidence, Drop drop) {
    if (evidence.id().prefix() == EvidenceId.Prefix.RELEASE) {
      readings.catchUp(evidence.ticker(), drop.at());
    }
  }

  private IngestOutcome setProfile(ObjectNotice notice, Claim claim, Drop drop, Sha256 original) {
    IssuerProfile profile = IssuerProfile.read(drop.bytes());
    if (profile instanceof IssuerProfile.Refused refused) {
      return reject(
          notice, claim, drop.rejected(RejectionReason.MALFORMED, refused.message(), original));
    }
    Issuer issuer = ((IssuerProfile.Described) profile).issuer();
    if (!issuer.ticker().equals(drop.key().ticker())) {
      return reject(
          notice,
          claim,
          drop.rejected(
              RejectionReason.WRONG_ISSUER,
              "The profile's ticker is not the ticker of its folder.",
              original));
    }
    Lookup standing = ledger.issuer(issuer.ticker());
    long version =
        standing instanceof Lookup.Found found
                && found.entry() instanceof LedgerEntry.IssuerEntry entry
            ? entry.version()
            : 0;
    Change change =
        new Change.SetIssuer(Payload.of(CanonicalJson.bytes(IssuerJson.toJson(issuer))), version);
    AppendOutcome outcome = ledger.append(Append.of(Book.of(issuer.ticker()), notice.at(), change));
    if (outcome instanceof AppendOutcome.VersionConflict) {
      throw new TryAgain("lost a race for the profile of " + issuer.ticker());
    }
    parked.takeUpAll(issuer, notice);
    return finish(claim, new IngestOutcome.ProfileSet(issuer.ticker()));
  }

  /**
   * @throws CorruptStored if there is a profile that cannot be used: documents are not to be parked
   *     for want of one
   */
  private Optional<Issuer> issuer(Ticker ticker) {
    Lookup lookup = ledger.issuer(ticker);
    if (lookup instanceof Lookup.Corrupt corrupt) {
      throw new CorruptStored(corrupt.entry());
    }
    return lookup instanceof Lookup.Found found
        ? Optional.of(
            IssuerJson.fromJson(CanonicalJson.parse(found.entry().stored().payload().bytes())))
        : Optional.empty();
  }

  private IngestOutcome reject(ObjectNotice notice, Claim claim, Rejection rejection) {
    SortKey.RejectedDrop key =
        new SortKey.RejectedDrop(ObjectNotice.day(notice.at()), notice.digest());
    AppendOutcome outcome =
        ledger.append(
            Append.of(notice.book(), notice.at(), NewEntry.rejected(key, rejection))
                .completing(claim));
    return settled(outcome, claim, new IngestOutcome.Rejected(rejection.reason()));
  }

  private IngestOutcome settled(AppendOutcome outcome, Claim claim, IngestOutcome done) {
    if (outcome instanceof AppendOutcome.Appended) {
      return done;
    }
    if (outcome instanceof AppendOutcome.AlreadyThere) {
      return finish(claim, done);
    }
    throw new TryAgain("lost a race for " + claim.delivery().stateKey());
  }

  private IngestOutcome finish(Claim claim, IngestOutcome done) {
    if (!ledger.finish(claim)) {
      throw new TryAgain("another invocation took over " + claim.delivery().stateKey());
    }
    return done;
  }
}

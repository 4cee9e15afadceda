package dev.afterbell.flow;

import dev.afterbell.evidence.ArticleReader;
import dev.afterbell.evidence.CallTranscripts;
import dev.afterbell.evidence.EntityMatch;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.EvidenceNaming;
import dev.afterbell.evidence.Extraction;
import dev.afterbell.evidence.ExtractionContext;
import dev.afterbell.evidence.FilingExtractor;
import dev.afterbell.evidence.Issuer;
import dev.afterbell.evidence.Provenance;
import dev.afterbell.filing.Article;
import dev.afterbell.filing.Envelope;
import dev.afterbell.filing.Filing;
import dev.afterbell.filing.FilingFormat;
import dev.afterbell.filing.FilingReader;
import dev.afterbell.filing.JsonArticle;
import dev.afterbell.filing.Reading;
import dev.afterbell.ledger.RejectionReason;
import dev.afterbell.market.Calendars;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Turns a dropped document into evidence, or says in a sentence why it cannot. Pure: the same drop
 * gives the same result.
 */
final class DocumentIntake {

  /** What came of a drop. */
  sealed interface Result permits Usable, Unusable {}

  /**
   * Evidence, under the first id of its name.
   *
   * @param canonicalText what its spans are quoted from, as text
   */
  record Usable(Evidence evidence, String canonicalText) implements Result {}

  /** No evidence. */
  record Unusable(RejectionReason reason, String message) implements Result {}

  /** Days of ids and keys are written with four digits of the year, in every zone. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9998-12-31T00:00:00Z");

  private final FilingReader reader = new FilingReader();
  private final PriceIntake prices;

  /** Without late announcements of the exchanges. */
  DocumentIntake() {
    this(Calendars.SHIPPED);
  }

  /**
   * An intake that knows when the exchanges closed.
   *
   * @param calendars tell which of a file's prices are closes
   */
  DocumentIntake(Calendars calendars) {
    this.prices = new PriceIntake(calendars);
  }

  /** Reads a drop for its issuer. */
  Result read(Drop drop, Issuer issuer) {
    return switch (drop.key().kind()) {
      case ARTICLE -> article(drop, issuer);
      case DOCUMENT, SIDE_CAR -> filing(drop, issuer);
      case PRICES -> prices.read(drop, issuer);
      case ESTIMATES -> EstimateIntake.read(drop, issuer);
      case EARNINGS -> EarningsIntake.read(drop, issuer);
      case ISSUER_PROFILE ->
          new Unusable(
              RejectionReason.UNSUPPORTED,
              "This kind of file is kept, but not read by this version.");
    };
  }

  private Result filing(Drop drop, Issuer issuer) {
    Reading reading = reader.read(drop.bytes());
    if (reading instanceof Reading.Unusable unusable) {
      return new Unusable(rejection(unusable.reason()), unusable.detail());
    }
    Filing filing = ((Reading.Read) reading).filing();
    if (!filing.readable()) {
      return new Unusable(
          RejectionReason.UNREADABLE,
          "The text layer of this document is garbled, so nothing can be read from it. Drop the HTML or the EDGAR submission instead.");
    }
    Optional<Instant> said;
    try {
      said = drop.said("published").map(DocumentIntake::instant);
    } catch (DateTimeException e) {
      return new Unusable(
          RejectionReason.MALFORMED,
          "The metadata 'published' must be an instant with an offset, as 2026-05-06T07:00:00-04:00.");
    }
    Extraction extraction = FilingExtractor.extract(filing, context(drop, issuer, said));
    Optional<Instant> published = extraction.document().published();
    if (published.isEmpty()) {
      return new Unusable(
          RejectionReason.NO_PUBLICATION_TIME,
          "Neither the document nor its metadata says when it was published. Drop it again with the metadata 'published', or with a side-car <file>.meta.json that gives it.");
    }
    EntityMatch match = EntityMatch.of(issuer, extraction.document(), filing.canonicalText());
    if (match == EntityMatch.CONFLICT) {
      return new Unusable(
          RejectionReason.WRONG_ISSUER,
          "The submission was filed under another CIK than the issuer's. Check the folder, or the CIK in issuer.json.");
    }
    EvidenceNaming naming =
        CallTranscripts.is(filing)
            ? EvidenceNaming.ofCall(issuer, published.get())
            : EvidenceNaming.ofFiling(extraction, issuer, published.get());
    boolean original =
        filing.format() == FilingFormat.SGML
            && filing.envelope().flatMap(Envelope::accession).isPresent();
    Provenance provenance =
        new Provenance(
            custody(original, drop),
            Optional.empty(),
            drop.said("source-url"),
            drop.objectKey(),
            drop.at());
    Evidence evidence =
        new Evidence(
            naming.id(),
            issuer.ticker(),
            naming.sourceClass(),
            provenance,
            match == EntityMatch.MATCHED,
            extraction,
            Optional.empty());
    return new Usable(evidence, filing.canonicalText());
  }

  private static ExtractionContext context(Drop drop, Issuer issuer, Optional<Instant> published) {
    return new ExtractionContext(
        drop.said("form"),
        published,
        drop.said("source-url"),
        drop.said("title"),
        Optional.of(issuer.venue().zone()),
        Optional.of(issuer.fiscalYearEnd()),
        issuer.reportingCurrency());
  }

  private Result article(Drop drop, Issuer issuer) {
    JsonArticle.Outcome outcome = JsonArticle.read(drop.bytes());
    if (outcome instanceof JsonArticle.Outcome.Unusable unusable) {
      return new Unusable(RejectionReason.MALFORMED, unusable.detail());
    }
    JsonArticle.Outcome.Read read = (JsonArticle.Outcome.Read) outcome;
    Article article = read.article();
    if (article.published().isEmpty()) {
      return new Unusable(
          RejectionReason.NO_PUBLICATION_TIME,
          "The article does not say when it was published. Add \"published\" as an instant with an offset.");
    }
    try {
      plausible(article.published().get());
    } catch (DateTimeException e) {
      return new Unusable(
          RejectionReason.MALFORMED, "The article's \"published\" is in no plausible year.");
    }
    Extraction extraction =
        ArticleReader.extract(
            article,
            read.filing(),
            context(drop, issuer, article.published()),
            text -> EntityMatch.names(issuer, text));
    EvidenceNaming naming =
        EvidenceNaming.ofArticle(
            EvidenceNaming.publisherClass(article.publisherKind()),
            issuer,
            article.published().get());
    boolean matched =
        article.tickers().contains(issuer.ticker().symbol())
            || EntityMatch.of(issuer, extraction.document(), read.filing().canonicalText())
                == EntityMatch.MATCHED;
    Provenance.Custody custody =
        article.url().isPresent() ? Provenance.Custody.ADDRESSED : Provenance.Custody.PASTED;
    Provenance provenance =
        new Provenance(custody, article.publisher(), article.url(), drop.objectKey(), drop.at());
    Evidence evidence =
        new Evidence(
            naming.id(),
            issuer.ticker(),
            naming.sourceClass(),
            provenance,
            matched,
            extraction,
            Optional.empty());
    return new Usable(evidence, read.filing().canonicalText());
  }

  /**
   * @throws DateTimeException if it is no instant, or in no year that has four digits
   */
  private static Instant instant(String text) {
    return plausible(OffsetDateTime.parse(text).toInstant());
  }

  private static Instant plausible(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new DateTimeException("Not in a year from 1900 to 9998");
    }
    return instant;
  }

  private static Provenance.Custody custody(boolean original, Drop drop) {
    if (original) {
      return Provenance.Custody.SELF_IDENTIFYING;
    }
    return drop.custody();
  }

  private static RejectionReason rejection(Reading.Reason reason) {
    return switch (reason) {
      case EMPTY -> RejectionReason.EMPTY;
      case TOO_LARGE -> RejectionReason.TOO_LARGE;
      case UNSUPPORTED -> RejectionReason.UNSUPPORTED;
      case TRUNCATED -> RejectionReason.TRUNCATED;
    };
  }

  /** Reads stored bytes again, to show passages in their place. */
  Optional<Filing> reread(String objectKey, byte[] bytes) {
    boolean article =
        DropKey.parse(objectKey).map(k -> k.kind() == DropKey.Kind.ARTICLE).orElse(false);
    if (article) {
      return JsonArticle.read(bytes) instanceof JsonArticle.Outcome.Read read
          ? Optional.of(read.filing())
          : Optional.empty();
    }
    return reader.read(bytes) instanceof Reading.Read read
        ? Optional.of(read.filing())
        : Optional.empty();
  }
}

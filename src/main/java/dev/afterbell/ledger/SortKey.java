package dev.afterbell.ledger;

import dev.afterbell.evidence.EvidenceId;
import dev.afterbell.evidence.Ticker;
import dev.afterbell.filing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The place of an entry in its book. Dated keys start with the day the thing happened, so that a
 * range of days is a range of keys; undated ones start with {@code @} and sort after every day.
 *
 * <p>{@link #toString} and {@link #parse} are inverse to each other.
 */
public sealed interface SortKey {

  /** What stands there. */
  EntryKind kind();

  /** {@code @ISSUER}: the profile as it stands. */
  record IssuerNow() implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.ISSUER;
    }

    @Override
    public String toString() {
      return "@ISSUER";
    }
  }

  /** {@code @CHAIN}: the head of the hash chain. */
  record Chain() implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.CHAIN;
    }

    @Override
    public String toString() {
      return "@CHAIN";
    }
  }

  /**
   * {@code @DELIVERY#<hash>}: the state of one dropped object.
   *
   * @param objectKeyDigest of the object's decoded key in UTF-8
   */
  record DeliveryOf(Sha256 objectKeyDigest) implements SortKey {

    /** The place for an object key. */
    public static DeliveryOf objectKey(String key) {
      return new DeliveryOf(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public EntryKind kind() {
      return EntryKind.DELIVERY;
    }

    @Override
    public String toString() {
      return "@DELIVERY#" + objectKeyDigest;
    }
  }

  /**
   * {@code @DOCUMENT#<hash>}: which evidence entry holds a document.
   *
   * @param digest of the document's bytes
   */
  record DocumentOf(Sha256 digest) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.DOCUMENT;
    }

    @Override
    public String toString() {
      return "@DOCUMENT#" + digest;
    }
  }

  /**
   * {@code @EVENT#<day>}: that there is an event on that day.
   *
   * @param date of the event
   */
  record EventDay(LocalDate date) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.EVENT_DAY;
    }

    @Override
    public String toString() {
      return "@EVENT#" + date;
    }
  }

  /**
   * {@code @MEMBER#<ticker>}: an issuer in the list of issuers.
   *
   * @param ticker of the issuer
   */
  record Member(Ticker ticker) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.MEMBER;
    }

    @Override
    public String toString() {
      return "@MEMBER#" + ticker;
    }
  }

  /**
   * {@code <day>#EVENT}: an event as it stands.
   *
   * @param date of the event
   */
  record EventNow(LocalDate date) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.EVENT;
    }

    @Override
    public String toString() {
      return date + "#EVENT";
    }
  }

  /**
   * {@code <day>#EVENT#v<n>}: one version of an event.
   *
   * @param date of the event
   * @param version from 1
   */
  record EventVersion(LocalDate date, long version) implements SortKey {
    public EventVersion {
      requireVersion(version);
    }

    @Override
    public EntryKind kind() {
      return EntryKind.VERSION;
    }

    @Override
    public String toString() {
      return date + "#EVENT#v" + version;
    }
  }

  /**
   * {@code <day>#ISSUER#v<n>}: one version of a profile.
   *
   * @param date on which it was recorded, in UTC
   * @param version from 1
   */
  record IssuerVersion(LocalDate date, long version) implements SortKey {
    public IssuerVersion {
      requireVersion(version);
    }

    @Override
    public EntryKind kind() {
      return EntryKind.VERSION;
    }

    @Override
    public String toString() {
      return date + "#ISSUER#v" + version;
    }
  }

  /**
   * {@code <day>#EVIDENCE#<id>}: the evidence of one document, on the day of its id.
   *
   * @param id its name
   */
  record EvidenceOf(EvidenceId id) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.EVIDENCE;
    }

    @Override
    public String toString() {
      return id.date() + "#EVIDENCE#" + id;
    }
  }

  /**
   * {@code <day>#SCORE#<as of>#m<n>}: a score card.
   *
   * @param date of the event
   * @param asOf instant up to which evidence counts, with the offset of the event's venue, in whole
   *     seconds
   * @param method version of the method, from 1
   */
  record ScoreAt(LocalDate date, OffsetDateTime asOf, int method) implements SortKey {
    public ScoreAt {
      requireVersion(method);
      requireWholeSecond(asOf);
    }

    @Override
    public EntryKind kind() {
      return EntryKind.SCORE;
    }

    @Override
    public String toString() {
      return date + "#SCORE#" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf) + "#m" + method;
    }
  }

  /**
   * {@code <day>#SEARCH#<as of>}: what outside sources were asked.
   *
   * @param date of the event
   * @param asOf instant up to which was searched, with the offset of the schedule, in whole seconds
   */
  record SearchAt(LocalDate date, OffsetDateTime asOf) implements SortKey {
    public SearchAt {
      requireWholeSecond(asOf);
    }

    @Override
    public EntryKind kind() {
      return EntryKind.SEARCH;
    }

    @Override
    public String toString() {
      return date + "#SEARCH#" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf);
    }
  }

  /**
   * {@code <day>#COMMENTARY#<hash>}: a model's text.
   *
   * @param date of the event
   * @param inputDigest of all that the text was made from
   */
  record CommentaryOn(LocalDate date, Sha256 inputDigest) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.COMMENTARY;
    }

    @Override
    public String toString() {
      return date + "#COMMENTARY#" + inputDigest;
    }
  }

  /**
   * {@code <day>#REJECTED#<hash>}: a drop that could not be used.
   *
   * @param date on which it was dropped, in UTC
   * @param digest of its object key and sequencer, so that the same drop is rejected once
   */
  record RejectedDrop(LocalDate date, Sha256 digest) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.REJECTED;
    }

    @Override
    public String toString() {
      return date + "#REJECTED#" + digest;
    }
  }

  /**
   * {@code <day>#REMOVAL#<hash>}: a dropped object was removed.
   *
   * @param date of the removal, in UTC
   * @param digest of its object key and sequencer, so that the same removal is recorded once
   */
  record RemovedDrop(LocalDate date, Sha256 digest) implements SortKey {
    @Override
    public EntryKind kind() {
      return EntryKind.REMOVAL;
    }

    @Override
    public String toString() {
      return date + "#REMOVAL#" + digest;
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException for any other text
   */
  static SortKey parse(String text) {
    SortKey key;
    try {
      key = text.startsWith("@") ? parseUndated(text) : parseDated(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("Not a sort key: " + text, e);
    }
    if (!key.toString().equals(text)) {
      throw new IllegalArgumentException("Not the canonical form of a sort key: " + text);
    }
    return key;
  }

  private static SortKey parseUndated(String text) {
    String[] parts = text.split("#", 2);
    if (parts.length == 1) {
      return switch (parts[0]) {
        case "@ISSUER" -> new IssuerNow();
        case "@CHAIN" -> new Chain();
        default -> throw new IllegalArgumentException("Not a sort key: " + text);
      };
    }
    return switch (parts[0]) {
      case "@DELIVERY" -> new DeliveryOf(new Sha256(parts[1]));
      case "@DOCUMENT" -> new DocumentOf(new Sha256(parts[1]));
      case "@EVENT" -> new EventDay(LocalDate.parse(parts[1]));
      case "@MEMBER" -> new Member(new Ticker(parts[1]));
      default -> throw new IllegalArgumentException("Not a sort key: " + text);
    };
  }

  private static SortKey parseDated(String text) {
    String[] parts = text.split("#", -1);
    LocalDate date = LocalDate.parse(parts[0]);
    String kind = parts.length > 1 ? parts[1] : "";
    return switch (kind + "/" + parts.length) {
      case "EVENT/2" -> new EventNow(date);
      case "EVENT/3" -> new EventVersion(date, numberAfter("v", parts[2]));
      case "ISSUER/3" -> new IssuerVersion(date, numberAfter("v", parts[2]));
      case "EVIDENCE/3" -> new EvidenceOf(EvidenceId.parse(parts[2]));
      case "SCORE/4" ->
          new ScoreAt(
              date, OffsetDateTime.parse(parts[2]), Math.toIntExact(numberAfter("m", parts[3])));
      case "SEARCH/3" -> new SearchAt(date, OffsetDateTime.parse(parts[2]));
      case "COMMENTARY/3" -> new CommentaryOn(date, new Sha256(parts[2]));
      case "REJECTED/3" -> new RejectedDrop(date, new Sha256(parts[2]));
      case "REMOVAL/3" -> new RemovedDrop(date, new Sha256(parts[2]));
      default -> throw new IllegalArgumentException("Not a sort key: " + text);
    };
  }

  private static long numberAfter(String letter, String text) {
    if (!text.startsWith(letter)) {
      throw new IllegalArgumentException("Expected " + letter + " and a number: " + text);
    }
    return Long.parseLong(text.substring(letter.length()));
  }

  private static void requireWholeSecond(OffsetDateTime asOf) {
    if (asOf.getNano() != 0) {
      throw new IllegalArgumentException("A key is as of a whole second: " + asOf);
    }
  }

  private static void requireVersion(long version) {
    if (version < 1) {
      throw new IllegalArgumentException("Versions count from 1: " + version);
    }
  }
}

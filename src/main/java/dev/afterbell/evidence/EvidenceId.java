package dev.afterbell.evidence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a snapshot cites a piece of evidence: {@code PREFIX-yyyy-MM-dd[-TAG][-N]}.
 *
 * @param prefix what kind of thing it is
 * @param date publication date in the time zone of the issuer's main market
 * @param tag counterparty or topic, one to eight letters or digits starting with a letter
 * @param copy 1 for the first item of that name, 2 for the next and so on; shown from 2 up
 */
public record EvidenceId(Prefix prefix, LocalDate date, Optional<String> tag, int copy)
    implements Comparable<EvidenceId> {

  private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{0,7}");
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Z0-9]+)-(\\d{4}-\\d{2}-\\d{2})(?:-([A-Z][A-Z0-9]{0,7}))?(?:-([1-9]\\d{0,3}))?");

  /** Kinds of evidence, by the prefix of their id. */
  public enum Prefix {
    FORM_8K("8K"),
    FORM_6K("6K"),
    FORM_10Q("10Q"),
    FORM_10K("10K"),
    FORM_20F("20F"),
    HKEX("HKEX"),
    RELEASE("PR"),
    CALL("CALL"),
    PRICE("PX"),
    ESTIMATE("EST"),
    NEWS("NEWS"),
    PEER("PEER"),
    DOCUMENT("DOC");

    private final String text;

    Prefix(String text) {
      this.text = text;
    }

    /** As written in an id. */
    public String text() {
      return text;
    }

    /** Whether the issuer's report of its results may go by this prefix. */
    public boolean mayBeResults() {
      return switch (this) {
        case FORM_8K, FORM_6K, FORM_10Q, FORM_10K, FORM_20F, HKEX, RELEASE, DOCUMENT -> true;
        case CALL, PRICE, ESTIMATE, NEWS, PEER -> false;
      };
    }

    static Prefix parse(String text) {
      return Arrays.stream(values())
          .filter(p -> p.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("Unknown evidence prefix: " + text));
    }
  }

  /**
   * @throws IllegalArgumentException if the tag is malformed or the copy is below 1
   */
  public EvidenceId {
    if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
      throw new IllegalArgumentException(
          "A tag is 1 to 8 of A-Z and 0-9, a letter first: " + tag.get());
    }
    if (copy < 1 || copy > 9999) {
      throw new IllegalArgumentException("Copies count from 1 to 9999: " + copy);
    }
  }

  /** The first item of that name. */
  public static EvidenceId of(Prefix prefix, LocalDate date, Optional<String> tag) {
    return new EvidenceId(prefix, date, tag, 1);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static EvidenceId parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("Not an evidence id (PREFIX-yyyy-MM-dd[-TAG][-N])");
    }
    int copy = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
    return new EvidenceId(
        Prefix.parse(m.group(1)),
        LocalDate.parse(m.group(2)),
        Optional.ofNullable(m.group(3)),
        copy);
  }

  /** The same name with another copy number. */
  public EvidenceId withCopy(int number) {
    return new EvidenceId(prefix, date, tag, number);
  }

  @Override
  public int compareTo(EvidenceId other) {
    int byDate = date.compareTo(other.date);
    return byDate != 0 ? byDate : toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return prefix.text
        + "-"
        + date
        + tag.map(t -> "-" + t).orElse("")
        + (copy == 1 ? "" : "-" + copy);
  }
}

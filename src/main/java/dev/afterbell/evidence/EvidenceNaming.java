package dev.afterbell.evidence;

import dev.afterbell.evidence.EvidenceId.Prefix;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who stands behind a document and under which id it is cited.
 *
 * <p>A results release is the issuer's own word, on a wire or furnished as an exhibit of a 6-K or
 * 8-K: {@code PR}. Any other submission is a filing under its form. A document about an agreement
 * is tagged with its counterparty, so that two filings of one day can be told apart.
 *
 * @param sourceClass who stands behind it
 * @param id its name, as the first of that name
 */
public record EvidenceNaming(SourceClass sourceClass, EvidenceId id) {

  private static final int TAG_MAX = 8;
  private static final int CONSONANTS_MAX = 4;

  /** Tag of a contract whose counterparty's name gives none. */
  private static final String NAMELESS = "DEAL";

  private static final Pattern LEADING_WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /**
   * Names a document of the issuer's.
   *
   * @param published when it came out; its day in the event venue's zone dates the id
   */
  public static EvidenceNaming ofFiling(Extraction extraction, Issuer issuer, Instant published) {
    DocumentSummary document = extraction.document();
    LocalDate day = published.atZone(issuer.venue().zone()).toLocalDate();
    Optional<String> tag = tag(extraction, issuer);
    Prefix form = formPrefix(document.form());
    boolean current = form == Prefix.FORM_6K || form == Prefix.FORM_8K || form == Prefix.RELEASE;
    if (document.kind() == DocumentSummary.Kind.RESULTS && current) {
      return new EvidenceNaming(
          SourceClass.ISSUER_RELEASE, EvidenceId.of(Prefix.RELEASE, day, Optional.empty()));
    }
    SourceClass source =
        form == Prefix.RELEASE ? SourceClass.ISSUER_RELEASE : SourceClass.REGULATOR_FILING;
    return new EvidenceNaming(source, EvidenceId.of(form, day, tag));
  }

  /** Names the transcript of a call, which is the issuer's own word. */
  public static EvidenceNaming ofCall(Issuer issuer, Instant published) {
    LocalDate day = published.atZone(issuer.venue().zone()).toLocalDate();
    return new EvidenceNaming(
        SourceClass.ISSUER_RELEASE, EvidenceId.of(Prefix.CALL, day, Optional.empty()));
  }

  /** Names an article of a third party. */
  public static EvidenceNaming ofArticle(SourceClass source, Issuer issuer, Instant published) {
    LocalDate day = published.atZone(issuer.venue().zone()).toLocalDate();
    return new EvidenceNaming(source, EvidenceId.of(Prefix.NEWS, day, Optional.empty()));
  }

  private static Prefix formPrefix(Optional<String> form) {
    String name = form.map(f -> f.toUpperCase(Locale.ROOT)).orElse("");
    if (name.startsWith("6-K")) {
      return Prefix.FORM_6K;
    }
    if (name.startsWith("8-K")) {
      return Prefix.FORM_8K;
    }
    if (name.startsWith("10-Q")) {
      return Prefix.FORM_10Q;
    }
    if (name.startsWith("10-K")) {
      return Prefix.FORM_10K;
    }
    if (name.startsWith("20-F") || name.startsWith("40-F")) {
      return Prefix.FORM_20F;
    }
    return name.startsWith("HKEX") ? Prefix.HKEX : Prefix.RELEASE;
  }

  private static Optional<String> tag(Extraction extraction, Issuer issuer) {
    Optional<String> counterparty =
        extraction.events().stream()
            .filter(DocumentEvent.ContractEvent.class::isInstance)
            .flatMap(e -> ((DocumentEvent.ContractEvent) e).counterparty().stream())
            .findFirst();
    if (counterparty.isPresent()) {
      return counterparty.flatMap(
          c -> profileTag(c, issuer).or(() -> derivedTag(c)).or(() -> Optional.of(NAMELESS)));
    }
    return switch (extraction.document().kind()) {
      case NOTICE -> Optional.of("NOTICE");
      case CONTRACT -> Optional.of(NAMELESS);
      default -> Optional.empty();
    };
  }

  private static Optional<String> profileTag(String counterparty, Issuer issuer) {
    return issuer.relatedParties().stream()
        .filter(
            p ->
                counterparty.regionMatches(true, 0, p.name(), 0, p.name().length())
                    || p.aliases().stream().anyMatch(counterparty::equalsIgnoreCase))
        .flatMap(p -> p.tag().stream())
        .findFirst();
  }

  /**
   * A tag from a name: its leading word if that is an acronym, else that word's consonants, at most
   * four. Accents are folded away; another script or a leading digit gives no tag.
   */
  static Optional<String> derivedTag(String name) {
    Matcher word = LEADING_WORD.matcher(name);
    if (!word.find()) {
      return Optional.empty();
    }
    String lead = word.group();
    boolean acronym =
        lead.length() > 1
            && lead.equals(lead.toUpperCase(Locale.ROOT))
            && lead.chars().anyMatch(Character::isUpperCase);
    String letters =
        Normalizer.normalize(lead, Normalizer.Form.NFD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", "");
    String consonants = letters.replaceAll("[AEIOU]", "");
    String tag =
        acronym || consonants.isEmpty()
            ? letters
            : consonants.substring(0, Math.min(CONSONANTS_MAX, consonants.length()));
    String cut = tag.substring(0, Math.min(TAG_MAX, tag.length()));
    return cut.isEmpty() || Character.isDigit(cut.charAt(0)) ? Optional.empty() : Optional.of(cut);
  }

  /** The class of a publisher of that kind, in the words of {@code article.json}. */
  public static SourceClass publisherClass(Optional<String> kind) {
    return switch (kind.map(k -> k.toLowerCase(Locale.ROOT)).orElse("unknown")) {
      case "named-news" -> SourceClass.NAMED_NEWS;
      case "aggregator" -> SourceClass.AGGREGATOR;
      case "social" -> SourceClass.SOCIAL;
      default -> SourceClass.UNKNOWN;
    };
  }
}

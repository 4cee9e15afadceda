package dev.afterbell.evidence;

import dev.afterbell.filing.Cik;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a document is about the issuer in whose folder it was dropped. */
public enum EntityMatch {
  /** By CIK, or by name or symbol where the document gives no CIK. */
  MATCHED,
  /** The document gives the CIK of another filer. */
  CONFLICT,
  /** Nothing in it names the issuer. */
  UNKNOWN;

  /** How far into a text a document says whom it is about, in characters. */
  private static final int LEAD_CHARS = 6_000;

  private static final List<String> LEGAL_FORMS =
      List.of(
          "limited",
          "ltd",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "company",
          "co",
          "plc",
          "holdings",
          "holding",
          "group",
          "sa",
          "nv",
          "ag",
          "se",
          "llc",
          "lp");

  /**
   * Compares a document with a profile.
   *
   * @param text what a reader sees of the document
   */
  public static EntityMatch of(Issuer issuer, DocumentSummary document, String text) {
    Optional<Cik> theirs = document.cik();
    if (theirs.isPresent() && issuer.cik().isPresent()) {
      return theirs.equals(issuer.cik()) ? MATCHED : CONFLICT;
    }
    String lead =
        " "
            + words(
                document.issuerName().orElse("")
                    + " "
                    + document.title().orElse("")
                    + " "
                    + text.substring(0, Math.min(LEAD_CHARS, text.length())))
            + " ";
    boolean named =
        Stream.of(issuer.name(), issuer.displayName())
            .map(EntityMatch::core)
            .filter(n -> !n.isEmpty())
            .anyMatch(n -> lead.contains(" " + n + " "));
    return named || symbol(issuer, text) ? MATCHED : UNKNOWN;
  }

  /** Whether {@code text} has the issuer's name, in full or short, without its legal form. */
  public static boolean names(Issuer issuer, String text) {
    String words = " " + words(text) + " ";
    return Stream.of(issuer.name(), issuer.displayName())
        .map(EntityMatch::core)
        .anyMatch(n -> !n.isEmpty() && words.contains(" " + n + " "));
  }

  /**
   * A symbol counts only beside its market, as in {@code (NASDAQ: ABCD)}: as a word it may mean
   * anything.
   */
  private static boolean symbol(Issuer issuer, String text) {
    String lead = text.substring(0, Math.min(LEAD_CHARS, text.length())).toUpperCase(Locale.ROOT);
    return issuer.listings().stream()
        .anyMatch(
            l ->
                lead.contains(": " + l.symbol() + ")")
                    || lead.contains(":" + l.symbol() + ")")
                    || lead.contains(": " + l.symbol() + " "));
  }

  /** The name without legal forms at its end. */
  private static String core(String name) {
    List<String> parts = new java.util.ArrayList<>(List.of(words(name).split(" ")));
    while (parts.size() > 1 && LEGAL_FORMS.contains(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    return String.join(" ", parts);
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}

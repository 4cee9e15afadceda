package dev.afterbell.snapshot;

import dev.afterbell.evidence.DocumentSummary.PublishedFrom;
import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.SourceClass;
import dev.afterbell.market.EventClock;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Small pieces of English that several sentences share. */
final class Words {

  private Words() {}

  /** Words without figures. */
  static Statement plain(String words) {
    return Statement.compose().say(words).done();
  }

  /** {@code a}, {@code a and b}, {@code a, b, and c}. */
  static Statement list(List<Statement> parts) {
    Statement.Composer all = Statement.compose();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        boolean last = i == parts.size() - 1;
        all.say(!last ? ", " : parts.size() == 2 ? " and " : ", and ");
      }
      all.part(parts.get(i));
    }
    return all.done();
  }

  /** The same for words. */
  static String listed(List<String> words) {
    return list(words.stream().map(Words::plain).collect(Collectors.toList())).text();
  }

  /** What a reader calls a document of that source. */
  static String documentNoun(Evidence evidence) {
    return switch (evidence.id().prefix()) {
      case RELEASE -> "company release";
      case CALL -> "earnings call";
      case HKEX -> "exchange notice";
      case DOCUMENT -> "document";
      case NEWS, PEER, PRICE, ESTIMATE -> sourceNoun(evidence.sourceClass());
      default -> evidence.extraction().document().form().orElse(evidence.id().prefix().text());
    };
  }

  /** Where the time of a release is known from. */
  static String knownFrom(PublishedFrom origin) {
    return switch (origin) {
      case SGML_HEADER -> "SGML header of the submission";
      case METADATA -> "metadata given with the document";
      case DATELINE -> "dateline of the document, to the day";
    };
  }

  /** What is to be said of days counted in a calendar that its venue has not confirmed yet. */
  static String standing(EventClock clock) {
    return clock.provisional()
        ? " (provisional: "
            + clock.venue().mic()
            + " has not confirmed its calendar of "
            + clock.t3().date().getYear()
            + " yet)"
        : "";
  }

  /** What a reader calls a third party's text. */
  static String sourceNoun(SourceClass source) {
    return switch (source) {
      case NAMED_NEWS -> "news report";
      case AGGREGATOR -> "secondary market-data article";
      case SOCIAL -> "social-media post";
      case UNKNOWN -> "text of an unknown publisher";
      default -> "document";
    };
  }

  /** {@code cloud services} as it stands before a noun: {@code cloud-service}. */
  static String attributive(String subject) {
    String[] words = subject.strip().split("\\s+");
    String last = words[words.length - 1];
    boolean plural = last.length() > 3 && last.endsWith("s") && !last.endsWith("ss");
    words[words.length - 1] = plural ? last.substring(0, last.length() - 1) : last;
    return String.join("-", words);
  }

  /** {@code an} before a number that is spoken with a vowel first (8, 11, 18, 80 to 89). */
  static String articleOf(BigDecimal number) {
    String whole = number.abs().toBigInteger().toString();
    boolean vowel =
        whole.equals("11") || whole.equals("18") || (whole.startsWith("8") && whole.length() <= 3);
    return vowel ? "an " : "a ";
  }

  /** {@code an} before a vowel, else {@code a}. */
  static String article(String next) {
    return "aeiou".indexOf(next.isEmpty() ? ' ' : Character.toLowerCase(next.charAt(0))) >= 0
        ? "an "
        : "a ";
  }
}

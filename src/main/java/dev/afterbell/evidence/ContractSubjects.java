package dev.afterbell.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agreement, a ceiling or a term is about, in a few lower-case words. */
final class ContractSubjects {

  /** Longest subject, in words. */
  private static final int WORDS_MAX = 7;

  /** "Hardware Procurement Agreement", "Master Services Agreement", "Concession". */
  static final Pattern AGREEMENT =
      Pattern.compile(
          "(?:[A-Z][\\p{L}\\p{N}&/\\-]*\\s+){1,6}(?:Agreement|Contract|Lease|License|Licence|Concession)\\b");

  private static final Pattern KIND =
      Pattern.compile(
          "(?i)\\s*\\b(?:(?:first|second|third|fourth|fifth|further|framework|supplemental|amended and restated|amended|restated|renewed|new|existing|original|current)\\s+)*"
              + "(?:framework\\s+)?(?:agreement|contract)$");

  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)^(?:the|its|our|such|each|all|provision of|supply of|purchases? of|sales? of|total|aggregate|amended and restated)\\s+");

  private static final Pattern TRAILING =
      Pattern.compile(
          "(?i)\\s+(?:fees?|charges|payments?|amounts?|transactions?|payable|category)$");

  private ContractSubjects() {}

  /** The business that an agreement's name names. */
  static Optional<String> ofAgreement(CharSequence text) {
    Matcher m = AGREEMENT.matcher(text);
    return m.find() ? clean(m.group()) : Optional.empty();
  }

  /** The business of the last agreement named. */
  static Optional<String> ofLastAgreement(CharSequence text) {
    Matcher m = AGREEMENT.matcher(text);
    Optional<String> last = Optional.empty();
    while (m.find()) {
      last = clean(m.group()).or(() -> Optional.empty());
    }
    return last;
  }

  /** The words of a subject; nothing where they are too many or say nothing. */
  static Optional<String> clean(String words) {
    String subject = words.strip().replaceAll("[:.;,\\s]+$", "").replaceAll("\\s+", " ");
    String before;
    do {
      before = subject;
      subject = LEADING.matcher(subject).replaceFirst("");
      subject = KIND.matcher(subject).replaceFirst("");
      subject = TRAILING.matcher(subject).replaceFirst("").strip();
    } while (!subject.equals(before));
    boolean usable =
        !subject.isEmpty()
            && subject.split(" ").length <= WORDS_MAX
            && Character.isLetter(subject.charAt(0))
            && !subject.matches(
                "(?i)(?:annual |the )*(?:caps?|transactions?|supplemental|services|continuing connected transactions?)|under.*|and .*");
    return usable ? Optional.of(lower(subject)) : Optional.empty();
  }

  /** Lower case, but for words in capitals such as {@code API} or {@code IT}. */
  private static String lower(String words) {
    StringBuilder text = new StringBuilder();
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT)) && words.length() > 5;
    for (String word : words.split(" ")) {
      boolean capitals =
          !shouted && word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      boolean acronym = word.matches("[A-Z]{2,}(?:-.*)?");
      text.append(text.length() == 0 ? "" : " ")
          .append(capitals || (acronym && !shouted) ? word : word.toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}

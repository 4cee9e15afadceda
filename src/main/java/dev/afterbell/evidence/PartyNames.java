package dev.afterbell.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Company names, as documents write them and as they are compared. */
final class PartyNames {

  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?:,? +|^)(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\\.L\\.C|LLP|LP|L\\.P|PLC|S\\.A|SA|S\\.E|SE"
              + "|AG|GmbH|N\\.V|NV|B\\.V|BV|S\\.p\\.A|SpA|AB|ASA|Oyj|A/S|K\\.K|KK|Pte|Pty|Sdn|Bhd|Berhad|Holdings?|Group|Tbk)\\.?$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private PartyNames() {}

  /** The name without the words that say only what kind of company it is. */
  static String brief(String name) {
    String brief = name.strip().replaceAll(",$", "");
    String before;
    do {
      before = brief;
      String shorter = SUFFIX.matcher(brief).replaceFirst("").strip().replaceAll(",$", "");
      brief = shorter.isEmpty() ? brief : shorter;
    } while (!brief.equals(before));
    return brief;
  }

  /** The name for comparison: brief, lower case, letters and digits only, single spaces. */
  static String normal(String name) {
    StringBuilder normal = new StringBuilder();
    for (String word :
        brief(name).toLowerCase(Locale.ROOT).replaceAll("[’']", "").split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && !(normal.length() == 0 && ARTICLES.contains(word))) {
        normal.append(normal.length() == 0 ? "" : " ").append(word);
      }
    }
    return normal.toString();
  }
}

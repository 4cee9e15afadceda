package dev.afterbell.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a document calls its issuer: the name before an exchange symbol, and the short
 * names given to it there: {@code Northwind Holdings, Inc. (NYSE: NWH) ("Northwind" or the
 * "Company")}.
 *
 * @param words in lower case, those of the title among them
 * @param told whether the document gives the name and not only a title
 */
record OwnNames(Set<String> words, boolean told) {

  private static final Expression SYMBOL = ProseFacts.CUES.expression("exchange-symbol");
  private static final Pattern NAME = ProseFacts.CUES.get("name-before-symbol");
  private static final Pattern SHORT = ProseFacts.CUES.get("short-name");

  /** The paragraphs at the beginning that are looked at. */
  private static final int PARAGRAPHS_MAX = 30;

  /** How far behind the symbol a short name is given, in characters. */
  private static final int SHORT_CHARS_MAX = 120;

  OwnNames {
    words = Set.copyOf(words);
  }

  /** The names in {@code title} and in the first of {@code paragraphs}. */
  static OwnNames of(String title, List<Wording> paragraphs) {
    Set<String> words = new HashSet<>();
    add(title, words);
    boolean told = false;
    for (Wording paragraph : paragraphs.subList(0, Math.min(PARAGRAPHS_MAX, paragraphs.size()))) {
      if (paragraph.has(SYMBOL) && named(paragraph.text(), words)) {
        told = true;
        break;
      }
    }
    return new OwnNames(words, told);
  }

  /** The name before the first symbol of a paragraph; others are of partners. */
  private static boolean named(String text, Set<String> words) {
    Optional<Matcher> symbol = SYMBOL.first(text, 0);
    if (symbol.isEmpty()) {
      return false;
    }
    Matcher name = NAME.matcher(text.substring(0, symbol.get().start()));
    if (!name.find()) {
      return false;
    }
    add(name.group("name"), words);
    add(symbol.get().group(), words);
    int end = symbol.get().end();
    Matcher shorter =
        SHORT.matcher(text.substring(end, Math.min(text.length(), end + SHORT_CHARS_MAX)));
    while (shorter.find()) {
      add(shorter.group("name"), words);
    }
    return true;
  }

  private static void add(String name, Set<String> words) {
    for (String w : name.split("[^\\p{L}'&.]+")) {
      if (w.length() > 1 && Character.isUpperCase(w.charAt(0))) {
        words.add(w.toLowerCase(Locale.ROOT));
      }
    }
  }
}

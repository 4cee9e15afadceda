package dev.afterbell.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who brings a share of revenue, by the words of {@code revenue-share-cues.tsv}. */
final class ShareParties {

  private static final CuePatterns CUES = RevenueShareReader.CUES;

  /** Ways to speak of one party by what it is, in the order in which they are tried. */
  private static final List<Pattern> ROLES =
      List.of(word("one-of"), word("one"), word("lettered"), word("related"));

  private static final Pattern SEVERAL = word("several");
  private static final Pattern AFFILIATES = CUES.get("affiliates");
  private static final Pattern CALLED = CUES.get("called");
  private static final Pattern TRADE = endingIn("trade");
  private static final Pattern SOLD_TO = endingIn("sold-to");
  private static final Pattern ASIDE = CUES.get("aside");
  private static final Pattern TOLD = CUES.get("told");
  private static final Pattern NO_PARTY = CUES.get("no-party");
  private static final Pattern OTHER_PARTY = CUES.get("other-party");
  private static final Pattern JOINT = CUES.get("joint");
  private static final Pattern SOURCE = CUES.get("source");
  private static final Pattern NOT_NAMES = CUES.get("not-names");
  private static final Pattern COMPANY = CUES.get("company");

  private static final Pattern NAME =
      Pattern.compile(
          "\\b\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: (?:(?:of|and|&|de) )?\\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,5}"
              + "(?:, (?:Inc|Ltd|LLC|L\\.P|Corp|Co)\\b\\.?)?");

  private static final Map<String, Integer> COUNTS =
      Map.of(
          "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9,
          "ten", 10);

  /**
   * Who.
   *
   * @param name in the document's words
   * @param count 1, or how many are spoken of together
   * @param others names of those who stand before it in one list
   */
  record Party(String name, int count, List<String> others) {

    Party {
      others = List.copyOf(others);
    }
  }

  private record Found(String name, int from, int to, int count) {}

  private ShareParties() {}

  /**
   * The party that a clause is about, given the words up to its verb.
   *
   * @param sold whether the verb says what a party's revenue was, so that such revenue must be
   *     named
   * @param further whether the clause's subject may stand before another verb
   */
  static Optional<Party> subject(String words, boolean sold, boolean further) {
    return all(words).stream()
        .filter(p -> !NO_PARTY.matcher(words.substring(0, p.from())).find())
        .filter(p -> subject(words, p, sold, further))
        .findFirst()
        .map(p -> new Party(p.name(), p.count(), before(words, p)));
  }

  private static boolean subject(String words, Found p, boolean sold, boolean further) {
    String rest = words.substring(p.to());
    boolean traded = TRADE.matcher(words.substring(0, p.from())).find();
    if (ASIDE.matcher(rest).matches()) {
      return !sold || traded;
    }
    return further && traded && TOLD.matcher(rest).matches();
  }

  /** The party that a share came from, given the words after "of our revenue". */
  static Optional<Party> source(String words) {
    return all(words).stream()
        .filter(p -> SOURCE.matcher(words.substring(0, p.from())).find())
        .filter(p -> !JOINT.matcher(words.substring(p.to())).find())
        .findFirst()
        .map(p -> new Party(p.name(), p.count(), List.of()));
  }

  private static List<String> before(String words, Found last) {
    List<String> names = new ArrayList<>();
    int end = last.from();
    Matcher and = OTHER_PARTY.matcher(words.substring(0, end));
    while (and.find()) {
      int cut = and.start();
      Optional<Found> other = all(words).stream().filter(p -> p.to() == cut).findFirst();
      if (other.isEmpty()) {
        break;
      }
      names.add(0, other.get().name());
      end = other.get().from();
      and = OTHER_PARTY.matcher(words.substring(0, end));
    }
    return names;
  }

  /** Every party that {@code words} name, in order, each with those that belong to it. */
  private static List<Found> all(String words) {
    List<Found> found = new ArrayList<>();
    for (Pattern role : ROLES) {
      Matcher m = role.matcher(words);
      while (m.find()) {
        found.add(found(words, m.start(), m.end(), 1));
      }
    }
    Matcher several = SEVERAL.matcher(words);
    while (several.find()) {
      String count = several.group("count").toLowerCase(Locale.ROOT);
      found.add(found(words, several.start(), several.end(), COUNTS.getOrDefault(count, 2)));
    }
    named(words, found);
    found.sort(java.util.Comparator.comparingInt(Found::from).thenComparingInt(f -> -f.to()));
    return found;
  }

  private static void named(String words, List<Found> found) {
    Matcher m = NAME.matcher(words);
    while (m.find()) {
      String name = m.group();
      String before = words.substring(0, m.start());
      String after = words.substring(m.end());
      Matcher affiliates = AFFILIATES.matcher(after);
      Matcher called = CALLED.matcher(after);
      boolean company = COMPANY.matcher(name).find() || affiliates.lookingAt();
      boolean traded = TRADE.matcher(before).find() || before.endsWith(" to ");
      boolean known = called.lookingAt() || (company && traded) || SOLD_TO.matcher(before).find();
      if (known && !NOT_NAMES.matcher(name).find()) {
        found.add(found(words, m.start(), m.end(), 1));
      }
    }
  }

  private static Found found(String words, int from, int to, int count) {
    Matcher affiliates = AFFILIATES.matcher(words).region(to, words.length());
    int end = affiliates.lookingAt() ? affiliates.end() : to;
    return new Found(words.substring(from, end).strip(), from, end, count);
  }

  private static Pattern word(String cue) {
    Pattern pattern = CUES.get(cue);
    return Pattern.compile("(?<![\\w-])(?:" + pattern.pattern() + ")", pattern.flags());
  }

  private static Pattern endingIn(String cue) {
    Pattern pattern = CUES.get(cue);
    return Pattern.compile("(?:" + pattern.pattern() + ")$", pattern.flags());
  }
}

package dev.afterbell.evidence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In what currency and scale a table is written: {@code (in thousands, except per share data)},
 * {@code RMB in millions}, {@code US$'000}, {@code MSEK}, as {@code table-units.tsv} lists them.
 *
 * @param power power of ten of the amounts; absent where nothing says it
 * @param currency ISO 4217 code, or {@code $} or {@code ¥}
 * @param cents whether amounts for a share are in hundredths of it
 */
record TableUnits(Optional<Integer> power, Optional<String> currency, boolean cents) {

  static final TableUnits NONE = new TableUnits(Optional.empty(), Optional.empty(), false);

  /** Scale words written out, as {@code <W>} stands for them in the file. */
  private static final String WORDS = "(thousand|million|billion|crore|lakh|lac)s?";

  private record Named(String name, String regex) {}

  private record Power(Pattern word, int ten) {}

  private static final List<Named> CURRENCIES = lines("currency");

  /** Each currency in a group of its own; at one place, the first in the file. */
  private static final Starts CURRENCY =
      new Starts(
          Pattern.compile(
              CURRENCIES.stream().map(c -> "(" + c.regex() + ")").collect(joining("|"))));

  private static final Starts SCALE =
      new Starts(
          Pattern.compile(
              lines("scale").stream().map(s -> "(?:" + s.regex() + ")").collect(joining("|"))));

  /** Millions of rand; the same in capitals is another currency, and no scale. */
  private static final Pattern RAND_MILLION = Pattern.compile("(?<![A-Za-z])R['’]?m(?![A-Za-z])");

  private static final List<Power> POWERS =
      lines("word").stream()
          .map(w -> new Power(Pattern.compile(w.regex()), Integer.parseInt(w.name())))
          .toList();
  private static final List<Expression> CENTS =
      lines("cents").stream().map(c -> Expression.of(c.regex())).toList();

  /** What one text says, the leftmost first; each part only if the text says it. */
  static TableUnits read(Wording text) {
    return new TableUnits(
        power(text.text()), currency(text.text()), CENTS.stream().anyMatch(text::hasFolded));
  }

  private static Optional<Integer> power(String text) {
    if (text.indexOf('R') >= 0 && RAND_MILLION.matcher(text).find()) {
      return Optional.of(6);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    Starts.Search scale = SCALE.in(lower);
    return scale.next(0) < 0 ? Optional.empty() : Optional.of(powerOf(word(scale.found())));
  }

  private static String word(Matcher m) {
    for (int g = 1; g <= m.groupCount(); g++) {
      if (m.group(g) != null) {
        return m.group(g);
      }
    }
    throw new IllegalStateException("table-units.tsv: no scale word in " + m.pattern());
  }

  private static int powerOf(String word) {
    return POWERS.stream()
        .filter(p -> p.word().matcher(word).matches())
        .mapToInt(Power::ten)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("table-units.tsv has no power of " + word));
  }

  /** The first currency that a text names. */
  static Optional<String> currency(CharSequence text) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    Starts.Search search = CURRENCY.in(lower);
    if (search.next(0) < 0) {
      return Optional.empty();
    }
    Matcher m = search.found();
    int group = 1;
    while (m.group(group) == null) {
      group++;
    }
    return Optional.of(CURRENCIES.get(group - 1).name());
  }

  /** The first of {@code texts}, nearest first, that says each part. */
  static TableUnits nearest(List<Wording> texts) {
    TableUnits found = NONE;
    for (Wording text : texts) {
      TableUnits here = text.units();
      found =
          new TableUnits(
              found.power().or(here::power),
              found.currency().or(here::currency),
              found.cents() || here.cents());
    }
    return found;
  }

  private static List<Named> lines(String kind) {
    List<Named> found = new ArrayList<>();
    for (String line : RuleLines.of("table-units.tsv")) {
      String[] f = line.split("\t", -1);
      if (f.length != 3) {
        throw new IllegalStateException("table-units.tsv: three columns expected: " + line);
      }
      if (f[0].equals(kind)) {
        found.add(new Named(f[1], f[2].replace("<W>", WORDS)));
      }
    }
    return List.copyOf(found);
  }
}

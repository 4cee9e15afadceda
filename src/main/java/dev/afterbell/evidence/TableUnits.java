package dev.afterbell.evidence;

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

  private record Named(String name, Pattern pattern) {}

  private static final List<Named> CURRENCIES = lines("currency");
  private static final List<Named> SCALES = lines("scale");
  private static final List<Named> POWERS = lines("word");
  private static final List<Named> CENTS = lines("cents");

  /** What one text says, the leftmost first; each part only if the text says it. */
  static TableUnits read(CharSequence text) {
    return new TableUnits(power(text), currency(text), cents(text));
  }

  private static boolean cents(CharSequence text) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    return CENTS.stream().anyMatch(c -> c.pattern().matcher(lower).find());
  }

  private static Optional<Integer> power(CharSequence text) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    Optional<Integer> first = Optional.empty();
    int at = Integer.MAX_VALUE;
    for (Named scale : SCALES) {
      Matcher m = scale.pattern().matcher(lower);
      if (m.find() && m.start() < at) {
        at = m.start();
        first = Optional.of(powerOf(word(m)));
      }
    }
    return first;
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
        .filter(p -> p.pattern().matcher(word).matches())
        .mapToInt(p -> Integer.parseInt(p.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("table-units.tsv has no power of " + word));
  }

  /** The first currency that a text names. */
  static Optional<String> currency(CharSequence text) {
    String lower = text.toString().toLowerCase(Locale.ROOT);
    Optional<String> first = Optional.empty();
    int at = Integer.MAX_VALUE;
    for (Named currency : CURRENCIES) {
      Matcher m = currency.pattern().matcher(lower);
      if (m.find() && m.start() < at) {
        at = m.start();
        first = Optional.of(currency.name());
      }
    }
    return first;
  }

  /** The first of {@code texts}, nearest first, that says each part. */
  static TableUnits nearest(List<? extends CharSequence> texts) {
    Optional<Integer> power = Optional.empty();
    Optional<String> currency = Optional.empty();
    boolean cents = false;
    for (CharSequence text : texts) {
      cents = cents || cents(text);
      power = power.isPresent() ? power : power(text);
      currency = currency.isPresent() ? currency : currency(text);
    }
    return new TableUnits(power, currency, cents);
  }

  private static List<Named> lines(String kind) {
    List<Named> found = new ArrayList<>();
    for (String line : RuleLines.of("table-units.tsv")) {
      String[] f = line.split("\t", -1);
      if (f.length != 3) {
        throw new IllegalStateException("table-units.tsv: three columns expected: " + line);
      }
      if (f[0].equals(kind)) {
        found.add(new Named(f[1], Pattern.compile(f[2].replace("<W>", WORDS))));
      }
    }
    return List.copyOf(found);
  }
}

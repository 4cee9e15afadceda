package dev.afterbell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How running text names metrics: {@code phrases.tsv} and {@code kpis.tsv}. */
final class Phrases {

  private static final String ADJECTIVE =
      "(?<adjusted>(?:non-gaap|non-ifrs|adjusted|core|underlying|normali[sz]ed)(?:\\(\\d\\))? )?+"
          + "(?:(?:consolidated|attributable|total) (?=\\w))?(?<gaap>(?:u\\.?s\\.? )?gaap |reported )?+";

  private static final Phrases INSTANCE = load();

  private final List<Phrase> phrases;
  private final Pattern kpi;

  private Phrases(List<Phrase> phrases, Pattern kpi) {
    this.phrases = List.copyOf(phrases);
    this.kpi = kpi;
  }

  private record Phrase(
      Metric metric,
      MetricNames.Sign sign,
      Optional<Fact.Attribution> whose,
      Pattern pattern,
      Optional<Pattern> notAfter) {}

  /**
   * A metric named in a sentence.
   *
   * @param metric which
   * @param basis by which rules, from the words before it
   * @param sign how to read amounts
   * @param whose whose share of a profit
   * @param from first character, adjectives included
   * @param to the character after the last
   */
  record Mention(
      Metric metric,
      Basis basis,
      MetricNames.Sign sign,
      Optional<Fact.Attribution> whose,
      int from,
      int to) {}

  static Phrases shipped() {
    return INSTANCE;
  }

  /**
   * All mentions in {@code folded}, in order, none inside another.
   *
   * @param written the same text as written
   */
  List<Mention> mentions(String folded, CharSequence written) {
    List<Mention> all = new ArrayList<>();
    for (Phrase phrase : phrases) {
      Matcher m = phrase.pattern().matcher(folded);
      while (m.find()) {
        boolean refused =
            phrase
                .notAfter()
                .map(p -> p.matcher(folded).region(m.end(), folded.length()).lookingAt())
                .orElse(false);
        if (!refused && leftBoundary(written, m.start())) {
          Basis basis = m.group("adjusted") != null ? Basis.NON_GAAP : Basis.GAAP;
          all.add(
              new Mention(
                  phrase.metric(), basis, phrase.sign(), phrase.whose(), m.start(), m.end()));
        }
      }
    }
    all.sort(
        Comparator.comparingInt(Mention::from)
            .thenComparing(Comparator.comparingInt(Mention::to).reversed()));
    List<Mention> kept = new ArrayList<>();
    int at = -1;
    for (Mention m : all) {
      if (m.from() >= at) {
        kept.add(m);
        at = m.to();
      }
    }
    return kept;
  }

  /** A word starts here, or a capital does where two words were run together. */
  private static boolean leftBoundary(CharSequence written, int at) {
    if (at == 0) {
      return true;
    }
    char before = written.charAt(at - 1);
    if (before == '-') {
      return at > 1 && written.charAt(at - 2) == ' ';
    }
    return !Character.isLetter(before)
        || (Character.isLowerCase(before) && Character.isUpperCase(written.charAt(at)));
  }

  /** Places where an issuer's own measure is named. */
  Matcher kpis(String folded) {
    return kpi.matcher(folded);
  }

  private static Phrases load() {
    List<Phrase> phrases = new ArrayList<>();
    for (String line : lines("phrases.tsv")) {
      String[] f = line.split("\t", -1);
      if (f.length < 4) {
        throw new IllegalStateException("phrases.tsv: four or five columns expected: " + line);
      }
      Optional<Fact.Attribution> whose =
          f[2].equals("-")
              ? Optional.empty()
              : Optional.of(Fact.Attribution.valueOf(f[2].toUpperCase(Locale.ROOT)));
      String after = f.length > 4 ? f[4] : "";
      phrases.add(
          new Phrase(
              Metric.valueOf(f[0]),
              MetricNames.Sign.valueOf(f[1].toUpperCase(Locale.ROOT)),
              whose,
              Pattern.compile(ADJECTIVE + "(?:" + f[3] + ")(?![a-z])"),
              after.isBlank() ? Optional.empty() : Optional.of(Pattern.compile(after))));
    }
    Pattern kpi =
        Pattern.compile(
            "(?<![a-z])(?<lead>(?:[a-z][a-z-]* ){0,4})(?<noun>"
                + String.join("|", lines("kpis.tsv"))
                + ")(?![a-z])");
    return new Phrases(phrases, kpi);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.afterbell.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The runs of eight words of a text, by which a copy is told from an independent account (Broder
 * 1997). Case, punctuation and white space do not count.
 *
 * @param runs every run of eight consecutive words, joined by spaces; a shorter text is one run
 */
public record Shingles(Set<String> runs) {

  /** From this overlap on, two texts are copies. */
  public static final BigDecimal COPY_OVERLAP_MIN = new BigDecimal("0.8");

  private static final int WORDS = 8;

  public Shingles {
    runs = Set.copyOf(runs);
  }

  /** The runs of {@code text}. */
  public static Shingles of(String text) {
    List<String> words = words(text);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    if (runs.isEmpty() && !words.isEmpty()) {
      runs.add(String.join(" ", words));
    }
    return new Shingles(runs);
  }

  /**
   * Share of the shorter text's runs that the other has too, in [0, 1], four decimals: a copy
   * inside a longer article is still a copy. 0 if either is empty.
   */
  public BigDecimal overlap(Shingles other) {
    int smaller = Math.min(runs.size(), other.runs.size());
    if (smaller == 0) {
      return BigDecimal.ZERO;
    }
    long shared = runs.stream().filter(other.runs::contains).count();
    return BigDecimal.valueOf(shared)
        .divide(BigDecimal.valueOf(smaller), 4, RoundingMode.HALF_EVEN);
  }

  /** Whether the overlap makes copies of them. */
  public boolean copyOf(Shingles other) {
    return overlap(other).compareTo(COPY_OVERLAP_MIN) >= 0;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}

package dev.afterbell.source.edgar;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number under which EDGAR keeps one filing: {@code 0001234567-26-000123}.
 *
 * @param number filer agent's CIK, year and sequence, joined by hyphens
 */
public record Accession(String number) implements Comparable<Accession> {

  private static final Pattern FORM = Pattern.compile("\\d{10}-\\d{2}-\\d{6}");

  /**
   * @throws IllegalArgumentException for any other text
   */
  public Accession {
    if (!FORM.matcher(number).matches()) {
      throw new IllegalArgumentException("An accession number is written 0001234567-26-000123");
    }
  }

  /** The numbers that stand in a text, as in the key of an object. */
  public static Stream<Accession> in(String text) {
    return FORM.matcher(text).results().map(m -> new Accession(m.group()));
  }

  /** The digits alone, as in the names of folders. */
  public String folder() {
    return number.replace("-", "");
  }

  @Override
  public int compareTo(Accession other) {
    return number.compareTo(other.number);
  }

  @Override
  public String toString() {
    return number;
  }
}

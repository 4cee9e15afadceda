package dev.afterbell.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words and signs behind a number make of it. */
final class NumberWords {

  private static final Map<String, Integer> SCALES =
      Map.ofEntries(
          Map.entry("thousand", 3),
          Map.entry("k", 3),
          Map.entry("000", 3),
          Map.entry("lakh", 5),
          Map.entry("lakhs", 5),
          Map.entry("million", 6),
          Map.entry("millions", 6),
          Map.entry("mln", 6),
          Map.entry("mio", 6),
          Map.entry("mill", 6),
          Map.entry("mil", 6),
          Map.entry("mn", 6),
          Map.entry("mm", 6),
          Map.entry("m", 6),
          Map.entry("crore", 7),
          Map.entry("crores", 7),
          Map.entry("billion", 9),
          Map.entry("billions", 9),
          Map.entry("bln", 9),
          Map.entry("bn", 9),
          Map.entry("b", 9),
          Map.entry("trillion", 12),
          Map.entry("tn", 12));

  private NumberWords() {}

  /** The power of ten that a scale word stands for. */
  static int power(String scale) {
    String word = scale.replace("-", "").trim().toLowerCase(Locale.ROOT);
    Integer power = SCALES.get(word);
    if (power == null) {
      power = SCALES.get(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
    }
    return power == null ? 0 : power;
  }

  /** Whether a unit is a hundredth of a currency's. */
  static boolean isCents(String unit) {
    String u = unit.toLowerCase(Locale.ROOT);
    return (u.contains("cent") && !u.contains("per")) || u.contains("¢");
  }

  /** The kind of a number with this unit and currency; cents are money. */
  static Figure.Kind kind(Optional<String> unit, Optional<String> currency, boolean cents) {
    if (unit.isEmpty() || cents) {
      return cents || currency.isPresent() ? Figure.Kind.MONEY : Figure.Kind.NUMBER;
    }
    String u = unit.get().toLowerCase(Locale.ROOT);
    if (u.contains("point") || u.contains("pp") || u.contains("p.p") || u.contains("pts")) {
      return u.contains("basis") ? Figure.Kind.BASIS_POINTS : Figure.Kind.POINTS;
    }
    return u.contains("bp") ? Figure.Kind.BASIS_POINTS : Figure.Kind.PERCENT;
  }
}

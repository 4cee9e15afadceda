package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CSS and HTML colour values as 0xRRGGBB. */
final class Colours {

  /** A value that sets no known colour. */
  static final int UNKNOWN = -1;

  /** Fully transparent. */
  static final int NONE = -2;

  /** Alpha below this leaves nothing for the eye. */
  private static final double ALPHA_MIN = 0.1;

  private static final Map<String, Integer> NAMED = load();

  private Colours() {}

  private static Map<String, Integer> load() {
    Map<String, Integer> found = new HashMap<>();
    for (String line : Words.lines("colours.txt")) {
      String[] parts = line.split("\\s+");
      found.put(parts[0], Integer.parseInt(parts[1], 16));
    }
    return Map.copyOf(found);
  }

  /** Reads a value in lower case; {@link #UNKNOWN} for anything that is not a colour. */
  static int parse(String value) {
    String text = value.trim();
    if (text.startsWith("#")) {
      return hex(text.substring(1));
    }
    if (text.equals("transparent")) {
      return NONE;
    }
    if (text.startsWith("rgb") && text.endsWith(")")) {
      return function(text, false);
    }
    if (text.startsWith("hsl") && text.endsWith(")")) {
      return function(text, true);
    }
    int named = NAMED.getOrDefault(text, UNKNOWN);
    return named != UNKNOWN || text.length() != 6 ? named : hex(text);
  }

  private static int hex(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (Character.digit(digits.charAt(i), 16) < 0) {
        return UNKNOWN;
      }
    }
    if (digits.length() == 8 || digits.length() == 4) {
      int size = digits.length() / 4;
      int alpha = Integer.parseInt(digits.substring(3 * size).repeat(3 - size), 16);
      return alpha < 255 * ALPHA_MIN ? NONE : hex(digits.substring(0, 3 * size));
    }
    if (digits.length() == 3) {
      int rgb = Integer.parseInt(digits, 16);
      return 0x11 * ((rgb & 0xF00) << 8 | (rgb & 0xF0) << 4 | rgb & 0xF);
    }
    return digits.length() == 6 ? Integer.parseInt(digits, 16) : UNKNOWN;
  }

  private static int function(String text, boolean hue) {
    String[] parts =
        text.substring(text.indexOf('(') + 1, text.length() - 1).trim().split("[\\s,/]+");
    if (parts.length < 3) {
      return UNKNOWN;
    }
    double[] numbers = new double[4];
    numbers[3] = 1;
    for (int i = 0; i < Math.min(4, parts.length); i++) {
      Optional<Double> number = number(parts[i], i < 3 && !hue ? 255 : 1);
      if (number.isEmpty()) {
        return UNKNOWN;
      }
      numbers[i] = number.get();
    }
    if (numbers[3] < ALPHA_MIN) {
      return NONE;
    }
    if (hue) {
      return fromHue(numbers[0], numbers[1], numbers[2]);
    }
    return channel(numbers[0]) << 16 | channel(numbers[1]) << 8 | channel(numbers[2]);
  }

  private static Optional<Double> number(String text, double whole) {
    try {
      if (text.endsWith("%")) {
        return Optional.of(Double.parseDouble(text.substring(0, text.length() - 1)) / 100 * whole);
      }
      return Optional.of(Double.parseDouble(text.replace("deg", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static int fromHue(double hue, double saturation, double lightness) {
    double chroma = saturation * Math.min(lightness, 1 - lightness);
    int rgb = 0;
    for (int n : new int[] {0, 8, 4}) {
      double k = ((n + hue / 30) % 12 + 12) % 12;
      double value = lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
      rgb = rgb << 8 | channel(value * 255);
    }
    return rgb;
  }
}

package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CSS declarations that decide whether and how text is seen, last one wins.
 *
 * @param values property to value, both in lower case
 */
record Declarations(Map<String, String> values) {

  /** Nothing declared. */
  static final Declarations NONE = new Declarations(Map.of());

  private static final Set<String> KEPT =
      Set.of(
          "display",
          "visibility",
          "font-size",
          "font-weight",
          "font",
          "color",
          "background",
          "background-color",
          "background-image",
          "opacity",
          "position",
          "left",
          "right",
          "top",
          "text-indent",
          "margin-left",
          "clip",
          "clip-path",
          "height",
          "width",
          "max-height",
          "max-width",
          "overflow",
          "overflow-x",
          "overflow-y",
          "transform",
          "vertical-align",
          "-webkit-text-fill-color",
          "content-visibility");

  /** Further out than this, in pixels or points, is off the page. */
  private static final int OFF_PAGE = 400;

  /** Smallest font that counts as text, in pixels. */
  private static final double FONT_PIXELS_MIN = 2;

  private static final Pattern LENGTH = Pattern.compile("(-?[0-9]*\\.?[0-9]+)([a-z%]*)");

  /** Reads {@code name: value; …}. */
  static Declarations parse(String css) {
    Map<String, String> found = new HashMap<>(4);
    int from = 0;
    while (from < css.length()) {
      int end = css.indexOf(';', from);
      if (end < 0) {
        end = css.length();
      }
      int colon = css.indexOf(':', from);
      if (colon > 0 && colon < end) {
        String name = css.substring(from, colon).trim().toLowerCase(Locale.ROOT);
        if (KEPT.contains(name)) {
          String value = css.substring(colon + 1, end).trim().toLowerCase(Locale.ROOT);
          found.put(name, value.replaceFirst("\\s*!\\s*important$", ""));
        }
      }
      from = end + 1;
    }
    return found.isEmpty() ? NONE : new Declarations(found);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** These, and then {@code later} ones over them. */
  Declarations then(Declarations later) {
    if (later.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return later;
    }
    Map<String, String> all = new HashMap<>(values);
    all.putAll(later.values);
    return new Declarations(all);
  }

  private String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Whether some of it could take text out of sight. */
  boolean mayHide() {
    return isGone()
        || values.containsKey("visibility")
        || values.containsKey("color")
        || values.containsKey("font-size")
        || values.containsKey("background-color");
  }

  /** The {@code display} value, or the empty text. */
  String display() {
    return get("display");
  }

  /** Whether the element and all in it leave the page. */
  boolean isGone() {
    return get("display").equals("none")
        || get("content-visibility").equals("hidden")
        || isZero("opacity")
        || get("transform").contains("scale(0)")
        || isOffPage()
        || isClipped();
  }

  private boolean isZero(String name) {
    String value = get(name);
    if (value.isEmpty()) {
      return false;
    }
    Matcher matcher = LENGTH.matcher(value);
    return matcher.matches() && Double.parseDouble(matcher.group(1)) < 0.05;
  }

  private boolean isOffPage() {
    String position = get("position");
    if ((position.equals("absolute") || position.equals("fixed") || position.equals("relative"))
        && (isFarOut("left") || isFarOut("top") || isFarOut("right"))) {
      return true;
    }
    return isFarOut("text-indent") || isFarOut("margin-left");
  }

  private boolean isFarOut(String name) {
    Matcher matcher = LENGTH.matcher(get(name));
    if (!matcher.matches()) {
      return false;
    }
    double scale = matcher.group(2).endsWith("em") ? 12 : matcher.group(2).equals("%") ? 6 : 1;
    return Double.parseDouble(matcher.group(1)) * scale <= -OFF_PAGE;
  }

  private boolean isClipped() {
    if (get("clip").matches("rect\\((0|1)(px)?[ ,]+(0|1)(px)?[ ,]+(0|1)(px)?[ ,]+(0|1)(px)?\\)")
        || get("clip-path").matches("inset\\((50|100)%.*|circle\\(0.*")) {
      return true;
    }
    boolean clips = (get("overflow") + get("overflow-x") + get("overflow-y")).contains("hidden");
    return clips
        && (isZero("height") || isZero("width") || isZero("max-height") || isZero("max-width"));
  }

  /** How text is set in an element with these declarations. */
  Look over(Look outer) {
    if (isEmpty()) {
      return outer;
    }
    boolean invisible = outer.invisible();
    String visibility = get("visibility");
    if (!visibility.isEmpty()) {
      invisible = visibility.equals("hidden") || visibility.equals("collapse");
    }
    return new Look(
        outer.gone() || isGone(),
        invisible,
        tiny(outer),
        colour(outer),
        background(outer),
        bold(outer),
        outer.preformatted());
  }

  /** Fonts below two pixels cannot be read; a size relative to nothing is nothing. */
  private boolean tiny(Look outer) {
    String size = get("font-size");
    if (size.isEmpty()) {
      for (String part : get("font").split(" ")) {
        String first = part.split("/")[0];
        size = LENGTH.matcher(first).matches() && !first.matches("[1-9]00") ? first : size;
      }
    }
    if (size.isEmpty()) {
      return outer.tiny();
    }
    Matcher matcher = LENGTH.matcher(size);
    if (!matcher.matches()) {
      return outer.tiny() && (size.equals("smaller") || size.equals("larger"));
    }
    double number = Double.parseDouble(matcher.group(1));
    String unit = matcher.group(2);
    boolean relative = unit.equals("em") || unit.equals("%");
    double pixels =
        switch (unit) {
          case "em", "rem" -> number * 12;
          case "%" -> number * 0.12;
          default -> number;
        };
    return (relative && outer.tiny()) || pixels < FONT_PIXELS_MIN;
  }

  private int colour(Look outer) {
    String fill = get("-webkit-text-fill-color");
    String value = fill.isEmpty() ? get("color") : fill;
    if (value.isEmpty() || value.equals("inherit")) {
      return outer.colour();
    }
    return Colours.parse(value);
  }

  private int background(Look outer) {
    if (get("background-image").contains("(")
        || get("background").contains("url(")
        || get("background").contains("gradient")) {
      return Colours.UNKNOWN;
    }
    String value = get("background-color");
    if (value.isEmpty()) {
      value = get("background");
    }
    if (value.isEmpty()) {
      return outer.background();
    }
    int found = Colours.parse(value);
    for (String part : value.split(" ")) {
      found = found == Colours.UNKNOWN ? Colours.parse(part) : found;
    }
    return found < 0 ? outer.background() : found;
  }

  /** Whether the text is raised, as footnote marks are. */
  boolean isRaised() {
    return get("vertical-align").equals("super")
        || (get("position").equals("relative") && get("top").startsWith("-"));
  }

  private boolean bold(Look outer) {
    String weight = get("font-weight");
    if (weight.isEmpty()) {
      return outer.bold() || get("font").contains("bold");
    }
    return weight.startsWith("bold") || weight.matches("[6-9]00");
  }
}

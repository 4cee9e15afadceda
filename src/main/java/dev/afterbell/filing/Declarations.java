package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CSS declarations that decide whether and how text is seen, last one wins. What they amount to is
 * worked out once, for pages repeat the same few hundred over thousands of elements.
 */
final class Declarations {

  private static final Set<String> KEPT = Words.set("style-properties.txt");

  /** Further out than this, in pixels or points, is off the page. */
  private static final int OFF_PAGE = 400;

  /** Smallest font that counts as text, in pixels. */
  private static final double FONT_PIXELS_MIN = 2;

  /** Values longer than this say nothing about sight (embedded pictures), in characters. */
  private static final int VALUE_CHARS_MAX = 200;

  private static final Pattern LENGTH = Pattern.compile("(-?[0-9]*\\.?[0-9]+)([a-z%]*)");
  private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
  private static final Pattern CLIPPED =
      Pattern.compile("rect\\([01](?:px)?(?:[ ,]+[01](?:px)?){3}\\)");
  private static final Pattern CLIPPED_PATH = Pattern.compile("inset\\((?:50|100)%.*|circle\\(0.*");
  private static final Pattern HEAVY = Pattern.compile("bold.*|[6-9]00");

  /** What a property does to something inherited. */
  private enum Change {
    KEEP,
    ON,
    OFF,
    /** On only if it was on already, as with a font size relative to nothing. */
    STAY
  }

  /** Nothing declared; stands after the patterns that its making needs. */
  static final Declarations NONE = new Declarations(Map.of());

  private final Map<String, String> values;
  private final boolean gone;
  private final boolean raised;
  private final Change invisible;
  private final Change tiny;
  private final Change bold;
  private final int colour;
  private final boolean setsColour;
  private final int background;

  private Declarations(Map<String, String> values) {
    this.values = values;
    this.gone = findGone();
    this.raised =
        get("vertical-align").equals("super")
            || (get("position").equals("relative") && get("top").startsWith("-"));
    this.invisible = findInvisible();
    this.tiny = findTiny();
    this.bold = findBold();
    String fill = get("-webkit-text-fill-color");
    String front = fill.isEmpty() ? get("color") : fill;
    this.setsColour = !front.isEmpty() && !front.equals("inherit");
    this.colour = setsColour ? Colours.parse(front) : 0;
    this.background = findBackground();
  }

  /** Reads {@code name: value; …}. */
  static Declarations parse(String css) {
    Map<String, String> found = new HashMap<>(4);
    int from = 0;
    while (from < css.length()) {
      int end = css.indexOf(';', from);
      end = end < 0 ? css.length() : end;
      int colon = css.indexOf(':', from);
      if (colon < 0) {
        break;
      }
      if (colon < end && end - colon <= VALUE_CHARS_MAX) {
        String name = css.substring(from, colon).strip().toLowerCase(Locale.ROOT);
        if (KEPT.contains(name)) {
          String value = css.substring(colon + 1, end).strip().toLowerCase(Locale.ROOT);
          found.put(
              name,
              value.endsWith("important") ? IMPORTANT.matcher(value).replaceFirst("") : value);
        }
      }
      from = end + 1;
    }
    return found.isEmpty() ? NONE : new Declarations(found);
  }

  /** Whether nothing is declared. */
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

  /** Whether some of it bears on whether text is seen. */
  boolean mayHide() {
    return gone
        || invisible != Change.KEEP
        || tiny != Change.KEEP
        || setsColour
        || values.containsKey("background-color")
        || values.containsKey("background");
  }

  /** The {@code display} value, or the empty text. */
  String display() {
    return get("display");
  }

  /** Whether the text is raised, as footnote marks are. */
  boolean isRaised() {
    return raised;
  }

  /** How text is set in an element with these declarations. */
  Look over(Look outer) {
    if (isEmpty()) {
      return outer;
    }
    return new Look(
        outer.gone() || gone,
        apply(invisible, outer.invisible()),
        apply(tiny, outer.tiny()),
        setsColour ? colour : outer.colour(),
        background == Colours.NONE ? outer.background() : background,
        apply(bold, outer.bold()),
        outer.preformatted());
  }

  private static boolean apply(Change change, boolean before) {
    return switch (change) {
      case ON -> true;
      case OFF -> false;
      case KEEP, STAY -> before;
    };
  }

  private String get(String name) {
    return values.getOrDefault(name, "");
  }

  private boolean findGone() {
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
    String value = get(name);
    if (!value.startsWith("-")) {
      return false;
    }
    Matcher matcher = LENGTH.matcher(value);
    if (!matcher.matches()) {
      return false;
    }
    double scale = matcher.group(2).endsWith("em") ? 12 : matcher.group(2).equals("%") ? 6 : 1;
    return Double.parseDouble(matcher.group(1)) * scale <= -OFF_PAGE;
  }

  private boolean isClipped() {
    if (CLIPPED.matcher(get("clip")).matches()
        || CLIPPED_PATH.matcher(get("clip-path")).matches()) {
      return true;
    }
    boolean clips = (get("overflow") + get("overflow-x") + get("overflow-y")).contains("hidden");
    return clips
        && (isZero("height") || isZero("width") || isZero("max-height") || isZero("max-width"));
  }

  private Change findInvisible() {
    String visibility = get("visibility");
    if (visibility.isEmpty()) {
      return Change.KEEP;
    }
    return visibility.equals("hidden") || visibility.equals("collapse") ? Change.ON : Change.OFF;
  }

  /** Fonts below two pixels cannot be read; a size relative to nothing is nothing. */
  private Change findTiny() {
    String size = get("font-size");
    if (size.isEmpty()) {
      for (String part : get("font").split(" ")) {
        String first = part.split("/", 2)[0];
        boolean weight = first.length() == 3 && first.endsWith("00");
        size = !weight && LENGTH.matcher(first).matches() ? first : size;
      }
    }
    if (size.isEmpty()) {
      return Change.KEEP;
    }
    Matcher matcher = LENGTH.matcher(size);
    if (!matcher.matches()) {
      return size.equals("smaller") || size.equals("larger") ? Change.STAY : Change.OFF;
    }
    double number = Double.parseDouble(matcher.group(1));
    double pixels =
        switch (matcher.group(2)) {
          case "em", "rem" -> number * 12;
          case "%" -> number * 0.12;
          default -> number;
        };
    if (pixels < FONT_PIXELS_MIN) {
      return Change.ON;
    }
    boolean relative = matcher.group(2).equals("em") || matcher.group(2).equals("%");
    return relative ? Change.STAY : Change.OFF;
  }

  private Change findBold() {
    String weight = get("font-weight");
    if (weight.isEmpty()) {
      return get("font").contains("bold") ? Change.ON : Change.KEEP;
    }
    return HEAVY.matcher(weight).matches() ? Change.ON : Change.OFF;
  }

  /** What is declared behind the text; {@link Colours#NONE} where that is nothing. */
  private int findBackground() {
    String all = get("background");
    if (get("background-image").contains("(") || all.contains("url(") || all.contains("gradient")) {
      return Colours.UNKNOWN;
    }
    String value = get("background-color");
    if (value.isEmpty()) {
      value = all;
    }
    if (value.isEmpty()) {
      return Colours.NONE;
    }
    int found = Colours.parse(value);
    for (String part : value.split(" ")) {
      found = found == Colours.UNKNOWN ? Colours.parse(part) : found;
    }
    return found < 0 ? Colours.NONE : found;
  }
}

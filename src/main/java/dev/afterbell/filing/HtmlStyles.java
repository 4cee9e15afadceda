package dev.afterbell.filing;

import java.util.Locale;
import java.util.Set;

/** Works out how the text of an element is set: its attributes, the page's rules, its own style. */
final class HtmlStyles {

  /** Elements with attributes for colours, from before there were styles. */
  private static final Set<String> COLOURED =
      Set.of("font", "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th");

  private final Stylesheet sheet = new Stylesheet();

  /** Takes in the rules of a {@code style} element. */
  void addRules(String css) {
    sheet.add(css);
  }

  /** Whether a rule was met that only a tree can tell of an element. */
  boolean needsTree() {
    return sheet.needsTree();
  }

  /** What attributes and rules declare for an element. */
  Declarations declared(StartTag tag) {
    return sheet.of(tag).then(tag.style());
  }

  /** How text is set in the element. */
  Look look(StartTag tag, TagKind kind, Declarations declared, Look outer) {
    Look look = outer;
    if (tag.hasAttributes()) {
      look = withAttributes(tag, look);
    }
    if (kind == TagKind.BOLD || kind == TagKind.HEADING || tag.name().equals("th")) {
      look = look.withBold(true);
    }
    if (kind == TagKind.PRE) {
      look = look.keepSpace();
    }
    look = declared.over(look);
    return kind == TagKind.HIDDEN || isClosedDialog(tag) ? look.hide() : look;
  }

  private static boolean isClosedDialog(StartTag tag) {
    return tag.name().equals("dialog") && !tag.has("open");
  }

  private static Look withAttributes(StartTag tag, Look outer) {
    Look look = tag.has("hidden") ? outer.hide() : outer;
    String name = tag.name();
    if (!COLOURED.contains(name)) {
      return look;
    }
    String front = tag.value(name.equals("font") ? "color" : "text");
    String behind = tag.value("bgcolor");
    boolean picture = tag.has("background");
    if (front.isEmpty() && behind.isEmpty() && !picture) {
      return look;
    }
    int background = behind.isEmpty() ? look.background() : Colours.parse(lower(behind));
    return new Look(
        look.gone(),
        look.invisible(),
        look.tiny(),
        front.isEmpty() ? look.colour() : Colours.parse(lower(front)),
        picture ? Colours.UNKNOWN : background,
        look.bold(),
        look.preformatted());
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}

package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Works out how the text of an element is set: its attributes, the page's rules, its own style. */
final class HtmlStyles {

  /** Style attributes remembered; pages repeat a few hundred. */
  private static final int REMEMBERED_MAX = 4096;

  private final Stylesheet sheet = new Stylesheet();
  private final Map<String, Declarations> remembered = new HashMap<>();

  /** Takes in the rules of a {@code style} element. */
  void addRules(String css) {
    sheet.add(css);
  }

  /** What attributes and rules declare for an element. */
  Declarations declared(Element element) {
    Declarations found = sheet.of(element);
    if (element.attributesSize() == 0) {
      return found;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return found;
    }
    Declarations own = remembered.get(style);
    if (own == null) {
      own = Declarations.parse(style);
      if (remembered.size() < REMEMBERED_MAX) {
        remembered.put(style, own);
      }
    }
    return found.then(own);
  }

  /** How text is set in the element. */
  Look look(Element element, TagKind kind, Declarations declared, Look outer) {
    Look look = outer;
    if (element.attributesSize() > 0) {
      look = withAttributes(element, look);
    }
    if (kind == TagKind.BOLD || kind == TagKind.HEADING || element.normalName().equals("th")) {
      look = look.withBold(true);
    }
    if (kind == TagKind.PRE) {
      look = look.keepSpace();
    }
    look = declared.over(look);
    return kind == TagKind.HIDDEN || isClosedDialog(element) ? look.hide() : look;
  }

  private static boolean isClosedDialog(Element element) {
    return element.normalName().equals("dialog") && !element.hasAttr("open");
  }

  private static Look withAttributes(Element element, Look outer) {
    Look look = element.hasAttr("hidden") ? outer.hide() : outer;
    String name = element.normalName();
    String colour = name.equals("font") ? element.attr("color") : "";
    if (name.equals("body")) {
      colour = element.attr("text");
    }
    String background = element.attr("bgcolor");
    boolean picture = element.hasAttr("background");
    if (colour.isEmpty() && background.isEmpty() && !picture) {
      return look;
    }
    int front = colour.isEmpty() ? look.colour() : Colours.parse(lower(colour));
    int behind = background.isEmpty() ? look.background() : Colours.parse(lower(background));
    return new Look(
        look.gone(),
        look.invisible(),
        look.tiny(),
        front,
        picture ? Colours.UNKNOWN : behind,
        look.bold(),
        look.preformatted());
  }

  private static String lower(String value) {
    return value.toLowerCase(java.util.Locale.ROOT);
  }
}

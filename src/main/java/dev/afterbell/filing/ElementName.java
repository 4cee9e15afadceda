package dev.afterbell.filing;

import java.util.Locale;

/**
 * The name of an element, and what that says.
 *
 * @param text in lower case
 * @param nesting how it nests
 * @param kind what it does to text
 */
record ElementName(String text, Nesting nesting, TagKind kind) {

  static final ElementName HTML = of("html");
  static final ElementName HEAD = of("head");
  static final ElementName BODY = of("body");
  static final ElementName PARAGRAPH = of("p");
  static final ElementName TABLE_BODY = of("tbody");
  static final ElementName ROW = of("tr");
  static final ElementName COLUMN_GROUP = of("colgroup");

  /** The element of a name in lower case. */
  static ElementName of(String text) {
    return new ElementName(text, Nesting.of(text), TagKind.of(text));
  }

  /** The names of one page, looked up where they stand: a page has few, thousands of times. */
  static final class Met {

    private static final int SLOTS = 512;

    /** Names kept; a page with more made them up. */
    private static final int KEPT_MAX = SLOTS / 4;

    private final String source;
    private final ElementName[] slots = new ElementName[SLOTS];
    private int kept;

    Met(String source) {
      this.source = source;
    }

    /** The name that stands at {@code [from, to)}. */
    ElementName at(int from, int to) {
      int hash = to - from;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + (source.charAt(i) | 0x20);
      }
      int slot = (hash ^ hash >>> 15) & SLOTS - 1;
      while (slots[slot] != null) {
        String text = slots[slot].text();
        if (text.length() == to - from && source.regionMatches(true, from, text, 0, to - from)) {
          return slots[slot];
        }
        slot = slot + 1 & SLOTS - 1;
      }
      ElementName made = of(source.substring(from, to).toLowerCase(Locale.ROOT));
      if (kept < KEPT_MAX) {
        slots[slot] = made;
        kept++;
      }
      return made;
    }
  }
}

package dev.afterbell.filing;

import java.util.HashMap;
import java.util.Map;

/** Reads the style attributes of one page, each text once. */
final class InlineStyles {

  /** Style attributes remembered; pages repeat a few hundred. */
  private static final int REMEMBERED_MAX = 4096;

  private final Map<String, Declarations> remembered = new HashMap<>();

  /** What the value of a style attribute declares. */
  Declarations of(String style) {
    if (style.isEmpty()) {
      return Declarations.NONE;
    }
    Declarations known = remembered.get(style);
    if (known != null) {
      return known;
    }
    Declarations read = Declarations.parse(style);
    if (remembered.size() < REMEMBERED_MAX) {
      remembered.put(style, read);
    }
    return read;
  }
}

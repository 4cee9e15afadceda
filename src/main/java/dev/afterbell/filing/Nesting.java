package dev.afterbell.filing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.parser.Tag;

/** How an element nests; the list stands in nesting.txt. */
enum Nesting {
  HTML,
  HEAD,
  BODY,
  TABLE,
  TABLE_BODY,
  ROW,
  CELL,
  COLUMN_GROUP,
  COLUMN,
  PARAGRAPH,
  LIST_ITEM,
  DESCRIPTION,
  HEADING,
  LIST,
  BLOCK,
  /** Opens again in the next element where it was not closed. */
  FORMAT,
  /** Has no content. */
  VOID,
  /** Has no content, and ends a paragraph. */
  RULE,
  /** Has no content, and belongs to the head. */
  HEAD_VOID,
  /** Holds text only, up to its own end tag. */
  RAW,
  /** Is sent as one, and stands in no other. */
  FORM,
  /** Holds words and pictures. */
  BUTTON,
  /** Holds the parts of a drawing, and nothing of HTML. */
  DRAWING,
  /** Has rules of its own. */
  UNRULY,
  /** Has no content, and belongs to a player. */
  MEDIA,
  /** Opens and closes where its tags stand. */
  ORDINARY,
  /** The same, of a name that HTML does not know: formatting does not go on in it by itself. */
  CUSTOM;

  private static final Map<String, Nesting> NAMED =
      Words.lines("nesting.txt").stream()
          .map(line -> line.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0],
                  parts -> valueOf(parts[1].toUpperCase(Locale.ROOT).replace('-', '_'))));

  /** How the element with this name in lower case nests. */
  static Nesting of(String name) {
    return NAMED.getOrDefault(name, Tag.isKnownTag(name) ? ORDINARY : CUSTOM);
  }

  /** Whether an end tag of another element does not reach over this one. */
  boolean isSpecial() {
    return this != FORMAT && this != ORDINARY && this != CUSTOM;
  }

  /** Whether elements inside are out of reach of end tags outside. */
  boolean boundsScope() {
    return this == TABLE || this == CELL || this == HTML;
  }

  /** Whether only parts of a table may stand in it. */
  boolean isTableFrame() {
    return this == TABLE || this == TABLE_BODY || this == ROW || this == COLUMN_GROUP;
  }

  /** Whether it can only stand in a table. */
  boolean isTablePart() {
    return this == TABLE_BODY
        || this == ROW
        || this == CELL
        || this == COLUMN_GROUP
        || this == COLUMN;
  }
}

package dev.afterbell.filing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an HTML element does to the text in it; the list stands in elements.txt. */
enum TagKind {
  /** Begins and ends a paragraph. */
  BLOCK,
  /** The page's title, which is not on the page. */
  TITLE,
  /** A paragraph that is a heading. */
  HEADING,
  /** Text with its line ends and columns kept. */
  PRE,
  /** A line end. */
  BREAK,
  /** A table. */
  TABLE,
  /** A row of one. */
  ROW,
  /** A cell of one. */
  CELL,
  /** Bold text in a paragraph. */
  BOLD,
  /** Superscript: a footnote mark must not run into the number before it. */
  RAISED,
  /** Never seen. */
  HIDDEN,
  /** Text of the paragraph around it. */
  INLINE;

  private static final Map<String, TagKind> KINDS =
      Words.lines("elements.txt").stream()
          .map(line -> line.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0], parts -> valueOf(parts[1].toUpperCase(Locale.ROOT))));

  /** The kind of an element, by its name in lower case. */
  static TagKind of(String name) {
    return KINDS.getOrDefault(name, INLINE);
  }
}

package dev.afterbell.filing;

import org.jsoup.select.Evaluator;

/** A start tag as the rules of sight need it. */
interface StartTag {

  /** The element's name in lower case. */
  String name();

  /** What the element does to text. */
  TagKind kind();

  /** What its style attribute declares. */
  Declarations style();

  /** Whether it carries any attribute that the rules look at. */
  boolean hasAttributes();

  /** Whether an attribute is there, with or without a value. */
  boolean has(String attribute);

  /** The value of an attribute; empty where it has none or is not there. */
  String value(String attribute);

  /** Whether a combined selector holds for the element where it stands. */
  boolean is(Evaluator selector);

  /** The tag's first character in the source. */
  int from();

  /** The source character after the tag. */
  int to();
}

package dev.afterbell.filing;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * The start tag of an element of the parser's tree.
 *
 * @param element the element
 * @param styles reads style attributes
 */
record TreeTag(Element element, InlineStyles styles) implements StartTag {

  @Override
  public String name() {
    return element.normalName();
  }

  @Override
  public TagKind kind() {
    return TagKind.of(element.normalName());
  }

  @Override
  public Declarations style() {
    return styles.of(value("style"));
  }

  @Override
  public boolean hasAttributes() {
    return element.attributesSize() > 0;
  }

  @Override
  public boolean has(String attribute) {
    return hasAttributes() && element.attributes().hasKey(attribute);
  }

  @Override
  public String value(String attribute) {
    return hasAttributes() ? element.attributes().get(attribute) : "";
  }

  @Override
  public boolean is(Evaluator selector) {
    return element.is(selector);
  }

  @Override
  public int from() {
    return element.sourceRange().startPos();
  }

  @Override
  public int to() {
    return element.sourceRange().endPos();
  }
}

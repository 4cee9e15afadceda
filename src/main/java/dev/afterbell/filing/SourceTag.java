package dev.afterbell.filing;

import java.util.List;
import org.jsoup.select.Evaluator;

/**
 * A start tag as it stands in the source.
 *
 * @param said what it says
 * @param from its first character
 * @param to the character after it
 */
record SourceTag(Said said, int from, int to) implements StartTag {

  /**
   * What a tag says, wherever it stands.
   *
   * @param element its element
   * @param attributes names and values in turn, of the attributes that say how text is set
   * @param style what its style attribute declares
   */
  record Said(ElementName element, List<String> attributes, Declarations style) {}

  /** A tag that is not written but understood, at a place in the source. */
  static SourceTag implied(ElementName element, int at) {
    return new SourceTag(new Said(element, List.of(), Declarations.NONE), at, at);
  }

  /** Its element. */
  ElementName element() {
    return said.element();
  }

  @Override
  public String name() {
    return said.element().text();
  }

  @Override
  public TagKind kind() {
    return said.element().kind();
  }

  @Override
  public Declarations style() {
    return said.style();
  }

  @Override
  public boolean hasAttributes() {
    return !said.attributes().isEmpty();
  }

  @Override
  public boolean has(String attribute) {
    return indexOf(attribute) >= 0;
  }

  @Override
  public String value(String attribute) {
    int index = indexOf(attribute);
    return index < 0 ? "" : said.attributes().get(index + 1);
  }

  private int indexOf(String attribute) {
    for (int i = 0; i < said.attributes().size(); i += 2) {
      if (said.attributes().get(i).equals(attribute)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean is(Evaluator selector) {
    throw new IllegalStateException("A selector of several parts needs a tree");
  }
}

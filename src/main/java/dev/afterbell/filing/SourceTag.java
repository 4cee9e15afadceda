package dev.afterbell.filing;

import java.util.List;
import org.jsoup.select.Evaluator;

/**
 * A start tag as it stands in the source.
 *
 * @param element its element
 * @param attributes names and values in turn, of the attributes that say how text is set
 * @param from its first character
 * @param to the character after it
 */
record SourceTag(ElementName element, List<String> attributes, int from, int to)
    implements StartTag {

  /** A tag that is not written but understood, at a place in the source. */
  static SourceTag implied(ElementName element, int at) {
    return new SourceTag(element, List.of(), at, at);
  }

  @Override
  public String name() {
    return element.text();
  }

  @Override
  public boolean hasAttributes() {
    return !attributes.isEmpty();
  }

  @Override
  public boolean has(String attribute) {
    return indexOf(attribute) >= 0;
  }

  @Override
  public String value(String attribute) {
    int index = indexOf(attribute);
    return index < 0 ? "" : attributes.get(index + 1);
  }

  private int indexOf(String attribute) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
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

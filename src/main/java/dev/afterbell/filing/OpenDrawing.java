package dev.afterbell.filing;

import java.util.Set;

/**
 * What tags open and close in a drawing, which is no HTML: elements that are their own end, and no
 * end but that of the element which opened last (HTML standard, "The rules for parsing tokens in
 * foreign content"). A drawing that holds HTML is left to the full parser.
 */
final class OpenDrawing {

  private static final Set<String> PARTS = Words.set("drawing.txt");

  /** Parts that hold words alone, or else HTML. */
  private static final Set<String> WORDS = Set.of("title", "desc");

  private final ElementStack stack;

  /** Where in the stack it is open; not below its size once it is closed. */
  private int at = Integer.MAX_VALUE;

  private boolean regular = true;

  OpenDrawing(ElementStack stack) {
    this.stack = stack;
  }

  /** Whether nothing has come that has rules of its own. */
  boolean isRegular() {
    return regular;
  }

  /** Whether one is open. */
  boolean isOpen() {
    return stack.size() > at;
  }

  /** One opens, as the next element of the stack. */
  void begin() {
    at = stack.size();
  }

  /**
   * Takes in a start tag.
   *
   * @param closed whether it is its own end tag
   */
  void start(SourceTag tag, boolean closed) {
    boolean known = tag.element().nesting() == Nesting.DRAWING || PARTS.contains(tag.name());
    if (!known || WORDS.contains(last().text())) {
      regular = false;
      return;
    }
    stack.open(tag);
    if (closed) {
      stack.close();
    }
  }

  /** Takes in an end tag; it must be that of the element that opened last. */
  void end(ElementName element) {
    if (last().equals(element)) {
      stack.close();
    } else {
      regular = false;
    }
    if (!isOpen()) {
      at = Integer.MAX_VALUE;
    }
  }

  private ElementName last() {
    return stack.get(stack.size() - 1);
  }
}

package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/** The elements that are open where a page is read, and the formatting that goes on in them. */
final class ElementStack {

  private final PageText page;
  private final List<ElementName> stack = new ArrayList<>();
  private final ActiveFormatting formatting = new ActiveFormatting();
  private int deepest;

  ElementStack(PageText page) {
    this.page = page;
  }

  /** Whether elements stood so deep in one another that a parser closes some. */
  boolean isTooDeep() {
    return deepest >= Limits.HTML_DEPTH_MAX - 1;
  }

  /** How the element nests that opened last. */
  Nesting top() {
    return stack.get(stack.size() - 1).nesting();
  }

  /** An open element, the outermost first. */
  ElementName get(int index) {
    return stack.get(index);
  }

  /** How many are open. */
  int size() {
    return stack.size();
  }

  /** Opens an element as it is. */
  void open(SourceTag tag) {
    deepest = Math.max(deepest, stack.size());
    stack.add(tag.element());
    page.enter(tag);
    if (tag.element().nesting() == Nesting.CELL) {
      formatting.add(tag.said(), stack.size());
    }
  }

  /** Closes the element that opened last. */
  void close() {
    Nesting nesting = top();
    if (nesting == Nesting.CELL) {
      formatting.clearCell();
    } else if (nesting == Nesting.FORMAT) {
      formatting.suspend(stack.size());
    }
    drop();
  }

  private void drop() {
    stack.remove(stack.size() - 1);
    page.leave();
  }

  /** Opens the formatting again that goes on before words. */
  void reopen(int from) {
    reopen("", from, from);
  }

  /**
   * Opens the formatting again that goes on before a start tag, with the place of that tag if it is
   * of the same name.
   */
  void reopen(String name, int from, int to) {
    List<SourceTag.Said> again = formatting.suspended();
    for (int i = 0; i < again.size(); i++) {
      SourceTag.Said said = again.get(i);
      open(new SourceTag(said, from, said.element().text().equals(name) ? to : from));
      formatting.reopened(again.size() - i, stack.size());
    }
  }

  /** Closes everything, at the end of the page. */
  void closeAll() {
    while (!stack.isEmpty()) {
      close();
    }
  }

  /** Whether a table is open. */
  boolean isInTable() {
    return stack.stream().anyMatch(e -> e.nesting() == Nesting.TABLE);
  }

  /** Whether formatting of a name goes on here. */
  boolean goesOn(String name) {
    return formatting.last(name) >= 0;
  }

  /** Opens formatting, which goes on until its own end tag. */
  void openFormat(SourceTag tag) {
    open(tag);
    formatting.add(tag.said(), stack.size());
  }

  /**
   * Ends formatting of a name that goes on, and closes what stands open in it; that goes on in turn
   * if it is formatting too.
   *
   * @return false if a block stands open in it, over which a parser would divide the formatting
   */
  boolean endFormat(String name) {
    int last = formatting.last(name);
    int depth = formatting.depth(last);
    formatting.remove(last);
    if (depth < 0) {
      return true;
    }
    boolean inline = true;
    for (int i = depth; i < stack.size(); i++) {
      inline &= !stack.get(i).nesting().isSpecial();
    }
    closeTo(depth);
    drop();
    return inline;
  }

  /** Closes down to an element, which closes too. */
  void closeTo(int index) {
    while (stack.size() > index) {
      close();
    }
  }

  /** Where an element is open, and no table or cell since; −1 if nowhere. */
  int inScope(Nesting nesting, boolean listsBound) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Nesting here = stack.get(i).nesting();
      if (here == nesting) {
        return i;
      }
      if (here.boundsScope() || (listsBound && here == Nesting.LIST)) {
        return -1;
      }
    }
    return -1;
  }

  /** The same for the element of a name. */
  int inScope(ElementName element) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).equals(element)) {
        return i;
      }
      if (stack.get(i).nesting().boundsScope()) {
        return -1;
      }
    }
    return -1;
  }

  /** Where an ordinary element is open, unless a special one opened since. */
  int inReach(ElementName element) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).equals(element)) {
        return i;
      }
      if (stack.get(i).nesting().isSpecial()) {
        return -1;
      }
    }
    return -1;
  }

  /** Where an element is open in the innermost table; −1 if nowhere. */
  int inTable(Nesting nesting) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Nesting here = stack.get(i).nesting();
      if (here == nesting) {
        return i;
      }
      if (here == Nesting.TABLE) {
        return -1;
      }
    }
    return -1;
  }

  /** The same for the element of a name; a table counts as in itself. */
  int named(ElementName element) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).equals(element)) {
        return i;
      }
      if (stack.get(i).nesting() == Nesting.TABLE) {
        return -1;
      }
    }
    return -1;
  }
}

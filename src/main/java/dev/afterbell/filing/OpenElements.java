package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements that are open where a page is read, and what the standard opens and closes beside
 * the tags that are written (HTML standard, "The rules for parsing tokens in HTML content").
 */
final class OpenElements {

  private final PageText page;
  private final List<ElementName> stack = new ArrayList<>();
  private final ActiveFormatting formatting = new ActiveFormatting();
  private boolean tableEndsParagraph;
  private boolean regular = true;

  OpenElements(PageText page) {
    this.page = page;
  }

  /** Whether nothing has come that a parser would have to move or to repeat. */
  boolean isRegular() {
    return regular;
  }

  /** Whether the start of a table ends an open paragraph, as in pages of the standard's mode. */
  void endParagraphsAtTables(boolean value) {
    tableEndsParagraph = value;
  }

  /** Opens an element as it is. */
  void open(SourceTag tag) {
    regular &= stack.size() < Limits.HTML_DEPTH_MAX - 1;
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
  private void reopen(String name, int from, int to) {
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

  /** Whether only parts of a table may follow. */
  boolean isTableFrame() {
    return top().isTableFrame();
  }

  /** Whether a table is open. */
  boolean isInTable() {
    return stack.stream().anyMatch(e -> e.nesting() == Nesting.TABLE);
  }

  /** Whether an element is open, and no table since. */
  boolean reaches(Nesting nesting) {
    return inScope(nesting, false) >= 0;
  }

  private Nesting top() {
    return stack.get(stack.size() - 1).nesting();
  }

  private void giveUp() {
    regular = false;
  }

  // ---- start tags

  /** Takes in a start tag in the body; the text of a raw element is not taken in. */
  void start(SourceTag tag) {
    Nesting nesting = tag.element().nesting();
    if (nesting == Nesting.UNRULY) {
      giveUp();
    } else if (top().isTableFrame()) {
      startInFrame(tag);
    } else if (nesting.isTablePart()) {
      int cell = inTable(Nesting.CELL);
      if (cell >= 0) {
        closeTo(cell);
        startInFrame(tag);
      }
    } else {
      startInFlow(tag);
    }
  }

  private void startInFlow(SourceTag tag) {
    switch (tag.element().nesting()) {
      case PARAGRAPH, BLOCK, LIST -> endParagraph();
      case HEADING -> {
        endParagraph();
        if (top() == Nesting.HEADING) {
          close();
        }
      }
      case LIST_ITEM, DESCRIPTION -> {
        endItem(tag.element().nesting());
        endParagraph();
      }
      case TABLE -> {
        if (tableEndsParagraph) {
          endParagraph();
        }
      }
      case FORMAT -> {
        regular &= !isOpenLink(tag.element());
        reopen(tag.name(), tag.from(), tag.to());
        open(tag);
        formatting.add(tag.said(), stack.size());
        return;
      }
      case ORDINARY -> reopen(tag.name(), tag.from(), tag.to());
      case RULE -> {
        endParagraph();
        openAndClose(tag);
        return;
      }
      case VOID -> {
        reopen(tag.name(), tag.from(), tag.to());
        openAndClose(tag);
        return;
      }
      case MEDIA, HEAD_VOID -> {
        openAndClose(tag);
        return;
      }
      case HEAD -> {
        return;
      }
      default -> {}
    }
    open(tag);
  }

  private void openAndClose(SourceTag tag) {
    open(tag);
    close();
  }

  /** Takes in a start tag between the parts of a table. */
  private void startInFrame(SourceTag tag) {
    while (true) {
      Nesting top = top();
      switch (tag.element().nesting()) {
        case CELL -> {
          if (top == Nesting.ROW) {
            open(tag);
            return;
          }
        }
        case ROW -> {
          if (top == Nesting.TABLE_BODY) {
            open(tag);
            return;
          }
        }
        case TABLE_BODY, COLUMN_GROUP -> {
          if (top == Nesting.TABLE) {
            open(tag);
            return;
          }
        }
        case COLUMN -> {
          if (top == Nesting.COLUMN_GROUP) {
            openAndClose(tag);
            return;
          }
        }
        case RAW -> {
          if (top != Nesting.COLUMN_GROUP) {
            regular &= !tag.name().equals("title");
            open(tag);
            return;
          }
        }
        default -> {
          giveUp();
          return;
        }
      }
      approach(tag);
    }
  }

  /** Opens what is missing between the table and a part of it, or closes what stands between. */
  private void approach(SourceTag tag) {
    Nesting part = tag.element().nesting();
    boolean inBody = part == Nesting.CELL || part == Nesting.ROW;
    if (top() == Nesting.TABLE && inBody) {
      open(SourceTag.implied(ElementName.TABLE_BODY, tag.from()));
    } else if (top() == Nesting.TABLE_BODY && part == Nesting.CELL) {
      open(SourceTag.implied(ElementName.ROW, tag.from()));
    } else if (top() == Nesting.TABLE) {
      open(SourceTag.implied(ElementName.COLUMN_GROUP, tag.from()));
    } else {
      close();
    }
  }

  private void endParagraph() {
    int paragraph = inScope(Nesting.PARAGRAPH, false);
    if (paragraph >= 0) {
      closeTo(paragraph);
    }
  }

  /** Ends the item of a list that a new one follows. */
  private void endItem(Nesting item) {
    for (int i = stack.size() - 1; i > 0; i--) {
      Nesting nesting = stack.get(i).nesting();
      if (nesting == item) {
        closeTo(i);
        return;
      }
      String name = stack.get(i).text();
      boolean passed = nesting == Nesting.PARAGRAPH || name.equals("div") || name.equals("address");
      if (nesting.isSpecial() && !passed) {
        return;
      }
    }
  }

  /** Whether a link begins in a link, which ends the outer one. */
  private boolean isOpenLink(ElementName element) {
    return element.text().equals("a") && formatting.last("a") >= 0;
  }

  // ---- end tags

  /** Takes in an end tag in the body. */
  void end(ElementName element) {
    Nesting nesting = element.nesting();
    boolean frame = nesting.isTablePart() || nesting == Nesting.TABLE;
    if (nesting == Nesting.UNRULY || element.text().equals("br")) {
      giveUp();
    } else if (top().isTableFrame()) {
      if (frame) {
        endInFrame(element);
      } else {
        giveUp();
      }
    } else if (frame) {
      endFrameInFlow(element);
    } else {
      endInFlow(element);
    }
  }

  /** The end of a cell, or of what stands around it. */
  private void endFrameInFlow(ElementName element) {
    int cell = inTable(Nesting.CELL);
    if (cell < 0) {
      return;
    }
    if (element.nesting() == Nesting.CELL) {
      regular &= stack.get(cell).equals(element);
      closeTo(cell);
    } else if (named(element) >= 0) {
      closeTo(cell);
      endInFrame(element);
    }
  }

  private void endInFrame(ElementName element) {
    Nesting nesting = element.nesting();
    if (top() == Nesting.COLUMN_GROUP) {
      close();
      if (nesting == Nesting.COLUMN_GROUP) {
        return;
      }
    }
    boolean ends =
        nesting == Nesting.TABLE || nesting == Nesting.TABLE_BODY || nesting == Nesting.ROW;
    int at = ends ? named(element) : -1;
    if (at >= 0) {
      closeTo(at);
    }
  }

  private void endInFlow(ElementName element) {
    switch (element.nesting()) {
      case PARAGRAPH -> {
        if (inScope(Nesting.PARAGRAPH, false) < 0) {
          // An end without a start is an empty paragraph.
          open(SourceTag.implied(ElementName.PARAGRAPH, 0));
          close();
        } else {
          endParagraph();
        }
      }
      case LIST_ITEM -> closeIfThere(inScope(Nesting.LIST_ITEM, true));
      case HEADING -> closeIfThere(inScope(Nesting.HEADING, false));
      case BLOCK, LIST, DESCRIPTION -> closeIfThere(inScope(element));
      case FORMAT -> endFormat(element);
      case ORDINARY, CUSTOM -> closeIfThere(inReach(element));
      default -> {}
    }
  }

  private void closeIfThere(int index) {
    if (index >= 0) {
      closeTo(index);
    }
  }

  /**
   * Ends formatting, and what stands open in it; that goes on if it is formatting too. Where a
   * block stands open in it, a parser divides the formatting between both.
   */
  private void endFormat(ElementName element) {
    int last = formatting.last(element.text());
    if (last < 0) {
      closeIfThere(inReach(element));
      return;
    }
    int depth = formatting.depth(last);
    formatting.remove(last);
    if (depth < 0) {
      return;
    }
    for (int i = depth; i < stack.size(); i++) {
      regular &= !stack.get(i).nesting().isSpecial();
    }
    closeTo(depth - 1);
  }

  // ---- looking down the stack

  /** Closes down to an element, which closes too. */
  private void closeTo(int index) {
    while (stack.size() > index) {
      close();
    }
  }

  private int inScope(Nesting nesting, boolean listsBound) {
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

  private int inScope(ElementName element) {
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
  private int inReach(ElementName element) {
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

  private int inTable(Nesting nesting) {
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

  private int named(ElementName element) {
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

package dev.afterbell.filing;

/**
 * What the tags of a page open and close, and what the standard opens and closes beside the tags
 * that are written (HTML standard, "The rules for parsing tokens in HTML content").
 */
final class OpenElements {

  private final ElementStack stack;
  private final OpenDrawing drawing;
  private boolean tableEndsParagraph;
  private boolean formBegun;

  /** Where in the stack a button is open; not below its size once that is closed. */
  private int button = Integer.MAX_VALUE;

  private boolean regular = true;

  OpenElements(ElementStack stack) {
    this.stack = stack;
    this.drawing = new OpenDrawing(stack);
  }

  /** The drawing that is open, in which other rules hold. */
  OpenDrawing drawing() {
    return drawing;
  }

  /** Whether nothing has come that a parser would have to move or to divide. */
  boolean isRegular() {
    return regular && drawing.isRegular() && !stack.isTooDeep();
  }

  /** Whether the start of a table ends an open paragraph, as in pages of the standard's mode. */
  void endParagraphsAtTables(boolean value) {
    tableEndsParagraph = value;
  }

  private void giveUp() {
    regular = false;
  }

  // ---- start tags

  /** Takes in a start tag in the body; the text of a raw element is not taken in. */
  void start(SourceTag tag) {
    Nesting nesting = tag.element().nesting();
    if (nesting == Nesting.UNRULY || (isInButton() && !standsInButton(nesting))) {
      giveUp();
    } else if (stack.top().isTableFrame()) {
      startInFrame(tag);
    } else if (nesting.isTablePart()) {
      int cell = stack.inTable(Nesting.CELL);
      if (cell >= 0) {
        stack.closeTo(cell);
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
        if (stack.top() == Nesting.HEADING) {
          stack.close();
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
        stack.reopen(tag.name(), tag.from(), tag.to());
        stack.openFormat(tag);
        return;
      }
      case ORDINARY -> stack.reopen(tag.name(), tag.from(), tag.to());
      case FORM -> {
        regular &= !formBegun;
        formBegun = true;
        endParagraph();
      }
      case BUTTON -> {
        stack.reopen(tag.name(), tag.from(), tag.to());
        button = stack.size();
      }
      case DRAWING -> {
        stack.reopen(tag.name(), tag.from(), tag.to());
        drawing.begin();
      }
      case RULE -> {
        endParagraph();
        openAndClose(tag);
        return;
      }
      case VOID -> {
        stack.reopen(tag.name(), tag.from(), tag.to());
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
    stack.open(tag);
  }

  private void openAndClose(SourceTag tag) {
    stack.open(tag);
    stack.close();
  }

  /** Takes in a start tag between the parts of a table. */
  private void startInFrame(SourceTag tag) {
    while (true) {
      Nesting top = stack.top();
      switch (tag.element().nesting()) {
        case CELL -> {
          if (top == Nesting.ROW) {
            stack.open(tag);
            return;
          }
        }
        case ROW -> {
          if (top == Nesting.TABLE_BODY) {
            stack.open(tag);
            return;
          }
        }
        case TABLE_BODY, COLUMN_GROUP -> {
          if (top == Nesting.TABLE) {
            stack.open(tag);
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
            stack.open(tag);
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
    if (stack.top() == Nesting.TABLE && inBody) {
      stack.open(SourceTag.implied(ElementName.TABLE_BODY, tag.from()));
    } else if (stack.top() == Nesting.TABLE_BODY && part == Nesting.CELL) {
      stack.open(SourceTag.implied(ElementName.ROW, tag.from()));
    } else if (stack.top() == Nesting.TABLE) {
      stack.open(SourceTag.implied(ElementName.COLUMN_GROUP, tag.from()));
    } else {
      stack.close();
    }
  }

  private void endParagraph() {
    int paragraph = stack.inScope(Nesting.PARAGRAPH, false);
    if (paragraph >= 0) {
      stack.closeTo(paragraph);
    }
  }

  /** Ends the item of a list that a new one follows. */
  private void endItem(Nesting item) {
    for (int i = stack.size() - 1; i > 0; i--) {
      Nesting nesting = stack.get(i).nesting();
      if (nesting == item) {
        stack.closeTo(i);
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
    return element.text().equals("a") && stack.goesOn("a");
  }

  private boolean isInButton() {
    return stack.size() > button;
  }

  /** What a button may hold so that only its own end tag reaches over what stands around it. */
  private static boolean standsInButton(Nesting nesting) {
    return nesting == Nesting.ORDINARY
        || nesting == Nesting.CUSTOM
        || nesting == Nesting.VOID
        || nesting == Nesting.DRAWING;
  }

  // ---- end tags

  /** Takes in an end tag in the body. */
  void end(ElementName element) {
    Nesting nesting = element.nesting();
    boolean frame = nesting.isTablePart() || nesting == Nesting.TABLE;
    boolean buttonOnly = isInButton() && nesting != Nesting.BUTTON && !standsInButton(nesting);
    if (nesting == Nesting.UNRULY || element.text().equals("br") || buttonOnly) {
      giveUp();
    } else if (stack.top().isTableFrame()) {
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
    int cell = stack.inTable(Nesting.CELL);
    if (cell < 0) {
      return;
    }
    if (element.nesting() == Nesting.CELL) {
      regular &= stack.get(cell).equals(element);
      stack.closeTo(cell);
    } else if (stack.named(element) >= 0) {
      stack.closeTo(cell);
      endInFrame(element);
    }
  }

  private void endInFrame(ElementName element) {
    Nesting nesting = element.nesting();
    if (stack.top() == Nesting.COLUMN_GROUP) {
      stack.close();
      if (nesting == Nesting.COLUMN_GROUP) {
        return;
      }
    }
    boolean ends =
        nesting == Nesting.TABLE || nesting == Nesting.TABLE_BODY || nesting == Nesting.ROW;
    int at = ends ? stack.named(element) : -1;
    if (at >= 0) {
      stack.closeTo(at);
    }
  }

  private void endInFlow(ElementName element) {
    switch (element.nesting()) {
      case PARAGRAPH -> {
        if (stack.inScope(Nesting.PARAGRAPH, false) < 0) {
          // An end without a start is an empty paragraph.
          stack.open(SourceTag.implied(ElementName.PARAGRAPH, 0));
          stack.close();
        } else {
          endParagraph();
        }
      }
      case LIST_ITEM -> closeIfThere(stack.inScope(Nesting.LIST_ITEM, true));
      case HEADING -> closeIfThere(stack.inScope(Nesting.HEADING, false));
      case BLOCK, LIST, DESCRIPTION -> closeIfThere(stack.inScope(element));
      case FORM -> endForm();
      case BUTTON -> endButton();
      case FORMAT -> endFormat(element);
      case ORDINARY, CUSTOM -> closeIfThere(stack.inReach(element));
      default -> {}
    }
  }

  private void endForm() {
    while (impliesEnd(stack.top())) {
      stack.close();
    }
    if (formBegun && stack.top() == Nesting.FORM) {
      stack.close();
      formBegun = false;
    } else {
      giveUp();
    }
  }

  private static boolean impliesEnd(Nesting nesting) {
    return nesting == Nesting.PARAGRAPH
        || nesting == Nesting.LIST_ITEM
        || nesting == Nesting.DESCRIPTION;
  }

  private void endButton() {
    if (stack.top() == Nesting.BUTTON) {
      stack.close();
      button = Integer.MAX_VALUE;
    } else {
      giveUp();
    }
  }

  private void closeIfThere(int index) {
    if (index >= 0) {
      stack.closeTo(index);
    }
  }

  private void endFormat(ElementName element) {
    if (stack.goesOn(element.text())) {
      regular &= stack.endFormat(element.text());
    } else {
      closeIfThere(stack.inReach(element));
    }
  }
}

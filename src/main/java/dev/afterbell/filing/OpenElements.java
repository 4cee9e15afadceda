package dev.afterbell.filing;

/**
 * What the tags of a page open and close, and what the standard opens and closes beside the tags
 * that are written (HTML standard, "The rules for parsing tokens in HTML content").
 */
final class OpenElements {

  private final ElementStack stack;
  private boolean tableEndsParagraph;
  private boolean regular = true;

  OpenElements(ElementStack stack) {
    this.stack = stack;
  }

  /** Whether nothing has come that a parser would have to move or to divide. */
  boolean isRegular() {
    return regular && !stack.isTooDeep();
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
    if (nesting == Nesting.UNRULY) {
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

  // ---- end tags

  /** Takes in an end tag in the body. */
  void end(ElementName element) {
    Nesting nesting = element.nesting();
    boolean frame = nesting.isTablePart() || nesting == Nesting.TABLE;
    if (nesting == Nesting.UNRULY || element.text().equals("br")) {
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
      case FORMAT -> endFormat(element);
      case ORDINARY, CUSTOM -> closeIfThere(stack.inReach(element));
      default -> {}
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

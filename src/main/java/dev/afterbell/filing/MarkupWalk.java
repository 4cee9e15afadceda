package dev.afterbell.filing;

import java.util.Optional;

/**
 * Reads a page straight from its source, in one pass and without a tree, as long as all that a
 * parser would do is to close what the standard lets stand open.
 *
 * <p>It gives up, and leaves the page to {@link TreeWalk}, where a parser would move or repeat
 * elements: at formatting that is not closed where it was opened, at words between the rows of a
 * table, at elements with rules of their own, and at tags that are not written well.
 */
final class MarkupWalk {

  /** Which part of the page comes next. */
  private enum Part {
    BEFORE_HTML,
    BEFORE_HEAD,
    HEAD,
    AFTER_HEAD,
    BODY,
    AFTER_BODY
  }

  private final String source;
  private final MarkupLexer lexer;
  private final PageText page;
  private final ElementStack stack;
  private final OpenElements open;
  private final HtmlText text;
  private Part part = Part.BEFORE_HTML;
  private boolean declared;
  private boolean regular = true;

  private MarkupWalk(ByteText bytes, PageText page) {
    this.source = bytes.text();
    this.lexer = new MarkupLexer(source);
    this.page = page;
    this.stack = new ElementStack(page);
    this.open = new OpenElements(stack);
    this.text = new HtmlText(bytes);
  }

  /** Reads a page; empty if it has to be mended, and then nothing is taken or hidden. */
  static Optional<HtmlReader.Page> read(ByteText source, HiddenSpans hidden, Allowance allowance) {
    if (source.text().indexOf('\0') >= 0 || source.text().indexOf('\uFFFF') >= 0) {
      return Optional.empty();
    }
    HiddenSpans hiddenHere = hidden.fork();
    Allowance allowedHere = allowance.fork();
    SourceTag root = SourceTag.implied(ElementName.of("#root"), 0);
    PageText page = new PageText(source, root, hiddenHere, allowedHere);
    if (!new MarkupWalk(source, page).run(allowedHere)) {
      return Optional.empty();
    }
    HtmlReader.Page read = page.finish();
    hidden.join(hiddenHere);
    allowance.join(allowedHere);
    return Optional.of(read);
  }

  private boolean run(Allowance allowance) {
    MarkupLexer.Kind kind = lexer.next();
    while (regular && kind != MarkupLexer.Kind.OVER && !allowance.isSpent()) {
      switch (kind) {
        case TEXT -> text();
        case START -> start(lexer.tag());
        case END -> end(lexer.element());
        case COMMENT -> page.comment(comment(), lexer.from(), lexer.to());
        case DOCTYPE -> doctype();
        default -> giveUp();
      }
      regular &= open.isRegular();
      kind = lexer.next();
    }
    if (regular && part.compareTo(Part.BODY) < 0) {
      startBody();
    }
    stack.closeAll();
    return regular;
  }

  private void giveUp() {
    regular = false;
  }

  private String comment() {
    return source.charAt(lexer.from() + 1) == '?'
        ? source.substring(lexer.from() + 1, lexer.to() - 1)
        : source.substring(lexer.from() + 4, lexer.to() - 3);
  }

  /** The declaration counts where nothing but comments stands before it. */
  private void doctype() {
    Optional<Boolean> standards = lexer.standardsMode();
    if (standards.isEmpty()) {
      giveUp();
    } else if (part == Part.BEFORE_HTML && !declared) {
      declared = true;
      open.endParagraphsAtTables(standards.get());
    }
  }

  // ---- the parts of the page

  private void start(SourceTag tag) {
    Nesting nesting = tag.element().nesting();
    if (open.drawing().isOpen()) {
      startInDrawing(tag);
    } else if (part == Part.BEFORE_HTML && nesting == Nesting.HTML) {
      stack.open(tag);
      part = Part.BEFORE_HEAD;
    } else if (part.compareTo(Part.HEAD) < 0 && nesting == Nesting.HEAD) {
      startHtml();
      stack.open(tag);
      part = Part.HEAD;
    } else if (part.compareTo(Part.BODY) < 0 && nesting == Nesting.BODY) {
      endHead();
      stack.open(tag);
      part = Part.BODY;
    } else if (nesting == Nesting.HTML || nesting == Nesting.BODY || part == Part.AFTER_BODY) {
      giveUp();
    } else if (part.compareTo(Part.BODY) < 0) {
      startInHead(tag);
    } else {
      startInBody(tag);
    }
  }

  private void startInDrawing(SourceTag tag) {
    Optional<Boolean> closed = lexer.isClosedTag();
    if (closed.isPresent()) {
      open.drawing().start(tag, closed.get());
    } else {
      giveUp();
    }
  }

  private void startInHead(SourceTag tag) {
    Nesting nesting = tag.element().nesting();
    boolean belongs = nesting == Nesting.HEAD_VOID || nesting == Nesting.RAW;
    if (nesting == Nesting.UNRULY
        || nesting == Nesting.HEAD
        || (belongs && part == Part.AFTER_HEAD)) {
      giveUp();
    } else if (belongs) {
      startHead();
      startInBody(tag);
    } else {
      startBody();
      startInBody(tag);
    }
  }

  private void startInBody(SourceTag tag) {
    open.start(tag);
    if (open.drawing().isOpen() && !lexer.isClosedTag().equals(Optional.of(false))) {
      giveUp(); // an empty drawing
    }
    if (open.isRegular() && tag.element().nesting() == Nesting.RAW) {
      raw(tag.element());
    }
  }

  private void end(ElementName element) {
    Nesting nesting = element.nesting();
    if (open.drawing().isOpen()) {
      open.drawing().end(element);
    } else if (part == Part.BODY && nesting == Nesting.BODY) {
      part = stack.inScope(Nesting.BODY, false) >= 0 ? Part.AFTER_BODY : part;
    } else if (part.compareTo(Part.BODY) >= 0 && nesting == Nesting.HTML) {
      part = stack.isInTable() ? part : Part.AFTER_BODY;
    } else if (part == Part.BODY) {
      open.end(element);
    } else if (part == Part.HEAD && nesting == Nesting.HEAD) {
      endHead();
    } else {
      giveUp();
    }
  }

  private void startHtml() {
    if (part == Part.BEFORE_HTML) {
      stack.open(SourceTag.implied(ElementName.HTML, lexer.from()));
      part = Part.BEFORE_HEAD;
    }
  }

  private void startHead() {
    startHtml();
    if (part == Part.BEFORE_HEAD) {
      stack.open(SourceTag.implied(ElementName.HEAD, lexer.from()));
      part = Part.HEAD;
    }
  }

  private void endHead() {
    startHead();
    if (part == Part.HEAD) {
      stack.close();
      part = Part.AFTER_HEAD;
    }
  }

  private void startBody() {
    endHead();
    stack.open(SourceTag.implied(ElementName.BODY, lexer.from()));
    part = Part.BODY;
  }

  // ---- text

  private void text() {
    boolean blank = isBlank(lexer.from(), lexer.to());
    if (blank && part != Part.BODY) {
      return;
    }
    if (part == Part.AFTER_BODY || (!blank && part == Part.BODY && stack.top().isTableFrame())) {
      giveUp();
      return;
    }
    if (part != Part.BODY) {
      startBody();
    }
    if (!stack.top().isTableFrame()) {
      stack.reopen(lexer.from());
    }
    words(lexer.from(), lexer.to());
  }

  private void words(int from, int to) {
    String words = text.decoded(from, to);
    if (words.indexOf('\0') >= 0) {
      giveUp();
    } else {
      page.words(words, from, to);
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = source.charAt(i);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        return false;
      }
    }
    return true;
  }

  /** Takes in the text of a title, a style sheet or a script, and closes it. */
  private void raw(ElementName element) {
    int from = lexer.to();
    int to = lexer.skipRaw(element);
    if (to < 0) {
      giveUp();
      return;
    }
    if (to > from) {
      if (element.text().equals("title")) {
        words(from, to);
      } else {
        page.data(Markup.flat(source.substring(from, to)), from, to);
        regular &= !page.needsTree();
      }
    }
    stack.close();
  }
}

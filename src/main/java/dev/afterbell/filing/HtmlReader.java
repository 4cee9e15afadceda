package dev.afterbell.filing;

import dev.afterbell.limit.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.NodeVisitor;

/**
 * Reads an HTML page as it is parsed: each element is taken in when it is complete and then dropped
 * from the tree, so that memory does not grow with the page, and nothing recurses on its depth.
 */
final class HtmlReader {

  /** An element that is open where the reader stands. */
  private record Frame(Element element, TagKind kind, Look look) {}

  private final HtmlText text;
  private final HtmlStyles styles = new HtmlStyles();
  private final HiddenSpans hidden;
  private final Allowance allowance;
  private final List<Frame> path = new ArrayList<>();
  private final Deque<List<Draft>> sinks = new ArrayDeque<>();
  private final Deque<TableBuilder> tables = new ArrayDeque<>();
  private final Paragraph paragraph = new Paragraph();
  private final SourceText.Builder pre = new SourceText.Builder();
  private final StringBuilder title = new StringBuilder();
  private final String raw;
  private ByteSpan raised = NOT_RAISED;

  private static final ByteSpan NOT_RAISED = new ByteSpan(0, 0);

  private HtmlReader(ByteText source, HiddenSpans hidden, Allowance allowance) {
    this.allowance = allowance;
    this.text = new HtmlText(source);
    this.raw = source.text();
    this.hidden = hidden;
    sinks.push(new ArrayList<>());
  }

  /**
   * What a page says.
   *
   * @param title the title element, folded; empty if none
   * @param drafts its blocks in order
   */
  record Page(String title, List<Draft> drafts) {}

  /** Reads a page; text that no person would see goes to {@code hidden}. */
  static Page read(ByteText source, HiddenSpans hidden, Allowance allowance) {
    return new HtmlReader(source, hidden, allowance).run();
  }

  private Page run() {
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(Limits.HTML_DEPTH_MAX);
    try (StreamParser stream = new StreamParser(parser).parse(new LineEndsAsSpaces(raw), "")) {
      path.add(new Frame(stream.document(), TagKind.INLINE, Look.PAGE));
      Iterator<Element> complete = stream.iterator();
      while (!allowance.isSpent() && complete.hasNext()) {
        take(complete.next());
      }
      while (path.size() > 1) {
        leave();
      }
      descend(stream.document());
    }
    flush();
    String folded = title.toString().strip().replaceAll("\\s+", " ");
    return new Page(Glyphs.paired(folded.toCharArray()), sinks.getLast());
  }

  // ---- the walk

  /** Takes in a complete element and what stands before it, and drops both from the tree. */
  private void take(Element element) {
    Element parent = element.parent();
    if (parent == null || !standIn(parent, element)) {
      return;
    }
    visitBefore(element);
    visit(element);
    drop(parent, element.siblingIndex() + 1);
  }

  /** Takes in the text that stands before an element, so that nothing is read out of order. */
  private void visitBefore(Element element) {
    Element parent = element.parent();
    int count = element.siblingIndex();
    if (parent != null && count > 0) {
      for (int i = 0; i < count; i++) {
        visit(parent.childNode(i));
      }
      drop(parent, count);
    }
  }

  /**
   * Moves to a parent: leaves what is closed, enters what is new.
   *
   * @return false if the element is not to be taken now: it was taken with an ancestor, or it was
   *     moved before a table that is still open, and its turn comes after that
   */
  private boolean standIn(Element parent, Element element) {
    if (top().element() == parent) {
      return true;
    }
    Deque<Element> toEnter = new ArrayDeque<>();
    Element ancestor = parent;
    int at = indexOnPath(ancestor);
    while (at < 0) {
      toEnter.push(ancestor);
      ancestor = ancestor.parent();
      if (ancestor == null) {
        return false;
      }
      at = indexOnPath(ancestor);
    }
    if (at + 1 < path.size()) {
      Element below = path.get(at + 1).element();
      Element turn = toEnter.isEmpty() ? element : toEnter.peek();
      if (turn != below
          && below.parent() == ancestor
          && turn.siblingIndex() < below.siblingIndex()) {
        return false;
      }
      if (below == element) {
        at++;
      }
    }
    while (path.size() > at + 1) {
      leave();
    }
    for (Element open : toEnter) {
      visitBefore(open);
      enter(open);
    }
    return true;
  }

  private int indexOnPath(Element element) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).element() == element) {
        return i;
      }
    }
    return -1;
  }

  private Frame top() {
    return path.get(path.size() - 1);
  }

  /** Takes in one node with all below it. */
  private void visit(Node node) {
    if (!(node instanceof Element element)) {
      leaf(node);
      return;
    }
    if (top().element() != element) {
      enter(element);
    }
    descend(element);
    leave();
  }

  /** Takes in what is left below the open element, without recursion. */
  private void descend(Element root) {
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              if (element != root) {
                enter(element);
              }
            } else {
              leaf(node);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element && node != root) {
              leave();
            }
          }
        });
  }

  /** Removes the first {@code count} children. */
  private static void drop(Element parent, int count) {
    int size = parent.childNodeSize();
    List<Node> kept = new ArrayList<>(parent.childNodes().subList(count, size));
    parent.empty();
    kept.forEach(parent::appendChild);
  }

  // ---- elements

  private void enter(Element element) {
    Look outer = top().look();
    TagKind kind = kind(element);
    Declarations declared = styles.declared(element);
    Look look = styles.look(element, kind, declared, outer);
    kind = asDisplayed(kind, declared);
    if ((kind == TagKind.ROW || kind == TagKind.CELL) && tables.isEmpty()) {
      kind = TagKind.BLOCK;
    }
    path.add(new Frame(element, kind, look));
    switch (kind) {
      case BLOCK, PRE -> flush();
      case HEADING -> {
        flush();
        paragraph.markHeading();
      }
      case TABLE -> {
        flush();
        tables.push(new TableBuilder());
      }
      case ROW -> {
        flush();
        tables.element().startRow();
      }
      case CELL -> {
        flush();
        sinks.push(new ArrayList<>());
      }
      case BREAK -> lineBreak(element, look);
      case RAISED -> raised = tag(element);
      default -> {
        if (declared.isRaised()) {
          raised = tag(element);
        }
      }
    }
  }

  /** A title elsewhere than in the head belongs to a drawing. */
  private TagKind kind(Element element) {
    TagKind kind = TagKind.of(element.normalName());
    boolean inHead = top().element().normalName().equals("head");
    return kind == TagKind.TITLE && !inHead ? TagKind.HIDDEN : kind;
  }

  private static TagKind asDisplayed(TagKind kind, Declarations declared) {
    String display = declared.display();
    if (display.isEmpty()) {
      return kind;
    }
    if (kind == TagKind.BLOCK && display.equals("inline")) {
      return TagKind.INLINE;
    }
    boolean block = display.equals("block") || display.equals("flex") || display.equals("grid");
    boolean inline = kind == TagKind.INLINE || kind == TagKind.BOLD;
    return block && inline ? TagKind.BLOCK : kind;
  }

  private void leave() {
    Frame frame = path.remove(path.size() - 1);
    switch (frame.kind()) {
      case BLOCK, HEADING, PRE -> flush();
      case TABLE -> {
        flush();
        TableBuilder table = tables.pop();
        table.finish(sinks.element()::add);
      }
      case ROW -> {
        flush();
        tables.element().endRow();
      }
      case CELL -> endCell(frame);
      case RAISED -> raised = NOT_RAISED;
      default -> {}
    }
  }

  private void endCell(Frame frame) {
    flush();
    List<Draft> content = sinks.pop();
    if (!frame.look().gone()) {
      Element cell = frame.element();
      boolean header = cell.normalName().equals("th") || isInHead(cell);
      tables.element().addCell(span(cell, "colspan"), span(cell, "rowspan"), header, content);
    }
  }

  private static boolean isInHead(Element cell) {
    Element row = cell.parent();
    Element group = row == null ? null : row.parent();
    return group != null && group.normalName().equals("thead");
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).trim();
    int number = 0;
    for (int i = 0; i < value.length() && Character.digit(value.charAt(i), 10) >= 0; i++) {
      number = Math.min(TableBuilder.COLUMNS_MAX, number * 10 + value.charAt(i) - '0');
    }
    return Math.max(1, number);
  }

  private void flush() {
    List<Draft> sink = sinks.element();
    paragraph.flush(
        draft -> {
          allowance.take();
          sink.add(draft);
        });
    if (pre.length() > 0) {
      SourceText kept = pre.build();
      pre.clear();
      sink.addAll(PlainText.read(kept, allowance));
    }
  }

  // ---- text

  private ByteSpan tag(Element element) {
    return text.bytes(element.sourceRange().startPos(), element.sourceRange().endPos());
  }

  private void lineBreak(Element element, Look look) {
    if (!look.isSeen()) {
      return;
    }
    ByteSpan bytes = tag(element);
    if (look.preformatted()) {
      pre.append('\n', bytes.start(), bytes.end());
    } else {
      paragraph.lineBreak(bytes.start(), bytes.end());
    }
  }

  private void leaf(Node node) {
    int from = node.sourceRange().startPos();
    int to = node.sourceRange().endPos();
    if (node instanceof TextNode words) {
      words(words.getWholeText(), from, to);
    } else if (node instanceof DataNode data) {
      if (top().element().normalName().equals("style")) {
        styles.addRules(data.getWholeData());
      }
      hide(data.getWholeData(), from, to);
    } else if (node instanceof Comment comment) {
      hide(comment.getData(), from, to);
    }
  }

  private void words(String words, int from, int to) {
    Frame top = top();
    if (top.kind() == TagKind.TITLE) {
      title.append(words);
      return;
    }
    Look look = top.look();
    if (!look.isSeen()) {
      hide(words, from, to);
      return;
    }
    if (look.preformatted()) {
      text.read(words, from, to, pre::append);
      return;
    }
    if (words.isBlank()) {
      ByteSpan bytes = text.bytes(from, to);
      paragraph.addSpace(bytes.start(), bytes.end());
      return;
    }
    hidden.seen();
    boolean bold = look.bold();
    if (!raised.equals(NOT_RAISED)) {
      setApart(words);
    }
    text.read(words, from, to, (c, start, end) -> paragraph.add(c, start, end, bold));
  }

  /** Puts a space before a raised footnote mark, lest "2.23" and "1" read "2.231". */
  private void setApart(String words) {
    char first = words.strip().charAt(0);
    boolean mark = Character.isDigit(first) || first == '(' || first == '*';
    if (mark && !paragraph.isEmpty() && !paragraph.endsInSpace()) {
      paragraph.addSpace(raised.start(), raised.end());
    }
    raised = NOT_RAISED;
  }

  private void hide(String words, int from, int to) {
    if (!words.isBlank()) {
      ByteSpan bytes = text.bytes(from, to);
      hidden.add(bytes);
    }
  }
}

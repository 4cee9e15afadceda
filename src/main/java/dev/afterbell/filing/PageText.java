package dev.afterbell.filing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the elements of a page do to its text: collects paragraphs, the cells of tables and the
 * title, and knows at each place how text is set. It is told of tags and text in the order of the
 * page, and needs no tree.
 */
final class PageText {

  /** An element that is open where the reader stands. */
  private record Frame(StartTag tag, TagKind kind, Look look) {}

  private static final ByteSpan NOT_RAISED = new ByteSpan(0, 0);

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
  private final TextSink bold = new Ink(true);
  private final TextSink plain = new Ink(false);
  private ByteSpan raised = NOT_RAISED;

  /** Hands text to the paragraph. */
  private final class Ink implements TextSink {

    private final boolean isBold;

    Ink(boolean isBold) {
      this.isBold = isBold;
    }

    @Override
    public void accept(char c, int start, int end) {
      paragraph.add(c, start, end, isBold);
    }

    @Override
    public void acceptRun(String source, int from, int to, int start) {
      paragraph.addRun(source, from, to, start, isBold);
    }
  }

  /**
   * @param root stands for the page around its first element
   */
  PageText(ByteText source, StartTag root, HiddenSpans hidden, Allowance allowance) {
    this.text = new HtmlText(source);
    this.hidden = hidden;
    this.allowance = allowance;
    sinks.push(new ArrayList<>());
    path.add(new Frame(root, TagKind.INLINE, Look.PAGE));
  }

  /** Whether a rule was met that only a tree can tell of an element. */
  boolean needsTree() {
    return styles.needsTree();
  }

  /** What was collected; called once, when the page is over. */
  HtmlReader.Page finish() {
    flush();
    String folded = title.toString().strip().replaceAll("\\s+", " ");
    return new HtmlReader.Page(Glyphs.paired(folded.toCharArray()), sinks.getLast());
  }

  private Frame top() {
    return path.get(path.size() - 1);
  }

  // ---- elements

  /** An element opens. */
  void enter(StartTag tag) {
    Look outer = top().look();
    TagKind kind = kind(tag);
    Declarations declared = styles.declared(tag);
    Look look = styles.look(tag, kind, declared, outer);
    kind = asDisplayed(kind, declared);
    if ((kind == TagKind.ROW || kind == TagKind.CELL) && tables.isEmpty()) {
      kind = TagKind.BLOCK;
    }
    path.add(new Frame(tag, kind, look));
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
      case BREAK -> lineBreak(tag, look);
      case RAISED -> raised = place(tag);
      default -> {
        if (declared.isRaised()) {
          raised = place(tag);
        }
      }
    }
  }

  /** A title elsewhere than in the head belongs to a drawing. */
  private TagKind kind(StartTag tag) {
    TagKind kind = tag.kind();
    return kind == TagKind.TITLE && !top().tag().name().equals("head") ? TagKind.HIDDEN : kind;
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

  /** The element that opened last closes. */
  void leave() {
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
      StartTag cell = frame.tag();
      boolean header = cell.name().equals("th") || isInHead();
      tables.element().addCell(span(cell, "colspan"), span(cell, "rowspan"), header, content);
    }
  }

  /** Whether the row where the reader stands is one of a table's head. */
  private boolean isInHead() {
    return path.size() > 2 && path.get(path.size() - 2).tag().name().equals("thead");
  }

  private static int span(StartTag cell, String attribute) {
    String value = cell.value(attribute).trim();
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
          ManyTexts.add(draft, sink);
        });
    if (pre.length() > 0) {
      SourceText kept = pre.build();
      pre.clear();
      sink.addAll(PlainText.read(kept, allowance));
    }
  }

  // ---- text

  private ByteSpan place(StartTag tag) {
    return text.bytes(tag.from(), tag.to());
  }

  private void lineBreak(StartTag tag, Look look) {
    if (!look.isSeen()) {
      return;
    }
    ByteSpan bytes = place(tag);
    if (look.preformatted()) {
      pre.append('\n', bytes.start(), bytes.end());
    } else {
      paragraph.lineBreak(bytes.start(), bytes.end());
    }
  }

  /** The text of a style sheet or a script. */
  void data(String data, int from, int to) {
    if (top().tag().name().equals("style")) {
      styles.addRules(data);
    }
    hide(data, from, to);
  }

  /** A comment. */
  void comment(String words, int from, int to) {
    hide(words, from, to);
  }

  /**
   * Text as decoded.
   *
   * @param words what a person reads
   * @param from where it begins in the source
   * @param to where it ends there
   */
  void words(String words, int from, int to) {
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
    if (!raised.equals(NOT_RAISED)) {
      setApart(words);
    }
    text.read(words, from, to, look.bold() ? bold : plain);
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

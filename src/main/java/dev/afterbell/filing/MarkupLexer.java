package dev.afterbell.filing;

import java.util.Optional;

/**
 * Cuts a page into tags, text and comments, as long as they are written as HTML wants them; what a
 * parser would have to mend is {@link Kind#IRREGULAR}.
 */
final class MarkupLexer {

  /** What stands at a place. */
  enum Kind {
    TEXT,
    START,
    END,
    COMMENT,
    DOCTYPE,
    IRREGULAR,
    OVER
  }

  /** More attributes than this are left to the full parser, which drops some. */
  private static final int ATTRIBUTES_MAX = 500;

  private final String source;
  private final ElementName.Met names;
  private int from;
  private int to;
  private final InlineStyles styles = new InlineStyles();
  private final TagMemory remembered;
  private final AttributeLexer attributes;
  private ElementName element = ElementName.HTML;
  private SourceTag.Said said = SourceTag.implied(ElementName.HTML, 0).said();

  MarkupLexer(String source) {
    this.source = source;
    this.names = new ElementName.Met(source);
    this.remembered = new TagMemory(source);
    this.attributes = new AttributeLexer(source);
  }

  /** Goes on to what stands next. */
  Kind next() {
    from = to;
    if (from == source.length()) {
      return Kind.OVER;
    }
    if (source.charAt(from) != '<' || !isMarkup(from)) {
      to = textEnd();
      return Kind.TEXT;
    }
    char c = source.charAt(from + 1);
    return switch (c) {
      case '/' -> endTag();
      case '!' -> declaration();
      case '?' -> upTo(source.indexOf('>', from), 1, Kind.COMMENT);
      default -> startTag();
    };
  }

  /** The first character of what {@link #next} found. */
  int from() {
    return from;
  }

  /** The character after it. */
  int to() {
    return to;
  }

  /** The element of the end tag that was found. */
  ElementName element() {
    return element;
  }

  /** The start tag that was found. */
  SourceTag tag() {
    return new SourceTag(said, from, to);
  }

  /**
   * Whether the start tag that was found ends in a slash; empty where the slash may belong to a
   * value.
   */
  Optional<Boolean> isClosedTag() {
    int slash = to - 2;
    if (source.charAt(slash) != '/') {
      return Optional.of(false);
    }
    char before = source.charAt(slash - 1);
    boolean apart = before == '"' || before == '\'' || Markup.isSpace(before);
    int value = source.indexOf('=', from);
    return apart || value < 0 || value > slash ? Optional.of(true) : Optional.empty();
  }

  /**
   * Goes over the text of an element that holds nothing else, and over its end tag.
   *
   * @return where the end tag begins; −1 if there is none, or the text is not plain
   */
  int skipRaw(ElementName name) {
    int length = name.text().length();
    int at = source.indexOf("</", to);
    while (at >= 0 && !source.regionMatches(true, at + 2, name.text(), 0, length)) {
      at = source.indexOf("</", at + 2);
    }
    if (at < 0 || !source.startsWith(">", at + 2 + length)) {
      return -1;
    }
    int text = to;
    to = at + 3 + length;
    return isPlain(name, text, at) ? at : -1;
  }

  /** Whether the text of a title has no tags, and that of a script no comments. */
  private boolean isPlain(ElementName name, int start, int end) {
    return switch (name.text()) {
      case "title" -> source.indexOf('<', start) == end;
      case "script" -> {
        int comment = source.indexOf("<!--", start);
        yield comment < 0 || comment > end;
      }
      default -> true;
    };
  }

  /** Whether a {@code <} begins markup; before a space or a digit it is text. */
  private boolean isMarkup(int at) {
    if (at + 1 == source.length()) {
      return false;
    }
    char c = source.charAt(at + 1);
    return isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  private int textEnd() {
    int end = source.indexOf('<', from + 1);
    while (end >= 0 && !isMarkup(end)) {
      end = source.indexOf('<', end + 1);
    }
    return end < 0 ? source.length() : end;
  }

  private Kind upTo(int last, int length, Kind kind) {
    if (last < 0) {
      return Kind.IRREGULAR;
    }
    to = last + length;
    return kind;
  }

  private Kind declaration() {
    if (source.startsWith("--", from + 2)) {
      int text = from + 4;
      int end = source.indexOf("--", text);
      boolean plain = end > text && source.charAt(text) != '>' && source.charAt(text) != '-';
      return plain && source.startsWith(">", end + 2) ? upTo(end, 3, Kind.COMMENT) : Kind.IRREGULAR;
    }
    if (source.regionMatches(true, from + 2, "doctype", 0, 7)) {
      return upTo(source.indexOf('>', from), 1, Kind.DOCTYPE);
    }
    return Kind.IRREGULAR;
  }

  private Kind endTag() {
    int end = nameEnd(from + 2);
    if (end == from + 2 || !isLetter(source.charAt(from + 2))) {
      return Kind.IRREGULAR;
    }
    int close = Markup.afterSpace(source, end);
    if (close == source.length() || source.charAt(close) != '>') {
      return Kind.IRREGULAR;
    }
    element = names.at(from + 2, end);
    to = close + 1;
    return Kind.END;
  }

  private Kind startTag() {
    int close = source.indexOf('>', from);
    Optional<SourceTag.Said> known = remembered.at(from, close);
    if (known.isPresent()) {
      said = known.get();
      to = close + 1;
      return Kind.START;
    }
    Kind kind = newTag();
    if (kind == Kind.START) {
      said = new SourceTag.Said(element, attributes.taken(), styles.of(attributes.value("style")));
      if (to == close + 1) {
        remembered.put(from, close, said);
      }
    }
    return kind;
  }

  private Kind newTag() {
    int at = nameEnd(from + 1);
    if (at == source.length()) {
      return Kind.IRREGULAR;
    }
    char c = source.charAt(at);
    if (!Markup.isSpace(c) && c != '/' && c != '>') {
      return Kind.IRREGULAR;
    }
    element = names.at(from + 1, at);
    attributes.clear();
    int count = 0;
    while (at < source.length()) {
      at = Markup.afterSpace(source, at);
      if (at == source.length()) {
        break;
      }
      c = source.charAt(at);
      if (c == '>') {
        to = at + 1;
        return Kind.START;
      }
      at = c == '/' ? at + 1 : attributes.take(at);
      count++;
      if (at < 0 || count > ATTRIBUTES_MAX) {
        break;
      }
    }
    return Kind.IRREGULAR;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < source.length() && isTagChar(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isTagChar(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
  }

  /** Whether a page that begins with this declaration is laid out by the standard's rules. */
  Optional<Boolean> standardsMode() {
    return Doctype.standardsMode(source.substring(from, to));
  }
}

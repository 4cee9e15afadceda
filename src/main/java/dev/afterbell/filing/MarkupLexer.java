package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;

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

  /** The attributes that say how text is set, by the length of their names. */
  private static final String[][] KEPT = {
    {},
    {},
    {"id"},
    {},
    {"text", "open"},
    {"style", "class", "color"},
    {"hidden"},
    {"colspan", "rowspan", "bgcolor"},
    {},
    {},
    {"background"}
  };

  private final String source;
  private final ElementName.Met names;
  private int from;
  private int to;
  private final InlineStyles styles = new InlineStyles();
  private final TagMemory remembered;
  private ElementName element = ElementName.HTML;
  private SourceTag.Said said = SourceTag.implied(ElementName.HTML, 0).said();
  private List<String> attributes = List.of();

  MarkupLexer(String source) {
    this.source = source;
    this.names = new ElementName.Met(source);
    this.remembered = new TagMemory(source);
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
    int close = afterSpace(end);
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
      said = new SourceTag.Said(element, attributes, styles.of(attribute("style")));
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
    if (!isSpace(c) && c != '/' && c != '>') {
      return Kind.IRREGULAR;
    }
    element = names.at(from + 1, at);
    attributes = List.of();
    int count = 0;
    while (at < source.length()) {
      at = afterSpace(at);
      if (at == source.length()) {
        break;
      }
      c = source.charAt(at);
      if (c == '>') {
        to = at + 1;
        return Kind.START;
      }
      at = c == '/' ? at + 1 : attribute(at);
      count++;
      if (at < 0 || count > ATTRIBUTES_MAX) {
        break;
      }
    }
    return Kind.IRREGULAR;
  }

  /** Takes an attribute in; gives what follows it, or −1 where that would have to be mended. */
  private int attribute(int at) {
    int nameEnd = at;
    while (nameEnd < source.length() && isNameChar(source.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == at || nameEnd == source.length()) {
      return -1;
    }
    int next = afterSpace(nameEnd);
    if (next == source.length()) {
      return -1;
    }
    if (source.charAt(next) != '=') {
      keep(at, nameEnd, next, next);
      return next;
    }
    int value = afterSpace(next + 1);
    if (value == source.length()) {
      return -1;
    }
    char quote = source.charAt(value);
    if (quote == '"' || quote == '\'') {
      int end = source.indexOf(quote, value + 1);
      keep(at, nameEnd, value + 1, end);
      return end < 0 ? -1 : end + 1;
    }
    int end = value;
    while (end < source.length() && source.charAt(end) != '>' && !isSpace(source.charAt(end))) {
      end++;
    }
    keep(at, nameEnd, value, end);
    return end == value ? -1 : end;
  }

  private void keep(int name, int nameEnd, int value, int valueEnd) {
    int length = nameEnd - name;
    if (length >= KEPT.length || valueEnd < 0) {
      return;
    }
    for (String kept : KEPT[length]) {
      if (source.regionMatches(true, name, kept, 0, length)) {
        if (attributes.isEmpty()) {
          attributes = new ArrayList<>(4);
        }
        if (indexOf(kept) < 0) {
          attributes.add(kept);
          attributes.add(value(value, valueEnd));
        }
        return;
      }
    }
  }

  private int indexOf(String attribute) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        return i;
      }
    }
    return -1;
  }

  private String attribute(String name) {
    int index = indexOf(name);
    return index < 0 ? "" : attributes.get(index + 1);
  }

  private String value(int start, int end) {
    String value = flat(source.substring(start, end));
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  /** Text with spaces for line ends, which is what the full parser is given. */
  static String flat(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < source.length() && isTagChar(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int afterSpace(int start) {
    int at = start;
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isTagChar(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c < 0x7F && c != '=' && c != '>' && c != '/' && c != '"' && c != '\''
        && c != '<' && c != '?';
  }

  /** Whether a page that begins with this declaration is laid out by the standard's rules. */
  Optional<Boolean> standardsMode() {
    return Doctype.standardsMode(source.substring(from, to));
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;

/** Cuts the attributes of a start tag, and keeps those that say how text is set. */
final class AttributeLexer {

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
  private List<String> attributes = List.of();

  AttributeLexer(String source) {
    this.source = source;
  }

  /** Begins another tag. */
  void clear() {
    attributes = List.of();
  }

  /** The names and values that were kept, in turn. */
  List<String> taken() {
    return attributes;
  }

  /** Takes an attribute in; gives what follows it, or −1 where that would have to be mended. */
  int take(int at) {
    int nameEnd = at;
    while (nameEnd < source.length() && isNameChar(source.charAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd == at || nameEnd == source.length()) {
      return -1;
    }
    int next = Markup.afterSpace(source, nameEnd);
    if (next == source.length()) {
      return -1;
    }
    if (source.charAt(next) != '=') {
      keep(at, nameEnd, next, next);
      return next;
    }
    int value = Markup.afterSpace(source, next + 1);
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
    while (end < source.length()
        && source.charAt(end) != '>'
        && !Markup.isSpace(source.charAt(end))) {
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
          attributes.add(decoded(value, valueEnd));
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

  /** The value of an attribute that was taken in; empty if it was not. */
  String value(String name) {
    int index = indexOf(name);
    return index < 0 ? "" : attributes.get(index + 1);
  }

  private String decoded(int start, int end) {
    String value = Markup.flat(source.substring(start, end));
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c < 0x7F && c != '=' && c != '>' && c != '/' && c != '"' && c != '\''
        && c != '<' && c != '?';
  }
}

package dev.afterbell.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value whose strings know the bytes of every character: {@code \n}, {@code \u00e9} and
 * plain UTF-8 alike. Strict JSON (RFC 8259), a byte order mark allowed; depth and size are bounded
 * by the caller's cap on bytes and by {@link #DEPTH_MAX}.
 */
sealed interface JsonText {

  /** Deepest nesting read; an article is two deep. */
  int DEPTH_MAX = 32;

  /** A string, escapes decoded, white space as written. */
  record Str(SourceText text) implements JsonText {}

  /** A list. */
  record Arr(List<JsonText> items) implements JsonText {}

  /** An object; of a key named twice there is none: that is an error. */
  record Obj(Map<String, JsonText> fields) implements JsonText {}

  /** A number, {@code true}, {@code false} or {@code null}, as written. */
  record Bare(String text) implements JsonText {}

  /** The bytes are not JSON. */
  final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(int at, String problem) {
      super("byte " + at + ": " + problem);
    }
  }

  /**
   * Reads one value.
   *
   * @throws Malformed if the bytes are anything else, saying where
   */
  static JsonText parse(byte[] bytes) throws Malformed {
    return new Scanner(bytes).whole();
  }

  /** One pass over the bytes. */
  final class Scanner {

    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private int at;

    private Scanner(byte[] bytes) {
      this.bytes = bytes;
      boolean mark =
          bytes.length >= 3
              && (bytes[0] & 0xff) == 0xEF
              && (bytes[1] & 0xff) == 0xBB
              && (bytes[2] & 0xff) == 0xBF;
      this.at = mark ? 3 : 0;
    }

    private JsonText whole() throws Malformed {
      JsonText value = value(0);
      space();
      if (at < bytes.length) {
        throw new Malformed(at, "more after the end of the value");
      }
      return value;
    }

    private JsonText value(int depth) throws Malformed {
      if (depth > DEPTH_MAX) {
        throw new Malformed(at, "nested deeper than " + DEPTH_MAX);
      }
      space();
      return switch (peek()) {
        case '{' -> object(depth);
        case '[' -> array(depth);
        case '"' -> new Str(string());
        default -> bare();
      };
    }

    private Obj object(int depth) throws Malformed {
      Map<String, JsonText> fields = new LinkedHashMap<>();
      at++;
      space();
      if (peek() == '}') {
        at++;
        return new Obj(fields);
      }
      while (true) {
        space();
        int start = at;
        String key = string().text();
        space();
        expect(':');
        if (fields.put(key, value(depth + 1)) != null) {
          throw new Malformed(start, "the key " + key + " stands twice");
        }
        space();
        if (peek() == '}') {
          at++;
          return new Obj(fields);
        }
        expect(',');
      }
    }

    private Arr array(int depth) throws Malformed {
      List<JsonText> items = new ArrayList<>();
      at++;
      space();
      if (peek() == ']') {
        at++;
        return new Arr(items);
      }
      while (true) {
        items.add(value(depth + 1));
        space();
        if (peek() == ']') {
          at++;
          return new Arr(items);
        }
        expect(',');
      }
    }

    private Bare bare() throws Malformed {
      int start = at;
      while (at < bytes.length && ",]} \t\r\n".indexOf(bytes[at]) < 0) {
        at++;
      }
      StringBuilder text = new StringBuilder(at - start);
      for (int i = start; i < at; i++) {
        text.append((char) (bytes[i] & 0xff));
      }
      if (!text.toString()
          .matches("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+")) {
        throw new Malformed(start, "a value is expected");
      }
      return new Bare(text.toString());
    }

    private SourceText string() throws Malformed {
      expect('"');
      SourceText.Builder text = new SourceText.Builder();
      while (peek() != '"') {
        int b = peek();
        if (b < ' ') {
          throw new Malformed(at, "a control character stands in a string");
        }
        if (b == '\\') {
          escape(text);
        } else if (b < 0x80) {
          text.append((char) b, at, ++at);
        } else {
          wide(text, b);
        }
      }
      at++;
      return text.build();
    }

    private void escape(SourceText.Builder text) throws Malformed {
      int start = at++;
      int c = peek();
      at++;
      switch (c) {
        case '"', '\\', '/' -> text.append((char) c, start, at);
        case 'b' -> text.append('\b', start, at);
        case 'f' -> text.append('\f', start, at);
        case 'n' -> text.append('\n', start, at);
        case 'r' -> text.append('\r', start, at);
        case 't' -> text.append('\t', start, at);
        case 'u' -> unicode(text, start);
        default -> throw new Malformed(start, "no such escape");
      }
    }

    private void unicode(SourceText.Builder text, int start) throws Malformed {
      char c = hex();
      boolean paired =
          Character.isHighSurrogate(c)
              && at + 1 < bytes.length
              && bytes[at] == '\\'
              && bytes[at + 1] == 'u';
      if (!paired) {
        text.append(Character.isSurrogate(c) ? REPLACEMENT : c, start, at);
        return;
      }
      int second = at;
      at += 2;
      char low = hex();
      if (Character.isLowSurrogate(low)) {
        text.append(c, start, at);
        text.append(low, start, at);
      } else {
        text.append(REPLACEMENT, start, second);
        at = second;
      }
    }

    private char hex() throws Malformed {
      int value = 0;
      for (int i = 0; i < 4; i++) {
        int digit = Character.digit(peek(), 16);
        if (digit < 0) {
          throw new Malformed(at, "four hexadecimal digits are expected");
        }
        value = value * 16 + digit;
        at++;
      }
      return (char) value;
    }

    /** A character of two to four bytes; what is no UTF-8 becomes one mark per byte. */
    private void wide(SourceText.Builder text, int first) {
      int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
      int code = first & (0xff >> (length + 1));
      boolean good = first >= 0xC2 && first <= 0xF4 && at + length <= bytes.length;
      for (int i = 1; good && i < length; i++) {
        good = (bytes[at + i] & 0xC0) == 0x80;
        code = code << 6 | (bytes[at + i] & 0x3F);
      }
      good = good && code >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80);
      if (!good || code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
        text.append(REPLACEMENT, at, ++at);
        return;
      }
      for (char c : Character.toChars(code)) {
        text.append(c, at, at + length);
      }
      at += length;
    }

    private void space() {
      while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
        at++;
      }
    }

    private int peek() throws Malformed {
      if (at >= bytes.length) {
        throw new Malformed(at, "the file ends in the middle of a value");
      }
      return bytes[at] & 0xff;
    }

    private void expect(char c) throws Malformed {
      if (peek() != c) {
        throw new Malformed(at, "'" + c + "' is expected");
      }
      at++;
    }
  }
}

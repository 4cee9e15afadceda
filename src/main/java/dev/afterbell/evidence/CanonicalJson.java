package dev.afterbell.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.afterbell.filing.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way in which Afterbell writes JSON that is hashed: keys sorted by UTF-16 code unit, no
 * white space, the shortest escapes, UTF-8 (as RFC 8785 has it). Numbers are integers only: a
 * decimal is written as a string, so that no reader can round it.
 */
public final class CanonicalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  /**
   * The canonical text.
   *
   * @throws IllegalArgumentException if the tree holds a fraction or something that is not JSON
   */
  public static String text(JsonNode node) {
    StringBuilder out = new StringBuilder(1024);
    write(node, out);
    return out.toString();
  }

  /**
   * The canonical text in UTF-8: the bytes that are hashed.
   *
   * @throws IllegalArgumentException if the tree holds a fraction or something that is not JSON
   */
  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The digest of {@link #bytes}. */
  public static Sha256 hash(JsonNode node) {
    return Sha256.of(bytes(node));
  }

  /**
   * Reads one JSON value, canonical or not.
   *
   * @throws CorruptJson if it is not JSON, names a key twice, or goes on after its end
   */
  public static JsonNode parse(byte[] utf8) {
    return parse(new String(utf8, StandardCharsets.UTF_8));
  }

  /**
   * Reads one JSON value, canonical or not.
   *
   * @throws CorruptJson if it is not JSON, names a key twice, or goes on after its end
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new CorruptJson("$", "nothing there");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new CorruptJson("$", "not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CorruptJson("$", "not JSON: " + e.getMessage(), e);
    }
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> writeArray(node, out);
      case STRING -> writeString(node.textValue(), out);
      case BOOLEAN, NULL -> out.append(node.asText());
      case NUMBER -> writeInteger(node, out);
      default ->
          throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType().name());
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(separator);
      writeString(field.getKey(), out);
      out.append(':');
      write(field.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeArray(JsonNode node, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (JsonNode item : node) {
      out.append(separator);
      write(item, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeInteger(JsonNode node, StringBuilder out) {
    if (!node.isIntegralNumber()) {
      throw new IllegalArgumentException("A decimal is written as a string: " + node.asText());
    }
    out.append(node.bigIntegerValue());
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || loneSurrogate(text, i)) {
            escape(c, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean loneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}

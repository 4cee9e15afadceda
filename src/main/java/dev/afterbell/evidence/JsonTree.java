package dev.afterbell.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Small words for building JSON trees: every field is always there, an absent one is {@code null},
 * a decimal is a plain string, an enum constant its lower-case name with hyphens.
 */
public final class JsonTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  /** An empty object. */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /** {@code value} as written by {@code writer}, or {@code null}. */
  public static <T> JsonNode optional(Optional<T> value, Function<T, ? extends JsonNode> writer) {
    return value.<JsonNode>map(writer::apply).orElseGet(NODES::nullNode);
  }

  /** A string, or {@code null}. */
  public static JsonNode optionalText(Optional<String> value) {
    return optional(value, JsonTree::text);
  }

  /** The {@code toString} of a value, or {@code null}. */
  public static JsonNode optionalString(Optional<?> value) {
    return optional(value, v -> text(v.toString()));
  }

  /** A string. */
  public static JsonNode text(String value) {
    return NODES.textNode(value);
  }

  /** A decimal as a plain string: no exponent, its own scale where that is not negative. */
  public static JsonNode decimal(BigDecimal value) {
    return text(value.toPlainString());
  }

  /** A list in the order given. */
  public static <T> ArrayNode list(List<T> items, Function<T, ? extends JsonNode> writer) {
    ArrayNode array = NODES.arrayNode(items.size());
    items.forEach(i -> array.add(writer.apply(i)));
    return array;
  }

  /** The name of a constant in lower case with hyphens. */
  public static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads what {@link #lower} writes.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static <E extends Enum<E>> Function<String, E> lowerOf(Class<E> type) {
    return byText(type, JsonTree::lower);
  }

  /**
   * Reads a constant by the text that {@code text} gives it.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static <E extends Enum<E>> Function<String, E> byText(
      Class<E> type, Function<E, String> text) {
    return wanted ->
        Arrays.stream(type.getEnumConstants())
            .filter(c -> text.apply(c).equals(wanted))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("No " + type.getSimpleName() + ": " + wanted));
  }
}

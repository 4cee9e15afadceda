package dev.afterbell.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object that is read strictly: every field is asked for by name and type, and whatever does
 * not fit is a {@link CorruptJson} that says where. A missing field and {@code null} are the same.
 */
public final class JsonView {

  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,59})(\\.[0-9]{1,60})?");

  private final JsonNode node;
  private final String path;

  private JsonView(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /**
   * The root object.
   *
   * @throws CorruptJson if it is not an object
   */
  public static JsonView of(JsonNode root) {
    return at(root, "$");
  }

  /**
   * An object somewhere inside.
   *
   * @param path where it stands
   * @throws CorruptJson if it is not an object
   */
  public static JsonView at(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new CorruptJson(path, "an object is expected, not " + kind(node));
    }
    return new JsonView(node, path);
  }

  /** Where this object stands. */
  public String path() {
    return path;
  }

  /** Names of all fields, in the order of the text. */
  public List<String> names() {
    return node.propertyStream().map(e -> e.getKey()).toList();
  }

  /** Whether the field is there and not {@code null}. */
  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  /** A string. */
  public String text(String field) {
    JsonNode value = required(field);
    if (!value.isTextual()) {
      throw problem(field, "a string is expected, not " + kind(value));
    }
    return value.textValue();
  }

  /** A string that may be absent. */
  public Optional<String> optionalText(String field) {
    return optional(field, this::text);
  }

  /** A whole number of 32 bits. */
  public int integer(String field) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw problem(field, "a whole number is expected, not " + kind(value));
    }
    return value.intValue();
  }

  /** A whole number of 64 bits. */
  public long longInteger(String field) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw problem(field, "a whole number is expected, not " + kind(value));
    }
    return value.longValue();
  }

  /** {@code true} or {@code false}. */
  public boolean bool(String field) {
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw problem(field, "true or false is expected, not " + kind(value));
    }
    return value.booleanValue();
  }

  /** A plain decimal written as a string, of at most 60 digits on either side of the point. */
  public BigDecimal decimal(String field) {
    String text = text(field);
    if (!DECIMAL.matcher(text).matches()) {
      throw problem(field, "a plain decimal is expected");
    }
    return new BigDecimal(text);
  }

  /** A plain decimal that may be absent. */
  public Optional<BigDecimal> optionalDecimal(String field) {
    return optional(field, this::decimal);
  }

  /**
   * A decimal that a person wrote, as a JSON number or as a string; may be absent. For files of
   * people only: what Afterbell writes is read by {@link #decimal}.
   */
  public Optional<BigDecimal> optionalNumber(String field) {
    if (node.path(field).isNumber()) {
      return Optional.of(node.path(field).decimalValue());
    }
    return optionalDecimal(field);
  }

  /** An ISO date. */
  public LocalDate date(String field) {
    return parsed(field, LocalDate::parse);
  }

  /** An ISO date that may be absent. */
  public Optional<LocalDate> optionalDate(String field) {
    return optional(field, this::date);
  }

  /** An ISO instant, in UTC or with an offset. */
  public Instant instant(String field) {
    return parsed(field, text -> OffsetDateTime.parse(text).toInstant());
  }

  /** An ISO instant that may be absent. */
  public Optional<Instant> optionalInstant(String field) {
    return optional(field, this::instant);
  }

  /** A string read by a value type's own {@code parse} or constructor. */
  public <T> T parsed(String field, Function<String, T> reader) {
    String text = text(field);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CorruptJson(path + "." + field, String.valueOf(e.getMessage()), e);
    }
  }

  /** The same for a field that may be absent. */
  public <T> Optional<T> optionalParsed(String field, Function<String, T> reader) {
    return optional(field, f -> parsed(f, reader));
  }

  /** An object. */
  public JsonView object(String field) {
    return at(required(field), path + "." + field);
  }

  /** An object that may be absent. */
  public Optional<JsonView> optionalObject(String field) {
    return optional(field, this::object);
  }

  /** A list of objects. */
  public <T> List<T> list(String field, Function<JsonView, T> reader) {
    JsonNode array = array(field);
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(built(at(array.get(i), path + "." + field + "[" + i + "]"), reader));
    }
    return List.copyOf(items);
  }

  /** A list of strings, each read by a value type's own {@code parse}. */
  public <T> List<T> texts(String field, Function<String, T> reader) {
    JsonNode array = array(field);
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      String at = path + "." + field + "[" + i + "]";
      if (!array.get(i).isTextual()) {
        throw new CorruptJson(at, "a string is expected, not " + kind(array.get(i)));
      }
      try {
        items.add(reader.apply(array.get(i).textValue()));
      } catch (IllegalArgumentException e) {
        throw new CorruptJson(at, String.valueOf(e.getMessage()), e);
      }
    }
    return List.copyOf(items);
  }

  /**
   * Builds a value from a view; a constructor that refuses its parts is corrupt JSON too.
   *
   * @throws CorruptJson with the path of the view
   */
  public static <T> T built(JsonView view, Function<JsonView, T> reader) {
    try {
      return reader.apply(view);
    } catch (IllegalArgumentException e) {
      throw new CorruptJson(view.path, String.valueOf(e.getMessage()), e);
    }
  }

  /** Builds the value of an object field, as {@link #built} does. */
  public <T> T build(String field, Function<JsonView, T> reader) {
    return built(object(field), reader);
  }

  /** The same for a field that may be absent. */
  public <T> Optional<T> optionalBuild(String field, Function<JsonView, T> reader) {
    return optional(field, f -> build(f, reader));
  }

  private <T> Optional<T> optional(String field, Function<String, T> reader) {
    return has(field) ? Optional.of(reader.apply(field)) : Optional.empty();
  }

  private JsonNode array(String field) {
    JsonNode value = required(field);
    if (!value.isArray()) {
      throw problem(field, "a list is expected, not " + kind(value));
    }
    return value;
  }

  private JsonNode required(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw problem(field, "missing");
    }
    return value;
  }

  private CorruptJson problem(String field, String text) {
    return new CorruptJson(path + "." + field, text);
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "nothing";
    };
  }
}

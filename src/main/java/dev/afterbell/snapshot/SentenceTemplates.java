package dev.afterbell.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the rule-based writer, from {@code sentences.properties}: words with {@code
 * {slots}} and {@code [optional parts]}. Brackets do not nest, and no digit may stand in a
 * template.
 */
final class SentenceTemplates {

  private static final String RESOURCE = "sentences.properties";
  private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  private final Map<String, String> templates;

  private SentenceTemplates(Map<String, String> templates) {
    this.templates = templates;
  }

  /**
   * The templates of the class path.
   *
   * @throws IllegalStateException if one is malformed
   */
  static SentenceTemplates load() {
    Properties read = new Properties();
    try (InputStream in = SentenceTemplates.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + RESOURCE);
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> templates = new TreeMap<>();
    read.stringPropertyNames()
        .forEach(name -> templates.put(name, validated(name, read.getProperty(name))));
    return new SentenceTemplates(templates);
  }

  private static String validated(String name, String template) {
    String outside = PART.matcher(template).replaceAll("");
    if (!outside.isEmpty() || template.chars().anyMatch(Character::isDigit)) {
      throw new IllegalStateException(
          "Sentence " + name + " has a stray bracket or a digit: " + template);
    }
    return template;
  }

  /**
   * The sentence with its slots filled.
   *
   * @return empty if a slot outside brackets has no filling
   * @throws IllegalArgumentException if there is no such sentence
   */
  Optional<Statement> fill(String name, Map<String, Statement> slots) {
    String template = templates.get(name);
    if (template == null) {
      throw new IllegalArgumentException("No sentence " + name);
    }
    Statement.Composer sentence = Statement.compose();
    Matcher parts = PART.matcher(template);
    while (parts.find()) {
      boolean optional = parts.group(1) != null;
      Optional<Statement> part = part(optional ? parts.group(1) : parts.group(2), slots);
      if (part.isPresent()) {
        sentence.part(part.get());
      } else if (!optional) {
        return Optional.empty();
      }
    }
    return Optional.of(sentence.done());
  }

  private static Optional<Statement> part(String template, Map<String, Statement> slots) {
    Statement.Composer part = Statement.compose();
    Matcher slot = SLOT.matcher(template);
    int from = 0;
    while (slot.find()) {
      Statement filling = slots.get(slot.group(1));
      if (filling == null) {
        return Optional.empty();
      }
      part.say(template.substring(from, slot.start())).part(filling);
      from = slot.end();
    }
    return Optional.of(part.say(template.substring(from)).done());
  }
}

package dev.afterbell.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** template.yaml, as questions that tests ask of it. */
final class Stack {

  static final List<String> FUNCTIONS =
      List.of("IngestFunction", "RefreshFunction", "SnapshotFunction");

  private final JsonNode template = Yaml.read("template.yaml");

  /**
   * One statement of a role.
   *
   * @param effect {@code Allow} or {@code Deny}
   * @param actions as written
   * @param resources each as text: a name with its intrinsic function around it
   */
  record Statement(String effect, List<String> actions, List<String> resources) {}

  JsonNode template() {
    return template;
  }

  /** A resource whole; fails if there is none of that name. */
  JsonNode resource(String name) {
    return template.required("Resources").required(name);
  }

  /** The properties of a resource. */
  JsonNode properties(String name) {
    return resource(name).required("Properties");
  }

  /** All resources of one type, by name. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    template
        .required("Resources")
        .properties()
        .forEach(
            e -> {
              if (e.getValue().path("Type").asText().equals(type)) {
                found.put(e.getKey(), e.getValue());
              }
            });
    return found;
  }

  /** A parameter. */
  JsonNode parameter(String name) {
    return template.required("Parameters").required(name);
  }

  /** An environment variable of a function. */
  JsonNode variable(String function, String name) {
    return properties(function).required("Environment").required("Variables").required(name);
  }

  /** The statements of a role's own policies. */
  List<Statement> statements(String role) {
    List<Statement> found = new ArrayList<>();
    for (JsonNode policy : properties(role).required("Policies")) {
      for (JsonNode s : policy.required("PolicyDocument").required("Statement")) {
        found.add(
            new Statement(
                s.required("Effect").asText(),
                texts(s.required("Action")),
                texts(s.required("Resource"))));
      }
    }
    return found;
  }

  /** What a role may do, by resource. */
  Map<String, List<String>> allowed(String role) {
    Map<String, List<String>> found = new TreeMap<>();
    for (Statement s : statements(role)) {
      if (s.effect().equals("Allow")) {
        s.resources()
            .forEach(r -> found.merge(r, s.actions(), (a, b) -> concat(a.stream(), b.stream())));
      }
    }
    return found;
  }

  private static List<String> concat(Stream<String> a, Stream<String> b) {
    return Stream.concat(a, b).toList();
  }

  /** A scalar or a list of scalars or intrinsic functions, as texts. */
  static List<String> texts(JsonNode node) {
    Stream<JsonNode> items =
        node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    return items.map(n -> n.isValueNode() ? n.asText() : n.toString()).toList();
  }

  /** What {@code !Ref name} reads as. */
  static String ref(String name) {
    return "{\"Ref\":\"" + name + "\"}";
  }

  /** What {@code !GetAtt name.attribute} reads as. */
  static String attribute(String name, String attribute) {
    return "{\"Fn::GetAtt\":[\"" + name + "\",\"" + attribute + "\"]}";
  }

  /** What {@code !Sub text} reads as. */
  static String sub(String text) {
    return "{\"Fn::Sub\":\"" + text + "\"}";
  }
}

package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Test
  void object_writtenInAnyOrder_givesSortedKeysWithoutSpace() {
    assertThat(
            CanonicalJson.text(CanonicalJson.parse("{ \"b\":[1, true,null], \"a\":{\"z\":-5} }")))
        .isEqualTo("{\"a\":{\"z\":-5},\"b\":[1,true,null]}");
  }

  @Test
  void string_withControlAndSpecialCharacters_usesTheShortestEscapes() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("k", "\"\\/\b\f\n\r\t\u0001\u007fé€𝔘\ud800");

    assertThat(CanonicalJson.text(node))
        .isEqualTo("{\"k\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007fé€𝔘\\ud800\"}");
  }

  @Property
  void string_writtenAndParsed_isTheSame(@ForAll String text) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("k", text);

    assertThat(CanonicalJson.parse(CanonicalJson.bytes(node)).get("k").textValue()).isEqualTo(text);
  }

  @Test
  void fraction_written_isRefused() {
    assertThatThrownBy(() -> CanonicalJson.bytes(CanonicalJson.parse("[1.5]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }

  @Test
  void text_withTwoValuesOrAKeyTwiceOrNothing_isCorrupt() {
    for (String text : new String[] {"{} {}", "{\"a\":1,\"a\":2}", "", "  ", "{\"a\":", "nul"}) {
      assertThatThrownBy(() -> CanonicalJson.parse(text)).as(text).isInstanceOf(CorruptJson.class);
    }
  }

  @Test
  void hash_ofEqualTrees_isEqualAndOfOthersIsNot() {
    assertThat(CanonicalJson.hash(CanonicalJson.parse("{\"b\":1,\"a\":2}")))
        .isEqualTo(CanonicalJson.hash(CanonicalJson.parse("{\"a\":2,\"b\":1}")))
        .isNotEqualTo(CanonicalJson.hash(CanonicalJson.parse("{\"a\":1,\"b\":2}")));
  }
}

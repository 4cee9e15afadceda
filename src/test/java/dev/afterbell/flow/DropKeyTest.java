package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of dropped objects (faults, row 8). */
class DropKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "inbox/",
        "inbox/KC/",
        "inbox/kc/a.txt",
        "inbox/TOOLONGTICKER/a.txt",
        "inbox//a.txt",
        "vault/KC/a.txt",
        "Inbox/KC/a.txt",
        "inbox/KC/../a.txt",
        "inbox/KC/x/..",
        "inbox/KC/./a.txt",
        "inbox/KC//a.txt",
        "inbox/KC/a/",
        "inbox/KC/a\u0000.txt",
        "inbox/KC/a\n.txt",
        "inbox/KC/a\u202Etxt.exe",
        "inbox/KC/a\u200B.txt"
      })
  void row08_keyOutsideTheGrammar_isNone(String key) {
    assertThat(DropKey.parse(key)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "inbox/KC/a b.txt, DOCUMENT",
    "inbox/KC/a+b.htm, DOCUMENT",
    "inbox/BRK.B/財報.html, DOCUMENT",
    "inbox/KC/deep/er/issuer.json, ISSUER_PROFILE",
    "inbox/KC/article-1.json, ARTICLE",
    "inbox/KC/Article.JSON, ARTICLE",
    "inbox/KC/prices-2026.csv, PRICES",
    "inbox/KC/estimates.json, ESTIMATES",
    "inbox/KC/a.txt.meta.json, SIDE_CAR",
    "inbox/KC/article.json.meta.json, SIDE_CAR",
    "inbox/KC/..a.txt, DOCUMENT"
  })
  void row08_keyOfTheGrammar_hasItsKind(String key, DropKey.Kind kind) {
    assertThat(DropKey.parse(key)).map(DropKey::kind).contains(kind);
  }

  @Test
  void row08_keyOf1024Bytes_isTheLongest() {
    String head = "inbox/KC/";
    assertThat(DropKey.parse(head + "a".repeat(1024 - head.length()))).isPresent();
    assertThat(DropKey.parse(head + "a".repeat(1025 - head.length()))).isEmpty();
    assertThat(DropKey.parse(head + "é".repeat(512))).isEmpty();
  }
}

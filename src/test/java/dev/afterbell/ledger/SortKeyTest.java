package dev.afterbell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {

  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  @ParameterizedTest
  @CsvSource({
    "@ISSUER, ISSUER",
    "@CHAIN, CHAIN",
    "@DELIVERY#" + HASH + ", DELIVERY",
    "@DOCUMENT#" + HASH + ", DOCUMENT",
    "@EVENT#2026-05-27, EVENT_DAY",
    "@MEMBER#BRK.B, MEMBER",
    "2026-05-27#EVENT, EVENT",
    "2026-05-27#EVENT#v12, VERSION",
    "2026-01-05#ISSUER#v1, VERSION",
    "2026-04-23#EVIDENCE#6K-2026-04-23-XM, EVIDENCE",
    "2026-05-27#EVIDENCE#PR-2026-05-27-2, EVIDENCE",
    "2026-05-27#SCORE#2026-06-01T20:30:00-04:00#m1, SCORE",
    "2026-05-27#SCORE#2026-06-01T00:30:00Z#m2, SCORE",
    "2026-05-27#COMMENTARY#" + HASH + ", COMMENTARY",
    "2026-05-27#REJECTED#" + HASH + ", REJECTED",
    "2026-05-27#REMOVAL#" + HASH + ", REMOVAL",
    "2026-05-27#SEARCH#2026-06-01T20:30:00-04:00, SEARCH",
  })
  void key_parsedAndPrinted_isTheSame(String text, EntryKind kind) {
    assertThat(SortKey.parse(text)).hasToString(text);
    assertThat(SortKey.parse(text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "@",
        "@OTHER",
        "@CHAIN#x",
        "@EVENT#2026-02-30",
        "@MEMBER#../",
        "2026-05-27",
        "2026-05-27#OTHER",
        "2026-5-27#EVENT",
        "2026-05-27#EVENT#",
        "2026-05-27#EVENT#1",
        "2026-05-27#EVENT#v0",
        "2026-05-27#EVENT#v01",
        "2026-05-27#EVIDENCE#PR-2026-05-28",
        "2026-05-27#EVIDENCE#PR-2026-05-27#",
        "2026-05-27#SCORE#2026-06-01T20:30:00-04:00",
        "2026-05-27#SCORE#2026-06-01T20:30-04:00#m1",
        "2026-05-27#SCORE#2026-06-01T20:30:00.5Z#m1",
        "2026-05-27#SCORE#2026-06-01T20:30:00-04:00#m99999999999",
        "2026-05-27#REJECTED#abc",
      })
  void otherText_isNoKey(String text) {
    assertThatThrownBy(() -> SortKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyDay_sortsBeforeEveryUndatedKey() {
    assertThat("9999-12-31#SCORE").isLessThan("@CHAIN");
    assertThat("2026-05-27#SCORE").isLessThan("2026-05-27$").isGreaterThan("2026-05-27");
    assertThat("2026-05-27$").isLessThan("2026-05-28");
  }
}

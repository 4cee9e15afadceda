package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  private static List<String> cut(String text) {
    int[] starts = IntStream.range(0, text.length()).toArray();
    int[] ends = IntStream.rangeClosed(1, text.length()).toArray();
    return Sentences.cut(SourceText.of(text, starts, ends)).stream().map(SourceText::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revenue was RMB2,703.7 million.|It rose by 15.1%.",
        "The U.S. Securities and Exchange Commission asked.|We answered.",
        "Larkspur Tools Co., Ltd. Announces Results",
        "Mr. Ash and Dr. Birch of Cedar Inc. said so.|Ms. Dogwood agreed.",
        "It was bought by Cedar Inc. The price was not disclosed.",
        "See No. 5 and Fig. 2 of Vol. 3.|The answer was no. We left.",
        "Sales of Rs. 1,187 cr. rose, as did profit of Ps. 5 million and of Fr. 3 million.",
        "Approx. 5 million, i.e. half, vs. 4 million (est. 2025).",
        "\u201CA good year.\u201D He smiled.",
        "Did it grow?|Yes!|By 5%.",
        "\u6536\u5165\u589E\u957F\u3002|\u5229\u6DA6\u4E0B\u964D\u3002",
        "It opens at 8:00 a.m. Eastern Time on Aug. 4, 2026.|Dial in.",
        "J. P. Fern signed.",
        "1. First item",
        "Capex was $5.0 million.|\u2022 Sales rose|\u2022 Costs fell",
        "Growth of .5 points",
        "One without an end"
      })
  void sentences_endWhereTheyDo(String marked) {
    List<String> expected =
        Arrays.asList(
            marked
                .replace("\u201D He", "\u201D|He")
                .replace("Inc. The", "Inc.|The")
                .replace("no. We", "no.|We")
                .split("\\|"));
    String joined = String.join(" ", expected).replace("\u3002 ", "\u3002");

    assertThat(cut(joined)).containsExactlyElementsOf(expected);
  }
}

package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spaces divide thousands only in a text that does so throughout. */
class SpacedThousandsTest {

  private static final String SPACED =
      "Revenue         6 412      5 968\nCost of sales  (4 210)    (3 961)\nGross profit    2 202      2 007\n";

  @Test
  void in_severalFiguresSpaced_true() {
    assertThat(SpacedThousands.in(SPACED)).isTrue();
  }

  @Test
  void in_commaElsewhere_false() {
    assertThat(SpacedThousands.in(SPACED + "Shares  12,450\n")).isFalse();
  }

  @Test
  void in_twoFiguresSpaced_false() {
    assertThat(SpacedThousands.in("Rooms   412 398\nStaff   220 201\n")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "6 412, true",
    "(4 210), true",
    "-1 904, true",
    "12 740 118, true",
    "6412, false",
    "6 41, false",
    "1998 1997, false",
    "Note 412, false"
  })
  void isFigure_words_asListed(String words, boolean figure) {
    assertThat(SpacedThousands.isFigure(words)).isEqualTo(figure);
  }
}

package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private static final SourceText TEXT =
      SourceText.of("a\u2019 b", new int[] {4, 5, 13, 20}, new int[] {5, 12, 16, 21});

  @Test
  void span_ofAnyPart_isItsBytes() {
    assertThat(TEXT.span()).isEqualTo(new ByteSpan(4, 21));
    assertThat(TEXT.span(1, 2)).isEqualTo(new ByteSpan(5, 12));
    assertThat(TEXT.span(2, 4)).isEqualTo(new ByteSpan(13, 21));
    assertThat(TEXT.subSequence(1, 3).span(1, 2)).isEqualTo(new ByteSpan(13, 16));
    assertThat(TEXT.subSequence(1, 3).text()).isEqualTo("\u2019 ");
    assertThat(SourceText.EMPTY.span()).isEqualTo(new ByteSpan(0, 0));
  }

  @Test
  void equality_isOfCharactersAndPlaces() {
    SourceText same =
        SourceText.of("xa\u2019 b", new int[] {0, 4, 5, 13, 20}, new int[] {1, 5, 12, 16, 21})
            .subSequence(1, 5);

    assertThat(TEXT).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(TEXT)
        .isNotEqualTo(
            SourceText.of("a\u2019 b", new int[] {4, 5, 13, 21}, new int[] {5, 12, 16, 22}));
    assertThat(TEXT).isNotEqualTo(TEXT.subSequence(0, 3));
  }

  @Test
  void pack_andJoin_keepPlaces() {
    SourceText other = SourceText.of("c", new int[] {30}, new int[] {31});

    assertThat(SourceText.pack(List.of(TEXT, other))).containsExactly(TEXT, other);
    SourceText joined = SourceText.join(List.of(TEXT, SourceText.EMPTY, other));
    assertThat(joined.text()).isEqualTo("a\u2019 b c");
    assertThat(joined.span(4, 5)).isEqualTo(new ByteSpan(21, 30));
    assertThat(joined.span()).isEqualTo(new ByteSpan(4, 31));
  }

  @Test
  void badRanges_areRefused() {
    assertThatThrownBy(() -> TEXT.span(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TEXT.span(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TEXT.subSequence(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> SourceText.of("ab", new int[1], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

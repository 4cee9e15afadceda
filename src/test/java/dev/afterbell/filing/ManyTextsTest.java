package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Very many short paragraphs share their texts, and say the same. */
class ManyTextsTest {

  private static final int COUNT = 60_000;

  @Test
  void moreParagraphsThanAnyReport_packedTogether_keepTheirWordsAndPlaces() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      ManyTexts.add(paragraph(i), drafts);
    }

    assertThat(drafts).hasSize(COUNT);
    for (int i = 0; i < COUNT; i += 7) {
      assertThat(drafts.get(i)).isEqualTo(paragraph(i));
    }
  }

  private static Draft.Text paragraph(int i) {
    SourceText.Builder text = new SourceText.Builder();
    int start = 40 * i;
    text.append('n', start, start + 1);
    text.append('\u00E9', start + 1, start + 3);
    text.append(' ', start + 5, start + 300);
    text.append((char) ('0' + i % 10), start + 300, start + 301);
    return new Draft.Text(text.build(), i % 3 == 0);
  }
}

package dev.afterbell.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MethodPageTest {

  @Test
  void markdown_isTheDocumentOfTheProject() throws IOException {
    assertThat(MethodPage.markdown()).isEqualTo(Files.readString(Path.of("docs", "method.md")));
  }

  @Test
  void page_hasTablesAndFormulas_andNoLinkThatLeadsNowhere() {
    String page = MethodPage.html();

    assertThat(page)
        .contains("<h1>Method m1</h1>", "<th>source</th>", "<pre><code>EQ = gate")
        .contains("stand\nin tone.md.")
        .doesNotContain(".md\">", "<script");
  }
}

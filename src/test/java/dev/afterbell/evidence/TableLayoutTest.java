package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Table;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

  private static TableLayout.Part part(String rows) {
    return Documents.of("<html><body><table>" + rows + "</table></body></html>")
        .documents()
        .get(0)
        .blocks()
        .stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .map(t -> TableLayout.of(t, new TableTexts()).parts().get(0))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void currencyBeforeOneWithItsNote_staysOverItsColumn() {
    TableLayout.Part part =
        part(
            "<tr><td></td><td>2024</td><td>2025</td><td>2025</td></tr>"
                + "<tr><td></td><td>RMB</td><td>RMB</td><td>USD (Note 1)</td></tr>"
                + "<tr><td>Revenue</td><td>727</td><td>762</td><td>107</td></tr>");

    assertThat(part.headers())
        .map(Wording::text)
        .containsExactly("2024 RMB", "2025 RMB", "2025 USD (Note 1)");
  }
}

package dev.afterbell.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/drops.md: every example in it can be dropped as it stands. */
class DropsDocumentTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("Example: `([^`]+)`\n\n```(?:json|csv)\n(.*?)```", Pattern.DOTALL);
  private static final String AT = "2026-05-13T21:00:00Z";

  @Test
  void everyExample_isTakenIn() throws IOException {
    Desk desk = new Desk();
    Map<String, String> outcomes = new LinkedHashMap<>();

    examples()
        .forEach(
            (name, text) -> {
              if (name.endsWith(".meta.json")) {
                desk.drop("inbox/ACME/" + name, text.getBytes(StandardCharsets.UTF_8), AT);
              } else {
                outcomes.put(name, drop(desk, name, text).toString());
              }
            });
    String release = "<html><body><p>Acme Tools Limited pays a dividend.</p></body></html>";
    outcomes.put("release.html", drop(desk, "release.html", release).toString());

    assertThat(outcomes)
        .containsExactly(
            Map.entry("issuer.json", "ProfileSet[ticker=ACME]"),
            Map.entry("article-2026-05-06.json", "Stored[id=NEWS-2026-05-06]"),
            Map.entry("prices.csv", "Stored[id=PX-2026-05-06-ACME]"),
            Map.entry("prices-XLI.csv", "Stored[id=PX-2026-05-13-XLI]"),
            Map.entry("prices-XLI.json", "Stored[id=PX-2026-05-13-XLI-2]"),
            Map.entry("estimates-2026-05-13.json", "Stored[id=EST-2026-05-13]"),
            Map.entry("estimates-feed.json", "Stored[id=EST-2026-05-13-2]"),
            Map.entry("release.html", "Stored[id=PR-2026-05-06]"));
  }

  private static IngestOutcome drop(Desk desk, String name, String text) {
    return desk.deliver(desk.drop("inbox/ACME/" + name, text.getBytes(StandardCharsets.UTF_8), AT));
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    Matcher m = EXAMPLE.matcher(Files.readString(Path.of("docs/drops.md")));
    while (m.find()) {
      examples.put(m.group(1), m.group(2));
    }
    return examples;
  }
}

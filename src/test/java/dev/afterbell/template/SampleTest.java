package dev.afterbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.afterbell.evidence.IssuerProfile;
import dev.afterbell.evidence.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The sample issuer: nobody may take it for the real filings. */
class SampleTest {

  private static final Path FOLDER = Path.of("infra/sample/KC");
  private static final String MARK = "Reconstruction for demonstration.";

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.endsWith("issuer.json")).sorted().toList();
    }
  }

  @Test
  void everySubmission_startsEachOfItsDocumentsWithTheMark() throws IOException {
    List<Path> submissions =
        documents().stream().filter(f -> f.toString().endsWith(".txt")).toList();
    assertThat(submissions).hasSize(2);
    for (Path submission : submissions) {
      List<String> parts =
          new ArrayList<>(List.of(Files.readString(submission).split("<DOCUMENT>")));
      parts.remove(0);
      assertThat(parts)
          .hasSize(2)
          .allSatisfy(
              part -> {
                assertThat(part).contains("<!-- RECONSTRUCTION FOR DEMONSTRATION");
                assertThat(Jsoup.parse(part.substring(part.indexOf("<HTML>"))).body().text())
                    .startsWith(MARK);
              });
    }
  }

  @Test
  void everyArticle_saysItIsAReconstruction_beforeAnythingElse() throws IOException {
    for (Path file : documents()) {
      if (file.toString().endsWith(".json")) {
        JsonNode article = new ObjectMapper().readTree(Files.readString(file));
        assertThat(article.fieldNames().next()).isEqualTo("notice");
        assertThat(article.required("notice").asText()).startsWith(MARK);
        assertThat(article.required("body").asText())
            .startsWith("Reconstruction for demonstration");
      }
    }
  }

  @Test
  void profile_isReadWithoutAComplaint_andOfTheFolderItLiesIn() throws IOException {
    IssuerProfile profile = IssuerProfile.read(Files.readAllBytes(FOLDER.resolve("issuer.json")));

    assertThat(profile)
        .isInstanceOfSatisfying(
            IssuerProfile.Described.class,
            d ->
                assertThat(d.issuer().ticker())
                    .isEqualTo(new Ticker(FOLDER.getFileName().toString())));
  }
}

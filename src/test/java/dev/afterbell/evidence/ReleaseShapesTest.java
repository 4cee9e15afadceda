package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.filing.Filing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases of invented issuers in the shapes that real ones have, each with its key beside it:
 * every fact of the key must be read, and nothing else.
 *
 * <p>A key has tab-separated lines. {@code period KIND END} is the reported period. {@code metric
 * KIND END value unit prior priorEnd} is a fact, {@code -} for no prior; the end of the prior
 * period may be left out where it is a year earlier. {@code metric/parent} is a share of the
 * profit, {@code metric#ads} an amount for an ADS; a fact marked {@code metric?} may be missing.
 * {@code absent metric} says that the document does not have it. {@code metric@name} is of a part
 * of the business or of a measure of the issuer's own; a key that has the line {@code parts} names
 * all of these.
 */
class ReleaseShapesTest {

  private static final Path SHAPES = Path.of("src/test/resources/dev/afterbell/evidence/shapes");
  private static final BigDecimal GROWTH_ROUNDING = new BigDecimal("0.6");

  private record Keyed(String value, String unit, Optional<String> prior, LocalDate priorEnd) {}

  private record Key(
      String period,
      Map<String, Keyed> facts,
      List<String> optional,
      List<String> absent,
      boolean parts) {}

  static Stream<Path> shapes() throws IOException {
    try (Stream<Path> files = Files.list(SHAPES)) {
      return files.filter(f -> !f.toString().endsWith(".key")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void release_read_factsOfItsKeyAndNoOthers(Path document) throws IOException {
    Key key = key(document);
    byte[] bytes = Files.readAllBytes(document);
    Filing filing = Documents.of(bytes);
    Extraction extraction = FilingExtractor.extract(filing, ExtractionContext.NONE);
    assertThat(extraction.document().kind()).isEqualTo(DocumentSummary.Kind.RESULTS);
    assertThat(extraction.document().period().map(ReleaseShapesTest::text)).contains(key.period());
    assertThat(differences(key, extraction.facts())).isEmpty();
    for (Fact fact : extraction.facts()) {
      assertThat(Documents.bytes(bytes, fact.passage().span()))
          .contains(fact.passage().quote().replaceAll("[^0-9.,].*$", ""));
    }
  }

  @Test
  void shapes_counted_atLeastSixty() throws IOException {
    assertThat(shapes().count()).isGreaterThanOrEqualTo(60);
  }

  private static List<String> differences(Key key, List<Fact> facts) {
    List<String> found = new ArrayList<>();
    Map<String, Keyed> left = new TreeMap<>(key.facts());
    left.keySet().removeAll(key.optional());
    for (Fact f : facts) {
      Optional<String> part = f.segment().or(f::label);
      if (part.isPresent() && !key.parts()) {
        continue;
      }
      String name =
          f.metric().text(f.basis())
              + part.map(p -> "@" + p).orElse("")
              + f.attribution()
                  .map(a -> "/" + a.name().toLowerCase(java.util.Locale.ROOT))
                  .orElse("")
              + (f.unit().toString().endsWith("/ADS") ? "#ads" : "")
              + " "
              + text(f.period());
      Optional<Keyed> keyed = Optional.ofNullable(key.facts().get(name));
      if (f.role() == Fact.Role.LEVEL) {
        left.remove(name);
        level(name, f, keyed).ifPresent(found::add);
      } else if (f.role() == Fact.Role.YOY) {
        growth(name, f, keyed).ifPresent(found::add);
      }
      if (key.absent().contains(f.metric().text(f.basis()))) {
        found.add(name + " is not in the document: " + f.passage().quote());
      }
    }
    left.forEach((name, k) -> found.add(name + " " + k.value() + " is missing"));
    return found;
  }

  private static Optional<String> level(String name, Fact f, Optional<Keyed> keyed) {
    String said =
        name
            + " "
            + f.value().toPlainString()
            + " "
            + f.unit()
            + " prior "
            + f.comparator()
                .map(c -> c.value().toPlainString() + " " + text(c.period()))
                .orElse("-")
            + " "
            + f.checks();
    if (keyed.isEmpty()) {
      return Optional.of("not in the key: " + said);
    }
    Keyed k = keyed.get();
    boolean value = f.value().compareTo(new BigDecimal(k.value())) == 0;
    boolean unit = f.unit().toString().equals(k.unit());
    boolean prior =
        k.prior()
            .map(
                p ->
                    f.comparator()
                            .filter(c -> c.value().compareTo(new BigDecimal(p)) == 0)
                            .isPresent()
                        && f.comparator().get().period().kind() == f.period().kind()
                        && near(f.comparator().get().period(), k.priorEnd()))
            .orElse(f.comparator().isEmpty());
    return value && unit && prior ? Optional.empty() : Optional.of("expected " + k + ": " + said);
  }

  private static boolean near(FactPeriod prior, LocalDate end) {
    return prior.end().map(e -> Math.abs(e.toEpochDay() - end.toEpochDay()) <= 8).orElse(true);
  }

  private static Optional<String> growth(String name, Fact f, Optional<Keyed> keyed) {
    String said = name + " growth " + f.value().toPlainString();
    if (keyed.isEmpty() || keyed.get().prior().isEmpty()) {
      return Optional.of("not in the key: " + said);
    }
    BigDecimal implied =
        TableFacts.growth(
            new BigDecimal(keyed.get().value()), new BigDecimal(keyed.get().prior().get()));
    return implied.subtract(f.value()).abs().compareTo(GROWTH_ROUNDING) <= 0
        ? Optional.empty()
        : Optional.of("expected " + implied + ": " + said);
  }

  private static String text(FactPeriod period) {
    return period.kind() + " " + period.end().map(LocalDate::toString).orElse("?");
  }

  private static Key key(Path document) throws IOException {
    Path file =
        document.resolveSibling(document.getFileName().toString().replaceAll("\\.\\w+$", ".key"));
    String period = "";
    Map<String, Keyed> facts = new TreeMap<>();
    List<String> optional = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    boolean parts = false;
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] f = line.split("\t", -1);
      if (f[0].equals("period")) {
        period = f[1] + " " + f[2];
      } else if (f[0].equals("parts")) {
        parts = true;
      } else if (f[0].equals("absent")) {
        absent.add(f[1]);
      } else {
        String name = f[0].replace("?", "") + " " + f[1] + " " + f[2];
        if (f[0].endsWith("?")) {
          optional.add(name);
        }
        LocalDate priorEnd =
            f.length > 6 ? LocalDate.parse(f[6]) : LocalDate.parse(f[2]).minusYears(1);
        facts.put(
            name,
            new Keyed(
                f[3], f[4], f[5].equals("-") ? Optional.empty() : Optional.of(f[5]), priorEnd));
      }
    }
    return new Key(period, facts, optional, absent, parts);
  }
}

package dev.afterbell.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The package table of docs/architecture.md: data flows one way, and the domain knows no cloud. */
class PackageTableTest {

  private static final String ROOT = "dev.afterbell.";
  private static final List<String> PURE =
      List.of("filing", "market", "evidence", "score", "prior", "evaluation", "snapshot");

  /** What each package may import of the others; {@code limit} is open to all. */
  private static final Map<String, Set<String>> TABLE =
      Map.ofEntries(
          Map.entry("filing", Set.of()),
          Map.entry("market", Set.of()),
          Map.entry("evidence", Set.of("filing", "market")),
          Map.entry("score", Set.of("evidence", "market", "filing")),
          Map.entry("prior", Set.of("score", "evidence", "market", "filing")),
          Map.entry("evaluation", Set.of("prior", "score", "evidence", "market", "filing")),
          Map.entry("snapshot", Set.of("prior", "score", "evidence", "market", "filing")),
          Map.entry("vault", Set.of("filing")),
          Map.entry("ledger", Set.of("evidence", "score", "prior", "vault", "filing")),
          Map.entry("source", Set.of("evidence", "market", "filing")),
          Map.entry(
              "flow",
              Set.of(
                  "filing",
                  "market",
                  "evidence",
                  "score",
                  "prior",
                  "evaluation",
                  "snapshot",
                  "vault",
                  "ledger",
                  "source")),
          Map.entry("telemetry", Set.of()),
          Map.entry(
              "function",
              Set.of(
                  "flow",
                  "snapshot",
                  "evidence",
                  "market",
                  "filing",
                  "ledger",
                  "vault",
                  "source",
                  "telemetry")),
          Map.entry(
              "command",
              Set.of(
                  "flow",
                  "snapshot",
                  "evaluation",
                  "prior",
                  "source",
                  "evidence",
                  "market",
                  "filing")),
          Map.entry("limit", Set.of()));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.afterbell");

  @Test
  void everyPackage_importsOnlyWhatTheTableAllows() {
    Map<String, Set<String>> offences = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      String from = packageOf(type);
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getBaseComponentType())
          .filter(t -> t.getPackageName().startsWith("dev.afterbell"))
          .map(PackageTableTest::packageOf)
          .filter(
              to ->
                  !to.equals(from)
                      && !to.equals("limit")
                      && !TABLE.getOrDefault(from, Set.of()).contains(to))
          .forEach(
              to ->
                  offences
                      .computeIfAbsent(from, k -> new TreeSet<>())
                      .add(to + " (" + type.getSimpleName() + ")"));
    }
    assertThat(offences).isEmpty();
  }

  @Test
  void everyPackage_standsInTheTable() {
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(type -> packages.add(packageOf(type)));
    packages.remove("");
    assertThat(TABLE.keySet()).containsAll(packages);
  }

  @Test
  void pureDomain_knowsNoCloudNoFrameworkNoClockNoRandomness() {
    String[] pure = PURE.stream().map(p -> ROOT + p + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(pure)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "io.quarkus..",
            "jakarta..",
            "java.net..",
            "java.sql..",
            "java.nio.file..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(pure)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .check(CLASSES);
  }

  @Test
  void awsSdk_appearsInAdaptersOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..ledger.dynamo..",
            "..vault.s3..",
            "..source.ssm..",
            "..source.dynamo..",
            "..function..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..function..")
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..")
        .check(CLASSES);
  }

  @Test
  void jsoup_livesInFilingAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..filing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jsoup..")
        .check(CLASSES);
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals("dev.afterbell")
        ? ""
        : Arrays.stream(name.substring(ROOT.length()).split("\\.")).findFirst().orElse("");
  }
}

package dev.afterbell.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cutting figures that touch: in one way or not at all. */
class GluedFiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 4,1103,90215,01714,622 | 4,110 3,902 15,017 14,622",
        "4 | 317(649)6(1,593) | 317 (649) 6 (1,593)",
        "4 | 252208906873 | 252 208 906 873",
        "2 | $ 0.31 $ (0.27) | 0.31 (0.27)",
        "2 | $0.31$0.27 | 0.31 0.27",
        "3 | 12.4% 11.9% 11.0% | 12.4 11.9 11.0",
        "2 | (12)— | (12) —",
        "2 | 1,204,3331,100,021 | 1,204,333 1,100,021",
      })
  void figuresThatTouch_oneWayToCutThem_areCut(int columns, String glued, String expected) {
    assertThat(cut(glued, columns)).contains(List.of(expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 28289464",
        "3 | 1,204-88",
        "2 | 17428",
        "2 | 0.030.06",
        "2 | 12.813.5",
        "2 | .001",
        "2 | 4,110",
        "3 | 4,1103,902",
        "2 | 20242023",
      })
  void figuresThatTouch_moreWaysOrNone_areNotCut(int columns, String glued) {
    assertThat(cut(glued, columns)).isEmpty();
  }

  @Property(tries = 2000)
  void whatIsCut_isWhatWasThere(@ForAll("rows") List<String> figures) {
    String glued = String.join("", figures);
    assertThat(cut(glued, figures.size()))
        .satisfiesAnyOf(
            none -> assertThat(none).isEmpty(), same -> assertThat(same).contains(figures));
  }

  @Test
  void endlessDigits_isGivenUpQuickly() {
    assertThat(cut("1".repeat(240), 100)).isEmpty();
    assertThat(cut("1".repeat(100_000), 100)).isEmpty();
  }

  @Provide
  Arbitrary<List<String>> rows() {
    Arbitrary<String> whole =
        Arbitraries.longs().between(0, 9_999_999).map(n -> String.format(Locale.ROOT, "%,d", n));
    Arbitrary<String> loss = whole.map(n -> "(" + n + ")");
    Arbitrary<String> cents =
        Arbitraries.integers()
            .between(0, 9_999)
            .map(n -> String.format(Locale.ROOT, "%d.%02d", n / 100, n % 100));
    return Arbitraries.oneOf(whole, loss, cents).list().ofMinSize(2).ofMaxSize(6);
  }

  private static Optional<List<String>> cut(String glued, int columns) {
    return GluedFigures.cut(glued, columns)
        .map(places -> places.stream().map(at -> glued.substring(at.from(), at.to())).toList());
  }
}

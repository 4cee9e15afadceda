package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededWordsTest {

  /** What an expression finds is never ruled out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ferry~the ferry left
          ferr(?:y|ies)~two ferries left
          tolls?~the toll rose
          toll(?:s|)~the toll rose
          (?:night )?ferry~a ferry
          (?:ferry|)dock~the dock
          ferry{0,1}~the ferr of it
          ferry+z~ferryyyz
          (?:ferry ){0,3}port~the port
          (?:ferry-){2}~ferry-ferry-dock
          (?<what>ferry|barge) left~a barge left
          (?!port)barge~a barge
          (?<!port)barge~a barge
          barge(?= left)~a barge left
          [barge]{5}~rabge
          [^ferry]{5}~docks
          barg[\\]e]s~a barges
          \\bbarge\\b~the barge.
          \\d+ barges~12 barges
          u\\.s\\. barge~the u.s. barge
          café~the café
          (?:port|p{2,3}) x~pp x
          \\Qport\\E~port
          \\x41bcd~Abcd
          """)
  void text_thatIsFound_mayBeFound(String expression, String text) {
    assertThat(Pattern.compile(expression).matcher(text).find()).isTrue();
    assertThat(needed(expression).in(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          ferr(?:y|ies) line~the barge left
          (?:ferry|barge) (?:port|dock)~the tram left
          (?<what>ferry|barge)~the tram left
          (?:a |the )?(?:night )?ferry(?! port)~the tram left
          \\b(?:\\w+ ){0,3}ferr[a-z]+~the tram left
          """)
  void text_withoutNeededWords_isRuledOut(String expression, String text) {
    assertThat(needed(expression).in(text)).isFalse();
  }

  @Test
  void text_inCapitals_mayBeFoundInLowerCase() {
    NeededWords needed = NeededWords.of(Pattern.compile("FERRY", Pattern.CASE_INSENSITIVE));

    assertThat(needed.in(NeededWords.lower("The FERRY left"))).isTrue();
    assertThat(needed.in(NeededWords.lower("The TRAM left"))).isFalse();
  }

  @Test
  void flags_thatChangeWhatIsRead_ruleNothingOut() {
    NeededWords needed = NeededWords.of(Pattern.compile("ferry # comment", Pattern.COMMENTS));

    assertThat(needed.in("tram")).isTrue();
  }

  @Test
  void severalExpressions_oneThatNeedsNothing_ruleNothingOut() {
    List<Pattern> both = List.of(Pattern.compile("ferry"), Pattern.compile("\\d+"));

    assertThat(NeededWords.ofAny(both).in("tram 7")).isTrue();
    assertThat(NeededWords.ofAny(both.subList(0, 1)).in("tram 7")).isFalse();
  }

  private static NeededWords needed(String expression) {
    return NeededWords.of(Pattern.compile(expression));
  }
}

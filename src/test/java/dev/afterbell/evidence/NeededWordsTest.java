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
          (?i)ferry~the FERRY left
          (?i:ferry) port~the FERRY port
          (?=.*ferry)the~the ferry
          (?=.*(?:ferry|tram))(?!.*barge)the~the tram
          on the ferry~on\u00a0the ferry on the ferry
          ferryboats and barges~ferryboats and barges
          """)
  void text_thatIsFound_mayBeFound(String expression, String text) {
    assertThat(Pattern.compile(expression).matcher(text).find()).isTrue();
    assertThat(needed(expression).in(WordSet.of(text))).isTrue();
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
          \\b(?:ferry|barge)\\b[^.]{0,40}\\b(?:port|dock)~the ferry left
          \\b(?:ferry|barge)\\b[^.]{0,40}\\b(?:port|dock)~it left the port
          (?i)\\bferry~the tram left
          (?=.*ferry).*~the tram left
          """)
  void text_withoutNeededWords_isRuledOut(String expression, String text) {
    assertThat(needed(expression).in(WordSet.of(text))).isFalse();
  }

  @Test
  void text_inCapitals_mayBeFoundInLowerCase() {
    NeededWords needed = NeededWords.of(Pattern.compile("FERRY", Pattern.CASE_INSENSITIVE));

    assertThat(needed.in(WordSet.of("The FERRY left"))).isTrue();
    assertThat(needed.in(WordSet.of("The TRAM left"))).isFalse();
  }

  @Test
  void flags_thatChangeWhatIsRead_ruleNothingOut() {
    NeededWords needed = NeededWords.of(Pattern.compile("ferry # comment", Pattern.COMMENTS));

    assertThat(needed.in(WordSet.of("tram"))).isTrue();
  }

  @Test
  void severalExpressions_oneThatNeedsNothing_ruleNothingOut() {
    List<Pattern> both = List.of(Pattern.compile("ferry"), Pattern.compile("\\d+"));

    assertThat(NeededWords.ofAny(both).in(WordSet.of("tram 7"))).isTrue();
    assertThat(NeededWords.ofAny(both.subList(0, 1)).in(WordSet.of("tram 7"))).isFalse();
  }

  @Test
  void text_readBeforeTheWordWasNeeded_isNotRuledOut() {
    WordSet before = WordSet.of("the tram left");

    NeededWords needed = NeededWords.of(Pattern.compile("zeppelin over lakehurst"));

    assertThat(needed.in(before)).isTrue();
    assertThat(needed.in(WordSet.of("the tram left"))).isFalse();
    assertThat(needed.in(WordSet.of("The Zeppelin over Lakehurst"))).isTrue();
  }

  @Test
  void words_inOneAnother_areAllFound() {
    Pattern outer = Pattern.compile("shipyards");
    Pattern inner = Pattern.compile("hipy");
    Pattern end = Pattern.compile("yard");
    NeededWords.of(outer);

    WordSet words = WordSet.of("two Shipyards");

    for (Pattern pattern : List.of(outer, inner, end)) {
      assertThat(NeededWords.of(pattern).in(words)).isTrue();
    }
    assertThat(NeededWords.of(end).in(WordSet.of("a ship y ard"))).isFalse();
  }

  private static NeededWords needed(String expression) {
    return NeededWords.of(Pattern.compile(expression));
  }
}

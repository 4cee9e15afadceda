package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartsTest {

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("(?<![a-z])ab(?:ba)*+(?! 1)"),
          Pattern.compile("(?<!\\d)1{1,2}%?(?!\\d)|\\b1a"),
          Pattern.compile("^ ?a|b$"),
          Pattern.compile("(?<=ab )a(?! b)|a1"),
          Pattern.compile("\\bb_?a|\\b%|é", Pattern.CASE_INSENSITIVE),
          Pattern.compile("(?=[a1])(?:a b|1 a|aaaaaaaaab)"));

  private static List<String> byExpression(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.start() + " " + r.group()).toList();
  }

  private static List<String> byStarts(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    new Starts(pattern).forEach(text, m -> found.add(m.start() + " " + m.group()));
    return found;
  }

  @Property
  void anyText_yieldsWhatTheExpressionFinds(
      @ForAll
          @CharRange(from = 'a', to = 'b')
          @CharRange(from = ' ', to = ' ')
          @CharRange(from = '1', to = '1')
          @CharRange(from = '%', to = '%')
          @CharRange(from = 'A', to = 'A')
          @CharRange(from = '_', to = '_')
          @CharRange(from = 'é', to = 'é')
          @StringLength(max = 24)
          String text) {
    for (Pattern pattern : PATTERNS) {
      assertThat(byStarts(pattern, text)).isEqualTo(byExpression(pattern, text));
      Starts settled = new Starts(pattern);
      settled.forEach(text, m -> {});
      settled.settle();
      List<String> found = new ArrayList<>();
      settled.forEach(text + text, m -> found.add(m.start() + " " + m.group()));
      assertThat(found).isEqualTo(byExpression(pattern, text + text));
    }
  }

  /** Only the places of a text are tried, none of which stands within a word of ASCII letters. */
  @Property
  void anyText_atItsPlaces_yieldsWhatAnExpressionThatStartsWithWordsFinds(
      @ForAll
          @CharRange(from = 'a', to = 'b')
          @CharRange(from = ' ', to = ' ')
          @CharRange(from = '1', to = '1')
          @CharRange(from = '.', to = '.')
          @CharRange(from = 'é', to = 'é')
          @StringLength(max = 24)
          String text) {
    Pattern pattern = Pattern.compile("(?<![a-z])(?:ab?a|b{2})(?! 1)|(?<!\\d)1{1,2}[. ]?a");
    List<String> found = new ArrayList<>();

    new Starts(pattern).forEach(Wording.of(text), m -> found.add(m.start() + " " + m.group()));

    assertThat(found).isEqualTo(byExpression(pattern, text));
  }

  @Test
  void oneExpression_overManyTexts_keepsWhatItLearntApart() {
    Starts starts = new Starts(Pattern.compile("(?<![a-z])port(?! side)"));

    assertThat(starts.isIn("the port")).isTrue();
    assertThat(starts.isIn("the port side")).isFalse();
    assertThat(starts.isIn("airport")).isFalse();
    assertThat(starts.isIn("port")).isTrue();
    assertThat(starts.isIn("por")).isFalse();
    assertThat(starts.isIn("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sales",
        "(?<![a-z])sales",
        "(?<![a-zA-Z0-9])q[1-4]",
        "(?<![\\d.,])5",
        "(?<=net )sales(?! of)",
        "(?<!net |gross )sales",
        "\\bsales\\b",
        "(?<name>a)b"
      })
  void expressionThatLooksBehindForAKindOfCharacter_isTriedByItsStarts(String regex) {
    assertThat(Starts.fits(Pattern.compile(regex))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?<! )sales",
        "(?<![a-f])1",
        "(?<![(])5",
        "(?<!a)b",
        "(?<=(?:net|gross) )sales",
        "(?<!(?:net|gross) )sales",
        "a\\Bb"
      })
  void expressionThatLooksBehindForMore_isNot(String regex) {
    assertThat(Starts.fits(Pattern.compile(regex))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x port, port side, 7port", "port port"})
  void next_fromAPlace_looksBehindIt(String text) {
    Pattern pattern = Pattern.compile("(?<![a-z])port");
    Starts starts = new Starts(pattern);
    Starts.Search search = starts.in(text);
    Matcher plain = pattern.matcher(text);

    for (int from = 0; from < text.length(); from++) {
      assertThat(search.next(from)).isEqualTo(plain.find(from) ? plain.start() : -1);
    }
  }
}

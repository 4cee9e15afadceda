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

class WordRulesTest {

  private static final List<Pattern> RULES =
      List.of(
          Pattern.compile("\\bab\\b|\\bb+a", Pattern.CASE_INSENSITIVE),
          Pattern.compile("\\b(?:a |b )?ab(?! b)(?![\\w-])"),
          Pattern.compile("^b"),
          Pattern.compile("(?:\\d%|\\d a) b\\b"));

  /** What looking for each expression alone finds. */
  private static List<WordRules.Found> oneByOne(List<Pattern> rules, String text) {
    List<WordRules.Found> found = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Matcher m = rules.get(i).matcher(text);
      while (m.find()) {
        found.add(new WordRules.Found(i, m.start(), m.end()));
      }
    }
    return found;
  }

  @Property
  void anyText_yieldsWhatEachExpressionFindsAlone(
      @ForAll
          @CharRange(from = 'a', to = 'b')
          @CharRange(from = ' ', to = ' ')
          @CharRange(from = '1', to = '1')
          @CharRange(from = '%', to = '%')
          @CharRange(from = 'A', to = 'A')
          @CharRange(from = 'é', to = 'é')
          @StringLength(max = 24)
          String text) {
    assertThat(new WordRules(RULES).find(Wording.of(text)))
        .containsExactlyInAnyOrderElementsOf(oneByOne(RULES, text));
  }

  @Test
  void shippedRules_onLabelledSentences_yieldWhatEachFindsAlone() {
    List<Pattern> rules = new ArrayList<>(RuleTable.list("tone-neutral.txt"));
    RuleTable.rows("tone-cues.csv", 2).forEach(r -> rules.add(r.pattern(0)));
    RuleTable.rows("directions.csv", 2).forEach(r -> rules.add(r.pattern(0)));
    WordRules words = new WordRules(rules);

    for (ToneLabels.Labelled l : ToneLabels.all()) {
      assertThat(words.find(Wording.of(l.sentence())))
          .containsExactlyInAnyOrderElementsOf(oneByOne(rules, l.sentence()));
    }
  }
}

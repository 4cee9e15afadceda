package dev.afterbell.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.ledger.Sequencer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Faults row 4: sequencers of different length are padded with zeros; a total order. */
class SequencerPropertiesTest {

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings()
        .withChars("0123456789ABCDEFabcdef00")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Property
  void row04_order_isThatOfTheTextsPaddedWithZeros(
      @ForAll("digits") String a, @ForAll("digits") String b) {
    int padded = pad(a).compareTo(pad(b));

    assertThat(Integer.signum(Sequencer.parse(a).compareTo(Sequencer.parse(b))))
        .isEqualTo(Integer.signum(padded));
  }

  @Property
  void row04_equalRank_isEquality(@ForAll("digits") String a, @ForAll("digits") String b) {
    boolean sameRank = Sequencer.parse(a).compareTo(Sequencer.parse(b)) == 0;

    assertThat(Sequencer.parse(a).equals(Sequencer.parse(b))).isEqualTo(sameRank);
  }

  @Property
  void row04_order_isTransitive(
      @ForAll("digits") String a, @ForAll("digits") String b, @ForAll("digits") String c) {
    Sequencer x = Sequencer.parse(a);
    Sequencer y = Sequencer.parse(b);
    Sequencer z = Sequencer.parse(c);
    if (x.compareTo(y) <= 0 && y.compareTo(z) <= 0) {
      assertThat(x.compareTo(z)).isLessThanOrEqualTo(0);
    }
  }

  @Property
  void printed_andParsed_isTheSame(@ForAll("digits") String a) {
    assertThat(Sequencer.parse(Sequencer.parse(a).toString())).isEqualTo(Sequencer.parse(a));
  }

  private static String pad(String text) {
    return (text + "0".repeat(20 - text.length())).toUpperCase(Locale.ROOT);
  }
}

package dev.afterbell.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final PriceSeries SERIES =
      PriceSeries.of(
          USD,
          List.of(
              close("2026-05-28", "8.80"), close("2026-05-26", "10.00"), close("2026-05-27", "8")));

  @Test
  void change_betweenTwoCloses_isTheSimpleReturn() {
    assertThat(SERIES.change(LocalDate.parse("2026-05-26"), LocalDate.parse("2026-05-27")))
        .hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("-0.2"));
    assertThat(SERIES.change(LocalDate.parse("2026-05-27"), LocalDate.parse("2026-05-28")))
        .hasValueSatisfying(change -> assertThat(change).isEqualByComparingTo("0.1"));
    assertThat(SERIES.change(LocalDate.parse("2026-05-25"), LocalDate.parse("2026-05-28")))
        .isEmpty();
    assertThat(SERIES.change(LocalDate.parse("2026-05-26"), LocalDate.parse("2026-05-29")))
        .isEmpty();
  }

  @Test
  void through_aDate_dropsWhatIsLater() {
    PriceSeries known = SERIES.through(LocalDate.parse("2026-05-27"));

    assertThat(known.closes().lastKey()).isEqualTo("2026-05-27");
    assertThat(known.closes()).hasSize(2);
    assertThat(SERIES.closes()).hasSize(3);
  }

  @Test
  void of_repeatedDateOrBadPrice_refuses() {
    assertThatThrownBy(
            () -> PriceSeries.of(USD, List.of(close("2026-05-26", "1"), close("2026-05-26", "2"))))
        .hasMessage("Two closing prices for 2026-05-26");
    assertThatThrownBy(() -> PriceSeries.of(USD, List.of(close("2026-05-26", "0"))))
        .hasMessage("A closing price is above 0: 2026-05-26 0");
    assertThatThrownBy(() -> PriceSeries.of(USD, List.of(close("2026-05-26", "-1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PriceSeries.Close close(String date, String price) {
    return new PriceSeries.Close(LocalDate.parse(date), new BigDecimal(price));
  }
}

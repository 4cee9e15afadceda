package dev.afterbell.prior;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the results say of the business (docs/method.md §2). A description, no forecast.
 *
 * @param growth revenue growth against its own past
 * @param economics margins, operating result and capital intensity
 */
public record OperatingAxes(Axis growth, Axis economics) {

  /**
   * Both axes in words, e.g. {@code constructive on growth but cautious on economics}; absent when
   * neither could be judged.
   */
  public Optional<String> sentence() {
    Optional<AxisWord> g = growth.word();
    Optional<AxisWord> e = economics.word();
    if (g.isEmpty() && e.isEmpty()) {
      return Optional.empty();
    }
    if (g.isEmpty()) {
      return e.map(w -> w.text() + " on economics, with growth not measurable");
    }
    if (e.isEmpty()) {
      return g.map(w -> w.text() + " on growth, with economics not measurable");
    }
    return Optional.of(
        g.equals(e)
            ? g.get().text() + " on growth and economics"
            : g.get().text() + " on growth but " + e.get().text() + " on economics");
  }

  /** Mean of the axes present, four decimals. */
  public Optional<BigDecimal> mean() {
    var present = Stream.of(growth, economics).flatMap(a -> a.value().stream()).toList();
    return present.isEmpty()
        ? Optional.empty()
        : Optional.of(
            present.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(present.size()), 4, RoundingMode.HALF_EVEN));
  }
}

package dev.afterbell.evidence;

import dev.afterbell.evidence.MetricNames.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The label of a row and what every reader asks of it, each found out once and only when asked. For
 * one thread.
 */
final class RowLabel {

  private final String written;
  private @Nullable Wording folded;
  private @Nullable Wording bare;
  private @Nullable Basis basis;
  private @Nullable List<Named> metrics;

  private RowLabel(String written) {
    this.written = written;
  }

  static RowLabel of(String written) {
    return new RowLabel(written);
  }

  /** As the document has it. */
  String written() {
    return written;
  }

  /** As {@link MetricNames#fold} has it. */
  String folded() {
    return words().text();
  }

  /** The folded label. */
  Wording words() {
    if (folded == null) {
      folded = Wording.of(MetricNames.fold(written));
    }
    return folded;
  }

  /** The folded label without the words that tell the basis. */
  Wording bare() {
    if (bare == null) {
      basis = MetricNames.basis(words());
      bare = MetricNames.bare(words());
    }
    return bare;
  }

  /** The basis that its words tell. */
  Basis basis() {
    bare();
    return java.util.Objects.requireNonNull(basis);
  }

  /** What the row can be about. */
  List<Named> metrics() {
    if (metrics == null) {
      metrics = MetricNames.shipped().read(this);
    }
    return metrics;
  }

  /** Two labels are the same where they are written alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowLabel label && label.written.equals(written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}

package dev.afterbell.score;

import dev.afterbell.evidence.Evidence;
import dev.afterbell.evidence.Metric;
import dev.afterbell.evidence.Provenance.Custody;
import dev.afterbell.evidence.SourceClass;
import java.util.List;

/** The evidence of the worked example of docs/method.md §1, in three stages. */
public final class WorkedExample {

  private WorkedExample() {}

  /** Release, article and an earlier contract. */
  public static List<Evidence> plain() {
    return List.of(
        Fixtures.release().build(), Fixtures.article().build(), Fixtures.contract().build());
  }

  /** The same with our own price calculation. */
  public static List<Evidence> priced() {
    return List.of(
        Fixtures.release().build(),
        Fixtures.article().build(),
        Fixtures.contract().build(),
        Fixtures.prices("-0.25", "0.04").build());
  }

  /** All five legs, and the release corroborated. */
  public static List<Evidence> complete() {
    return List.of(
        Fixtures.release().build(),
        Fixtures.article().build(),
        Fixtures.contract().build(),
        confirmation(),
        Fixtures.prices("-0.25", "0.04").build(),
        Fixtures.revisions("1.00", "1.05").build(),
        followUp(),
        peers());
  }

  /** A newspaper that has the revenue from its own reporting. */
  static Evidence confirmation() {
    return Fixtures.item("NEWS-2026-05-27-REV", SourceClass.NAMED_NEWS)
        .published("2026-05-27T12:00:00-04:00")
        .custody(Custody.FETCHED)
        .publisher("Daily Paper")
        .title("Exemplar Clouds grows")
        .facts(Fixtures.amount("f1", Metric.REVENUE, "2700000000", "RMB2.70 billion", "1970000000"))
        .build();
  }

  static Evidence followUp() {
    return Fixtures.contract("6K-2026-05-27-BG", "2026-05-27T09:00:00-04:00", 3).build();
  }

  static Evidence peers() {
    return Fixtures.peers("PEER-2026-05-27", "2026-05-27T15:00:00-04:00", 3).build();
  }
}

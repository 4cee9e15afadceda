package dev.afterbell.evidence;

import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Loads every class that holds rules before the first text is read, so that the machine that finds
 * their words is made once, and in a native image while that is built.
 */
final class ShippedRules {

  private static final List<Class<?>> HOLDERS =
      List.of(
          AdsRatio.class,
          ContractReader.class,
          ContractTerms.class,
          CorporateReader.class,
          Dated.class,
          Directions.class,
          DocumentReader.class,
          DriverReader.class,
          GuidanceReader.class,
          GuidanceTable.class,
          Instructions.class,
          Lasting.class,
          MetricNames.class,
          MilestoneReader.class,
          PartHeadings.class,
          PeriodReader.class,
          Phrases.class,
          ProseFacts.class,
          ReportingCurrency.class,
          RevenueShareReader.class,
          ShareParties.class,
          TableUnits.class,
          Themes.class,
          ToneReader.class,
          WithdrawalReader.class);

  private ShippedRules() {}

  /** Loads them. */
  static void load() {
    MethodHandles.Lookup here = MethodHandles.lookup();
    for (Class<?> holder : HOLDERS) {
      try {
        here.ensureInitialized(holder);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(holder + " is in another package", e);
      }
    }
    WordSet.of("");
  }
}

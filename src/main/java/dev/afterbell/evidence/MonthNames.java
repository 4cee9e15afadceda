package dev.afterbell.evidence;

import java.time.Month;
import java.util.Locale;

/** English names of months, whole or cut short. */
final class MonthNames {

  /** Finds one in folded text. */
  static final String ANY =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

  private MonthNames() {}

  /** The month that {@code name}, found by {@link #ANY}, is the name of. */
  static Month of(String name) {
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3))) {
        return month;
      }
    }
    throw new IllegalStateException("No month is called " + name);
  }
}

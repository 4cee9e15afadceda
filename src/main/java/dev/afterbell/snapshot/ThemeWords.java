package dev.afterbell.snapshot;

/** How the causes that a document names are worded. */
interface ThemeWords {

  /** {@code AI}, {@code freight}. */
  String noun(String theme);

  /** The cause as it stands before "burden": {@code server}, {@code depreciation}. */
  String burden(String theme);

  /** The family of costs it belongs to: {@code infrastructure}, {@code input}. */
  String group(String theme);

  /** Whether it can be a cost. */
  boolean cost(String theme);
}

package dev.afterbell.evidence;

/** By which rules a figure was drawn up. */
public enum Basis {
  /** The issuer's reporting framework: US GAAP or IFRS. */
  GAAP,
  /** Adjusted, core, underlying: the issuer's own definition. */
  NON_GAAP
}

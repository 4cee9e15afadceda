package dev.afterbell.evaluation;

/**
 * A generator of random numbers whose sequence depends on the seed alone and not on the Java in
 * use: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014).
 */
final class SplitMix {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  /** 64 random bits. */
  long next() {
    state += GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A whole number from 0 to {@code bound − 1}; uneven by less than one part in 100,000. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** A number from 0 inclusive to 1 exclusive. */
  double unit() {
    return (next() >>> 11) * UNIT;
  }
}

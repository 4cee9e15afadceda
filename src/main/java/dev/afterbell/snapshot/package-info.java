/**
 * All of it as one page: commentary from facts, the check that every number is grounded, and the\n
 * * renderings.
 */
@NullMarked
package dev.afterbell.snapshot;

import org.jspecify.annotations.NullMarked;

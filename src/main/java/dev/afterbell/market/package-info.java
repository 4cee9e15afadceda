/**
 * Trading sessions of each venue, day 0 and day n of a release, prices and what follows from them.
 */
@NullMarked
package dev.afterbell.market;

import org.jspecify.annotations.NullMarked;

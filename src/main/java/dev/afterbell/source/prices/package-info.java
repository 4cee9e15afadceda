/** Daily closing prices: files that people drop. */
@NullMarked
package dev.afterbell.source.prices;

import org.jspecify.annotations.NullMarked;

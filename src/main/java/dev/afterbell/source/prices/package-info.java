/** Daily closing prices: files that people drop, and what is fetched. */
@NullMarked
package dev.afterbell.source.prices;

import org.jspecify.annotations.NullMarked;

/** Measurements that people run: what the packages cost. */
@NullMarked
package dev.afterbell.bench;

import org.jspecify.annotations.NullMarked;

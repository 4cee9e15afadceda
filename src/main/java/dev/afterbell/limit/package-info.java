/** Every cap, with its unit, its default and its reason. */
@NullMarked
package dev.afterbell.limit;

import org.jspecify.annotations.NullMarked;

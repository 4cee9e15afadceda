/** Readers under inputs that a fuzzer makes; each build replays what it has found. */
@NullMarked
package dev.afterbell.fuzz;

import org.jspecify.annotations.NullMarked;

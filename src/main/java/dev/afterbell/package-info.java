/** Afterbell: one cited snapshot of what a listed company filed around an earnings release. */
@NullMarked
package dev.afterbell;

import org.jspecify.annotations.NullMarked;

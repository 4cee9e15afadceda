/** Port to original bytes, kept once under their hash. */
@NullMarked
package dev.afterbell.vault;

import org.jspecify.annotations.NullMarked;

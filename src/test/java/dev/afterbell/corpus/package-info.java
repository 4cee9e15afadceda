/** Accuracy against documents with known answers, where a folder of them stands. */
@NullMarked
package dev.afterbell.corpus;

import org.jspecify.annotations.NullMarked;

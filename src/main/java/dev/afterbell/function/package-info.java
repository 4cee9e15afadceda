/** The three Lambda functions: decode, call the flow, encode. */
@NullMarked
package dev.afterbell.function;

import org.jspecify.annotations.NullMarked;

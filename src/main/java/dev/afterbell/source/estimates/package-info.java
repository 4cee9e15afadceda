/** What analysts expect: files that people drop. */
@NullMarked
package dev.afterbell.source.estimates;

import org.jspecify.annotations.NullMarked;

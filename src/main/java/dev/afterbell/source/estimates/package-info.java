/** What analysts expect: files that people drop, and what is fetched. */
@NullMarked
package dev.afterbell.source.estimates;

import org.jspecify.annotations.NullMarked;

/** What processes that fetch have to agree on, kept in the table. */
@NullMarked
package dev.afterbell.source.dynamo;

import org.jspecify.annotations.NullMarked;

/** Ports and clients for what Afterbell fetches itself. */
@NullMarked
package dev.afterbell.source;

import org.jspecify.annotations.NullMarked;

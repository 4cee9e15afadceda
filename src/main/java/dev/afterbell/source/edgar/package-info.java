/**
 * EDGAR: what filers have filed, and the filings themselves, at no more than 5 requests a second.
 */
@NullMarked
package dev.afterbell.source.edgar;

import org.jspecify.annotations.NullMarked;

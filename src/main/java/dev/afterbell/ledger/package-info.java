/**
 * What is remembered: the sealed entries of one table, their hash chain, and the port to the table.
 */
@NullMarked
package dev.afterbell.ledger;

import org.jspecify.annotations.NullMarked;

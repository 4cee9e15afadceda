/**
 * What is remembered: the sealed entries of one table, their keys and hash chain, the state of
 * deliveries, and {@link dev.afterbell.ledger.Ledger}, the port to the table. The content of an
 * entry is canonical JSON that belongs to the package that writes it.
 */
@NullMarked
package dev.afterbell.ledger;

import org.jspecify.annotations.NullMarked;

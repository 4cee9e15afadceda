/**
 * Original bytes: {@link dev.afterbell.vault.Vault}, the port to what is kept once under its hash,
 * and {@link dev.afterbell.vault.Inbox}, the port to what people and feeds drop.
 */
@NullMarked
package dev.afterbell.vault;

import org.jspecify.annotations.NullMarked;

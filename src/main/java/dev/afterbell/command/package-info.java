/**
 * The commands of {@code infra/bin/afterbell}, for people and scripts: a question in words, one
 * answer on standard output. Nothing imports this package (docs/decisions/0006-command-package.md).
 */
@NullMarked
package dev.afterbell.command;

import org.jspecify.annotations.NullMarked;

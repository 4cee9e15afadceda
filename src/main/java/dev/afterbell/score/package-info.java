/**
 * How good the evidence is: item quality, the five legs, evidence quality and its zero rules,\n *
 * uncertainty, flags.
 */
@NullMarked
package dev.afterbell.score;

import org.jspecify.annotations.NullMarked;

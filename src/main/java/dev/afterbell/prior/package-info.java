/** What the verified inputs support: operating axes, scenario probabilities with a band, stance. */
@NullMarked
package dev.afterbell.prior;

import org.jspecify.annotations.NullMarked;

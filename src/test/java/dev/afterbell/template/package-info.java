/** What template.yaml, the API's description and the example events must hold to. */
@NullMarked
package dev.afterbell.template;

import org.jspecify.annotations.NullMarked;

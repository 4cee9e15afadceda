/** Keys of providers from AWS Systems Manager Parameter Store. */
@NullMarked
package dev.afterbell.source.ssm;

import org.jspecify.annotations.NullMarked;

/** The vault on S3. */
@NullMarked
package dev.afterbell.vault.s3;

import org.jspecify.annotations.NullMarked;

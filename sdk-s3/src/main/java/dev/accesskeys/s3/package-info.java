/** Verifies keys with the AWS SDK for Java, and gives it credentials that follow rotations. */
@NullMarked
package dev.accesskeys.s3;

import org.jspecify.annotations.NullMarked;

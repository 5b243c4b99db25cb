/** The fakes as JUnit extensions. Needs {@code junit-jupiter-api}, which the application brings along. */
@NullMarked
package dev.accesskeys.testing.junit;

import org.jspecify.annotations.NullMarked;

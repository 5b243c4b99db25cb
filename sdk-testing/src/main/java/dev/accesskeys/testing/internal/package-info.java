/** Parts that the fakes share. Not exported. */
@NullMarked
package dev.accesskeys.testing.internal;

import org.jspecify.annotations.NullMarked;

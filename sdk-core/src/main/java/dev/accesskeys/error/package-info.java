/** Everything that can go wrong, as one family of unchecked exceptions under {@link dev.accesskeys.error.AccessKeysException}. */
@NullMarked
package dev.accesskeys.error;

import org.jspecify.annotations.NullMarked;

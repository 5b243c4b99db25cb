/** When a call is sent again, and how long it may take altogether. */
@NullMarked
package dev.accesskeys.retry;

import org.jspecify.annotations.NullMarked;

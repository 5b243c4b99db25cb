/** Timers. */
@NullMarked
package dev.accesskeys.internal.concurrent;

import org.jspecify.annotations.NullMarked;

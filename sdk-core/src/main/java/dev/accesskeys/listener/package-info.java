/** Places to watch calls and attempts from, for metrics, traces and audit. */
@NullMarked
package dev.accesskeys.listener;

import org.jspecify.annotations.NullMarked;

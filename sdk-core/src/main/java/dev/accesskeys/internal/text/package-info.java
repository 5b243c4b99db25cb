/** Texts that are shown to people, and texts that never are. */
@NullMarked
package dev.accesskeys.internal.text;

import org.jspecify.annotations.NullMarked;

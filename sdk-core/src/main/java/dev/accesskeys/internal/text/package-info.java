/** Texts that are shown to people. */
@NullMarked
package dev.accesskeys.internal.text;

import org.jspecify.annotations.NullMarked;

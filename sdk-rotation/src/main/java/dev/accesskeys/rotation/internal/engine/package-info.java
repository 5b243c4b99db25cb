/** The engine: a pure step function, and one numbered port through which every effect passes. */
@NullMarked
package dev.accesskeys.rotation.internal.engine;

import org.jspecify.annotations.NullMarked;

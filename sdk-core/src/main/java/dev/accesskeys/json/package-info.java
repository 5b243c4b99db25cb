/** JSON without reflection: a small reader and writer that generated code calls; no type of the library below shows. */
@NullMarked
package dev.accesskeys.json;

import org.jspecify.annotations.NullMarked;

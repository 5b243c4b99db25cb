/** The client for Acorn, a cloud that does not exist: start at {@link dev.accesskeys.acorn.AcornClient}. */
@NullMarked
package dev.accesskeys.acorn;

import org.jspecify.annotations.NullMarked;

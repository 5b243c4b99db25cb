/** The parts of {@link dev.accesskeys.examples.RotateEverything}: what is rotated, by which process, and who writes all the while. */
@NullMarked
package dev.accesskeys.examples.rotation;

import org.jspecify.annotations.NullMarked;

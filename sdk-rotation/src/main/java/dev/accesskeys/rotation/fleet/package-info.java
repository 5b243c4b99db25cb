/** Rotates many targets at once: {@link dev.accesskeys.rotation.fleet.RotatorFleet}, and the report that it leaves. */
@NullMarked
package dev.accesskeys.rotation.fleet;

import org.jspecify.annotations.NullMarked;

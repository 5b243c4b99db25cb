/** Replaces access keys safely: {@link dev.accesskeys.rotation.Rotator} plans, rotates, resumes, rolls back and sweeps. */
@NullMarked
package dev.accesskeys.rotation;

import org.jspecify.annotations.NullMarked;

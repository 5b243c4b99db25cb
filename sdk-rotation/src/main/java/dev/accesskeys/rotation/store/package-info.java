/** Where the secrets of a rotation are kept: pending, current and previous. */
@NullMarked
package dev.accesskeys.rotation.store;

import org.jspecify.annotations.NullMarked;

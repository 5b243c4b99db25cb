/** What a fleet may know of its rotators and nobody else. */
@NullMarked
package dev.accesskeys.rotation.internal.fleet;

import org.jspecify.annotations.NullMarked;

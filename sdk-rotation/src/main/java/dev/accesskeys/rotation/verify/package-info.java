/** How a new key is proven where it is used. */
@NullMarked
package dev.accesskeys.rotation.verify;

import org.jspecify.annotations.NullMarked;

/** Time as the SDK sees it, so that tests need not wait. */
@NullMarked
package dev.accesskeys.time;

import org.jspecify.annotations.NullMarked;

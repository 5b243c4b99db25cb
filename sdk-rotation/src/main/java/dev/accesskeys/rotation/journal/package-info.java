/** Where a rotation writes down what it is about to do, before it does it. */
@NullMarked
package dev.accesskeys.rotation.journal;

import org.jspecify.annotations.NullMarked;

/** What every provider's client is built from: the common options of its builder. */
@NullMarked
package dev.accesskeys.client;

import org.jspecify.annotations.NullMarked;

/**
 * Access keys the same way at every provider: {@link dev.accesskeys.keys.AccessKeyService} lists, creates, updates, rotates and
 * revokes them, and {@link dev.accesskeys.keys.Capabilities} says beforehand what a provider can do.
 */
@NullMarked
package dev.accesskeys.keys;

import org.jspecify.annotations.NullMarked;

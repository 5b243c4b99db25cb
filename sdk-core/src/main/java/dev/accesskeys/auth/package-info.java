/** Where tokens come from. */
@NullMarked
package dev.accesskeys.auth;

import org.jspecify.annotations.NullMarked;

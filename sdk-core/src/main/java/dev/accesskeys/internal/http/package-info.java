/** The default transport, on the JDK's own HTTP client. */
@NullMarked
package dev.accesskeys.internal.http;

import org.jspecify.annotations.NullMarked;

/** The exchange of one request for one answer: the {@link dev.accesskeys.http.Transport} that can be replaced, and what it carries. */
@NullMarked
package dev.accesskeys.http;

import org.jspecify.annotations.NullMarked;

/** Java as text: names, literals, Javadoc, imports, layout. */
@NullMarked
package dev.accesskeys.codegen.java;

import org.jspecify.annotations.NullMarked;

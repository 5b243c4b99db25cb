/** What the templates print, ready for printing. */
@NullMarked
package dev.accesskeys.codegen.view;

import org.jspecify.annotations.NullMarked;

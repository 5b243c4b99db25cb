/** The document, and reading it: from OpenAPI to what has to be generated. */
@NullMarked
package dev.accesskeys.codegen.document;

import org.jspecify.annotations.NullMarked;

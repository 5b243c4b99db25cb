/** The generator "access-keys-java": reads an OpenAPI document, prints models, services and operations. */
@NullMarked
package dev.accesskeys.codegen;

import org.jspecify.annotations.NullMarked;

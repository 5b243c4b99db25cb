/** What has to be generated, in terms of Java. */
@NullMarked
package dev.accesskeys.codegen.api;

import org.jspecify.annotations.NullMarked;

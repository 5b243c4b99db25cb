/** Programs that show the SDK at work: on embedded fakes, or with tokens in the environment and {@code --live} for real. */
@NullMarked
package dev.accesskeys.examples;

import org.jspecify.annotations.NullMarked;

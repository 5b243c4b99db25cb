/** What a provider's module is made of: operations, their arguments, envelopes and failure classifiers. */
@NullMarked
package dev.accesskeys.operation;

import org.jspecify.annotations.NullMarked;

/**
 * Checks what clients send and what fakes answer against the documents in {@code specs/}, while the tests of this reactor run.
 *
 * <p>{@link dev.accesskeys.conformance.CheckingObserver} is told of every exchange with a fake and has the provider's
 * {@link dev.accesskeys.conformance.Contract} judge it; {@link dev.accesskeys.conformance.ConformanceExtension} makes the test
 * fail in which something else happened than what is documented. Both are found by themselves: a module takes part by having this
 * one on the class path of its tests.
 */
@NullMarked
package dev.accesskeys.conformance;

import org.jspecify.annotations.NullMarked;

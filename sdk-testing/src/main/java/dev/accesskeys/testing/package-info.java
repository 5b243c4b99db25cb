/**
 * What all fakes have in common: a {@link dev.accesskeys.testing.FakeCloud} with a server and an in-memory transport, faults to
 * order, a ledger of what happened, and a virtual clock.
 */
@NullMarked
package dev.accesskeys.testing;

import org.jspecify.annotations.NullMarked;

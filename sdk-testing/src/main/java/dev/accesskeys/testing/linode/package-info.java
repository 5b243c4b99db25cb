/** Linode as a fake: {@link dev.accesskeys.testing.linode.FakeLinode}. */
@NullMarked
package dev.accesskeys.testing.linode;

import org.jspecify.annotations.NullMarked;

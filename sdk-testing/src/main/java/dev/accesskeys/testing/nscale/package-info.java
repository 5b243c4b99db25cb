/** nscale as a fake: {@link dev.accesskeys.testing.nscale.FakeNscale}. */
@NullMarked
package dev.accesskeys.testing.nscale;

import org.jspecify.annotations.NullMarked;

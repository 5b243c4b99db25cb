/** TensorPool as a fake: {@link dev.accesskeys.testing.tensorpool.FakeTensorPool}. */
@NullMarked
package dev.accesskeys.testing.tensorpool;

import org.jspecify.annotations.NullMarked;

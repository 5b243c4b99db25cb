/**
 * The object storage credentials of TensorPool. {@link dev.accesskeys.tensorpool.RawObjectStorage} and
 * {@link dev.accesskeys.tensorpool.TensorPoolOperations} are generated from TensorPool's OpenAPI document, as are the models in
 * {@link dev.accesskeys.tensorpool.model}; {@link dev.accesskeys.tensorpool.ObjectStorage} asks for a confirmation before the
 * whole organisation is hit.
 */
@NullMarked
package dev.accesskeys.tensorpool;

import org.jspecify.annotations.NullMarked;

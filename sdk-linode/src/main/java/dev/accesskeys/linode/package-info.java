/**
 * Linode's Object Storage keys. The services and {@link dev.accesskeys.linode.LinodeOperations} are generated from Linode's
 * OpenAPI document, as are the models in {@link dev.accesskeys.linode.model}.
 */
@NullMarked
package dev.accesskeys.linode;

import org.jspecify.annotations.NullMarked;

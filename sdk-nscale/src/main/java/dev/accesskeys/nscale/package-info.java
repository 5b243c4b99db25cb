/**
 * nscale's object storage endpoints and their access keys. The services and {@link dev.accesskeys.nscale.NscaleOperations} are
 * generated from nscale's OpenAPI document, as are the models in {@link dev.accesskeys.nscale.model}.
 */
@NullMarked
package dev.accesskeys.nscale;

import org.jspecify.annotations.NullMarked;

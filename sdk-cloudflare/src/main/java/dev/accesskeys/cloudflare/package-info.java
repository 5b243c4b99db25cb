/**
 * The signing keys of Cloudflare Access. {@link dev.accesskeys.cloudflare.RawSigningKeys} and
 * {@link dev.accesskeys.cloudflare.CloudflareOperations} are generated from Cloudflare's OpenAPI document, as are the models in
 * {@link dev.accesskeys.cloudflare.model}; {@link dev.accesskeys.cloudflare.SigningKeys} adds what keeps a rotation from harm.
 */
@NullMarked
package dev.accesskeys.cloudflare;

import org.jspecify.annotations.NullMarked;

/** Cloudflare as a fake: {@link dev.accesskeys.testing.cloudflare.FakeCloudflare}. */
@NullMarked
package dev.accesskeys.testing.cloudflare;

import org.jspecify.annotations.NullMarked;

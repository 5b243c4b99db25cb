/** An invented provider, a server that misbehaves to order, and a clock that tests move. */
@NullUnmarked
package dev.accesskeys.testprovider;

import org.jspecify.annotations.NullUnmarked;

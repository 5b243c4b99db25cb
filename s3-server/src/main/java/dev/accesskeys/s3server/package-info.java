/** A real S3 server for tests: it checks signatures, and asks on every request whose they are. */
@NullMarked
package dev.accesskeys.s3server;

import org.jspecify.annotations.NullMarked;

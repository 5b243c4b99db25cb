package dev.accesskeys.s3server;

import dev.accesskeys.Secret;
import java.util.Optional;

/** Knows the keys that an {@link S3Server} accepts. It is asked on every request, so that keys come and go while it runs. */
@FunctionalInterface
public interface IdentitySource {

    /**
     * Gives the secret by which signatures of a key are checked now.
     *
     * @param accessKeyId the key that a request names
     * @return its secret; empty if there is no such key: the request is then refused with {@code InvalidAccessKeyId}
     */
    Optional<Secret> secretOf(String accessKeyId);

    /**
     * Puts the keys of several clouds behind one server.
     *
     * @param other whom to ask for keys that this source does not know
     * @return a source that knows both
     */
    default IdentitySource or(IdentitySource other) {
        return accessKeyId -> secretOf(accessKeyId).or(() -> other.secretOf(accessKeyId));
    }
}

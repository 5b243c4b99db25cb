package dev.accesskeys.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Where credentials come from. Its {@code toString} names the place. */
interface CredentialsSource {

    /**
     * What was read.
     *
     * @param credentials the credentials
     * @param version by what the source tells that it would read the same again; null if it cannot tell
     */
    record Reading(AwsCredentials credentials, @Nullable Object version) {}

    /**
     * Reads the credentials.
     *
     * @param last what was read before, to be given again if it cannot have changed; null at first
     * @return the credentials now
     */
    Reading read(@Nullable Reading last);
}

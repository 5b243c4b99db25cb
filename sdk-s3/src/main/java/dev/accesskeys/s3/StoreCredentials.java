package dev.accesskeys.s3;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoredKey;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The current key of a store. */
record StoreCredentials(SecretStore store) implements CredentialsSource {

    @Override
    public Reading read(@Nullable Reading last) {
        StoredKey current = store.read()
                .current()
                .orElseThrow(() -> new ConfigurationException(
                        "the store " + store.name() + " has no current key", "Rotate into it, or put a key there."));
        AwsCredentials credentials = AwsBasicCredentials.builder()
                .accessKeyId(current.accessKeyId()
                        .orElseThrow(() -> new ConfigurationException(
                                "the current key of the store " + store.name() + " has no access key id",
                                "Put the access key id beside its secret.")))
                .secretAccessKey(current.secret().reveal())
                .providerName(RotatingCredentialsProvider.NAME)
                .build();
        return new Reading(credentials, null);
    }

    @Override
    public String toString() {
        return store.name();
    }
}

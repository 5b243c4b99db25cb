package dev.accesskeys.linode.model;

import dev.accesskeys.Secret;
import dev.accesskeys.json.JsonValue;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelEqualityTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                BucketAccess.class,
                BucketGrant.class,
                CreateObjectStorageKeyRequest.class,
                ListObjectStorageKeysRequest.class,
                ObjectStorageBucket.class,
                ObjectStorageEndpoint.class,
                ObjectStorageKey.class,
                ObjectStorageKeyRegion.class,
                UpdateObjectStorageKeyRequest.class
            })
    void comparesAllMembers(Class<?> model) {
        EqualsVerifier.forClass(model)
                .withPrefabValues(Secret.class, Secret.of("red"), Secret.of("blue"))
                .withPrefabValues(JsonValue.class, JsonValue.string("red"), JsonValue.string("blue"))
                .suppress(Warning.NULL_FIELDS) // builders let no null through where there must be a value
                .suppress(Warning.STRICT_HASHCODE) // all secrets have the same hash
                .verify();
    }
}

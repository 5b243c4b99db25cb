package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store does, whatever it is made of. */
class SecretStoreRulesTest {

    private static final StoredKey OLD =
            StoredKey.builder(Secret.of("old-secret")).accessKeyId("OLD").build();
    private static final StoredKey NEW = StoredKey.builder(Secret.of("new-secret"))
            .attempt("a1")
            .id(AccessKeyId.of("linode", "7"))
            .accessKeyId("NEW")
            .endpoint(new S3Endpoint(URI.create("https://s3.example"), "eu-1"))
            .build();
    private static final StoredKey NEW_SECRET =
            StoredKey.builder(Secret.of("new-secret")).attempt("a1").build();

    static Stream<SecretStore> stores() {
        SimulatedDisk disk = new SimulatedDisk();
        Path file = Path.of("/home/app/.aws/credentials");
        disk.put(file, "[backup]\naws_access_key_id = OLD\naws_secret_access_key = old-secret\n");
        return Stream.of(
                MemoryStore.holding("memory", OLD),
                AwsProfileStoreOn.disk(disk, file, "backup"),
                CallbackStore.of("vault", MemoryDocument.holding(new StoreContents(OLD, null, null, null))));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aKeyGoesFromPendingToCurrentAndTheOldOneStaysUntilItIsDiscarded(SecretStore store) {
        store.reserve("a1");
        assertThat(store.read().reservation()).contains("a1");
        assertThat(store.read().pending()).isEmpty();

        store.stage(NEW_SECRET);
        assertThat(store.read().pending()).contains(NEW_SECRET);
        assertThat(store.read().current()).contains(OLD);

        store.stage(NEW);
        assertThat(store.read().pending()).contains(NEW);

        store.publish("a1", Optional.of("OLD"));
        assertThat(store.read().current()).contains(NEW);
        assertThat(store.read().previous()).contains(OLD);
        assertThat(store.read().pending()).isEmpty();
        assertThat(store.read().reservation()).isEmpty();

        store.discardPrevious("a1");
        assertThat(store.read().previous()).isEmpty();
        assertThat(store.read().current()).contains(NEW);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyCallCanBeMadeAgain(SecretStore store) {
        store.reserve("a1");
        store.reserve("a1");
        store.stage(NEW);
        store.reserve("a1");
        store.stage(NEW);
        store.stage(NEW_SECRET);
        assertThat(store.read().pending()).contains(NEW);

        store.publish("a1", Optional.of("OLD"));
        store.publish("a1", Optional.of("OLD"));
        store.stage(NEW);
        store.reserve("a1");
        assertThat(store.read().current()).contains(NEW);
        assertThat(store.read().previous()).contains(OLD);
        assertThat(store.read().reservation()).isEmpty();

        store.restore("a1");
        store.restore("a1");
        assertThat(store.read().current()).contains(OLD);
        assertThat(store.read().pending()).contains(NEW);
        assertThat(store.read().previous()).isEmpty();

        store.discardPending("a1");
        store.discardPending("a1");
        store.discardPrevious("a1");
        assertThat(store.read().current()).contains(OLD);
        assertThat(store.read().pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aPlaceThatIsTakenIsAConflict(SecretStore store) {
        store.reserve("a1");

        assertThatThrownBy(() -> store.reserve("a2"))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining("attempt a1 has it");
        assertThatThrownBy(() -> store.stage(NEW.toBuilder().attempt("a2").build()))
                .isInstanceOf(StoreConflictException.class);
        assertThatThrownBy(() -> store.publish("a2", Optional.of("OLD"))).isInstanceOf(StoreConflictException.class);
        store.discardPending("a2");
        assertThat(store.read().reservation()).contains("a1");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aKeyIsNotStagedWithoutAReservation(SecretStore store) {
        assertThatThrownBy(() -> store.stage(NEW)).isInstanceOf(StoreConflictException.class);
        assertThatThrownBy(() -> store.stage(OLD)).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aStagedSecretIsNotWrittenOver(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW);
        StoredKey other =
                StoredKey.builder(Secret.of("another-secret")).attempt("a1").build();

        assertThatThrownBy(() -> store.stage(other))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageNotContaining("secret-")
                .hasMessageNotContaining("another-secret");

        assertThat(store.read().pending()).contains(NEW);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void onlyTheExpectedCurrentKeyIsReplaced(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW);

        assertThatThrownBy(() -> store.publish("a1", Optional.of("OTHER")))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining("there is OLD, expected OTHER");
        assertThatThrownBy(() -> store.publish("a1", Optional.empty())).isInstanceOf(StoreConflictException.class);

        assertThat(store.read().current()).contains(OLD);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aKeyThatNobodyCouldUseIsNotPublished(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW_SECRET);

        assertThatThrownBy(() -> store.publish("a1", Optional.of("OLD")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no access key id yet");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void thereIsNoWayBackOnceThePreviousKeyIsForgotten(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW);
        store.publish("a1", Optional.of("OLD"));
        store.discardPrevious("a1");

        assertThatThrownBy(() -> store.restore("a1"))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining("no previous key");
        assertThatThrownBy(() -> store.restore("a2")).isInstanceOf(StoreConflictException.class);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void thePreviousKeyOfAnotherAttemptIsNotForgotten(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW);
        store.publish("a1", Optional.of("OLD"));

        store.discardPrevious("a2");

        assertThat(store.read().previous()).contains(OLD);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothingThatAStoreSaysShowsASecret(SecretStore store) {
        store.reserve("a1");
        store.stage(NEW);

        assertThat(store.toString() + store.read() + store.name()).doesNotContain("new-secret", "old-secret");
    }
}

package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackStoreTest {

    private static final StoredKey KEY = StoredKey.builder(Secret.of("CANARY"))
            .attempt("a1")
            .accessKeyId("NEW")
            .build();

    private final MemoryDocument document = new MemoryDocument();
    private final CallbackStore store = CallbackStore.of("vault:backup", document);

    @Test
    void anEmptyVaultIsFilled() {
        store.reserve("a1");
        store.stage(KEY);
        store.publish("a1", Optional.empty());

        assertThat(document.content().reveal())
                .isEqualTo("{\"format\":1,\"current\":{\"access_key_id\":\"NEW\",\"secret_access_key\":\"CANARY\","
                        + "\"rotation_attempt\":\"a1\"}}");
    }

    @Test
    void aWriteInBetweenIsSeenAndDecidedAnew() {
        Secret other = StoreDocument.write(new StoreContents(KEY, null, null, "other"));
        document.beforeWrite = () -> {
            document.beforeWrite = () -> {};
            document.put(other);
        };

        assertThatThrownBy(() -> store.reserve("a2"))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining("attempt other has it");

        assertThat(document.writes).isEqualTo(1);
    }

    @Test
    void aWriteInBetweenThatDoesNotMatterIsKept() {
        document.beforeWrite = () -> {
            document.beforeWrite = () -> {};
            document.put(StoreDocument.write(new StoreContents(KEY, null, null, null)));
        };

        store.reserve("a2");

        assertThat(store.read().current()).contains(KEY);
        assertThat(store.read().reservation()).contains("a2");
    }

    @Test
    void aVaultThatChangesAllTheTimeIsLeftAlone() {
        document.beforeWrite = () -> document.put(StoreDocument.write(new StoreContents(KEY, null, null, null)));

        assertThatThrownBy(() -> store.reserve("a2")).hasMessageContaining("all the time");
    }

    @Test
    void aFailureOfTheApplicationsCodeKeepsItsCauseUnlessThatShowsASecret() {
        store.reserve("a1");
        document.beforeWrite = () -> {
            throw new IllegalStateException("503");
        };
        assertThatThrownBy(() -> store.stage(KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("IllegalStateException")
                .hasCauseInstanceOf(IllegalStateException.class);

        document.beforeWrite = () -> {
            throw new IllegalStateException("cannot send", new IllegalArgumentException("{\"x\":\"CANARY\"}"));
        };
        assertThatThrownBy(() -> store.stage(KEY))
                .hasMessageContaining("left out")
                .hasNoCause();
    }

    @Test
    void aFailedReadIsAStoreException() {
        CallbackStore broken = CallbackStore.of("vault", new VersionedDocument() {
            @Override
            public Optional<Versioned> read() {
                throw new IllegalStateException("no token");
            }

            @Override
            public void write(Secret content, String expectedVersion) {}
        });

        assertThatThrownBy(broken::read).isInstanceOf(StoreException.class).hasMessageContaining("reading");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CANARY",
                "[\"CANARY\"]",
                "{\"format\":1,\"current\":{\"secret_access_key\":\"\"}}",
                "{\"format\":1,\"current\":{\"access_key_id\":\"CANARY\"}}",
                "{\"format\":1,\"CANARY\":1}",
                "{\"format\":1,\"current\":{\"secret_access_key\":\"x\",\"endpoint_url\":\"CANARY CANARY\"}}",
                "{\"format\":1,\"current\":{\"secret_access_key\":\"x\",\"access_key_ref\":\"CANARY\"}}",
                "{\"format\":1} CANARY"
            })
    void aDocumentOfSomebodyElseIsRefusedWithoutShowingIt(String content) {
        document.put(Secret.of(content));

        assertThatThrownBy(store::read)
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .hasMessageContaining("vault:backup")
                .hasMessageNotContaining("CANARY");
        assertThatThrownBy(() -> store.reserve("a1")).isInstanceOf(StoreException.class);
    }

    @Test
    void aNewerFormatIsNotGuessedAt() {
        document.put(Secret.of("{\"format\":2}"));

        assertThatThrownBy(store::read).hasMessageContaining("format 2 instead of 1");
    }

    @Test
    void namesFitIntoALine() {
        assertThatThrownBy(() -> CallbackStore.of(" ", document)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> CallbackStore.of("a\nb", document)).isInstanceOf(ValidationException.class);
    }
}

package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoreException;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Credentials out of a store. */
class RotatingCredentialsProviderTest {

    private final VirtualTime time = VirtualTime.create();
    private final MemoryStore memory = MemoryStore.holding("app", key("one"));
    private final ScriptedStore store = new ScriptedStore(memory);
    private final RotatingCredentialsProvider provider =
            RotatingCredentialsProvider.of(store).withTimeSource(time);

    private static StoredKey key(String name) {
        return StoredKey.builder(Secret.of("secret-" + name)).accessKeyId(name).build();
    }

    private String accessKeyId() {
        return provider.resolveCredentials().accessKeyId();
    }

    @Test
    void theCurrentKeyIsGivenWithTheNameOfTheProvider() {
        AwsCredentials credentials = provider.resolveCredentials();

        assertThat(credentials.accessKeyId()).isEqualTo("one");
        assertThat(credentials.secretAccessKey()).isEqualTo("secret-one");
        assertThat(credentials.providerName()).hasValue("AccessKeysRotation");
    }

    @Test
    void aPublishedKeyIsGivenAfterTheIntervalAndNotBefore() {
        accessKeyId();
        memory.replaceCurrent(key("two"));

        time.advance(Duration.ofMillis(4_999));
        assertThat(accessKeyId()).isEqualTo("one");
        time.advance(Duration.ofMillis(1));
        assertThat(accessKeyId()).isEqualTo("two");
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void theIntervalCanBeChanged() {
        RotatingCredentialsProvider eager = provider.withInterval(Duration.ZERO);
        eager.resolveCredentials();
        memory.replaceCurrent(key("two"));

        assertThat(eager.resolveCredentials().accessKeyId()).isEqualTo("two");
        assertThatThrownBy(() -> provider.withInterval(Duration.ofNanos(-1))).isInstanceOf(ValidationException.class);
    }

    @Test
    void whenReadingFailsLaterTheLastCredentialsGoOn() {
        accessKeyId();
        store.fail(new StoreException("the store is away", "Wait.", null));
        time.advance(Duration.ofSeconds(5));

        try (CapturedLog log = CapturedLog.of("dev.accesskeys.s3")) {
            assertThat(accessKeyId()).isEqualTo("one");
            time.advance(Duration.ofSeconds(5));
            assertThat(accessKeyId()).isEqualTo("one");

            assertThat(log.messages()).singleElement().asString().contains("the store is away", "app");
        }
        assertThat(store.reads()).isEqualTo(3);
    }

    @Test
    void aFailureIsLoggedAgainAfterASuccess() {
        accessKeyId();
        try (CapturedLog log = CapturedLog.of("dev.accesskeys.s3")) {
            for (int i = 0; i < 2; i++) {
                store.fail(new IllegalStateException("canary-in-a-foreign-message"));
                time.advance(Duration.ofSeconds(5));
                accessKeyId();
                store.fail(null);
                time.advance(Duration.ofSeconds(5));
                accessKeyId();
            }

            assertThat(log.messages())
                    .hasSize(2)
                    .allSatisfy(message -> assertThat(message)
                            .contains("java.lang.IllegalStateException")
                            .doesNotContain("canary"));
        }
    }

    @Test
    void aStoreThatWasEmptiedKeepsTheLastCredentialsGoing() {
        accessKeyId();
        memory.replaceCurrent(null);
        time.advance(Duration.ofSeconds(5));

        try (CapturedLog log = CapturedLog.of("dev.accesskeys.s3")) {
            assertThat(accessKeyId()).isEqualTo("one");
            assertThat(log.messages()).hasSize(1);
        }
    }

    @Test
    void whenTheFirstReadingFailsTheCallerHearsOfIt() {
        store.fail(new StoreException("the store is away", "Wait.", null));
        assertThatThrownBy(provider::resolveCredentials).isInstanceOf(StoreException.class);

        store.fail(null);
        assertThat(accessKeyId()).isEqualTo("one");
    }

    @Test
    void aStoreWithoutAKeyIsSaid() {
        memory.replaceCurrent(null);
        assertThatThrownBy(provider::resolveCredentials)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the store app has no current key");

        memory.replaceCurrent(StoredKey.builder(Secret.of("secret-canary")).build());
        assertThatThrownBy(provider::resolveCredentials)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no access key id")
                .hasMessageNotContaining("canary");
    }

    @Test
    void whileOneReadsTheOthersGoOn() throws Exception {
        accessKeyId();
        memory.replaceCurrent(key("two"));
        time.advance(Duration.ofSeconds(5));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        store.before(() -> {
            reading.countDown();
            mayGoOn.await();
        });

        CompletableFuture<String> slow =
                CompletableFuture.supplyAsync(this::accessKeyId, run -> new Thread(run).start());
        reading.await();
        assertThat(accessKeyId()).isEqualTo("one");
        mayGoOn.countDown();

        assertThat(slow.get()).isEqualTo("two");
        assertThat(accessKeyId()).isEqualTo("two");
    }

    @Test
    void nothingShowsTheSecret() {
        accessKeyId();

        assertThat(provider).hasToString("AccessKeysRotation[app]");
        assertThat(provider.resolveCredentials().toString()).doesNotContain("secret-one");
        assertThat(new StoreContents(key("one"), null, null, null).toString()).doesNotContain("secret-one");
    }
}

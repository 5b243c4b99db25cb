package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.Secret;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.FakeLinode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Java of the README, compiled and run as it stands there; the last test compares the two. */
class ReadmeSnippetsTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path HERE =
            Path.of("src", "test", "java", "dev", "accesskeys", "examples", "ReadmeSnippetsTest.java");
    private static final Path ROTATION =
            Path.of("src", "test", "java", "dev", "accesskeys", "examples", "RotationSnippetsTest.java");

    private final FakeLinode fake =
            FakeLinode.builder().bucket("nl-ams", "backups").start();
    private final Map<String, String> vault = new HashMap<>();

    @AfterEach
    void stopTheFake() {
        fake.close();
    }

    private LinodeClient client() {
        return LinodeClient.builder()
                .token(fake.token())
                .baseUrl(fake.baseUrl())
                .build();
    }

    private Map<String, String> environment() {
        return Map.of("LINODE_TOKEN", fake.token(), "LINODE_URL", fake.baseUrl().toString());
    }

    private void store(String accessKey, Secret secret) {
        vault.put(accessKey, secret.reveal());
    }

    @Test
    void theTenLines() {
        Map<String, String> environment = environment();
        try (LinodeClient linode = LinodeClient.fromEnv(environment)) {
            ObjectStorageKey key = linode.objectStorageKeys()
                    .create(CreateObjectStorageKeyRequest.builder()
                            .label("backup")
                            .access(BucketAccess.limitedTo(BucketGrant.builder()
                                    .bucketName("backups")
                                    .region("nl-ams")
                                    .permissions(BucketPermissions.READ_WRITE)
                                    .build()))
                            .build());
            store(key.accessKey(), key.secretKey().orElseThrow()); // the provider shows the secret this once
        }

        assertThat(vault).hasSize(1);
        assertThat(fake.account().keys()).hasSize(1);
    }

    @Test
    void theVariations() {
        List<String> labels = new ArrayList<>();
        try (LinodeClient linode = client()) {
            fake.account().addKey("one");
            long id = fake.account().addKey("two").id();
            for (ObjectStorageKey key : linode.objectStorageKeys().listAll()) { // fetches the next page ahead
                labels.add(key.label());
            }
            CompletableFuture<ObjectStorageKey> soon =
                    linode.objectStorageKeys().getAsync(id);
            Response<ObjectStorageKey> response = linode.objectStorageKeys()
                    .with(CallOptions.deadline(Duration.ofSeconds(30)))
                    .withResponse()
                    .get(id);
            int status = response.status(); // headers(), requestId(), rateLimit(), attempts() …

            assertThat(soon.join().label()).isEqualTo("two");
            assertThat(status).isEqualTo(200);
        }

        assertThat(labels).containsExactly("one", "two");
    }

    @Test
    void theErrors() {
        List<String> shown = new ArrayList<>();
        try (LinodeClient linode = client()) {
            fake.faults().onCall(1).of("POST", "/object-storage/keys").order(Fault.applyThenDrop());
            CreateObjectStorageKeyRequest request = CreateObjectStorageKeyRequest.builder()
                    .label("backup")
                    .access(BucketAccess.none())
                    .build();
            try {
                linode.objectStorageKeys().create(request);
            } catch (OutcomeUnknownException e) {
                shown.add(e.problem()); // the connection broke …; it was sent once and will not be repeated
                shown.add(e.advice()); // List the keys until one with the label of this request appears …
            }

            assertThatThrownBy(() -> linode.objectStorageKeys().get(1)).isInstanceOf(NotFoundException.class);
        }

        assertThat(shown).hasSize(2);
        assertThat(fake.ledger().count("POST", "/object-storage/keys")).isEqualTo(1);
    }

    @Test
    void theCommonInterface() {
        Map<String, String> environment = environment();
        try (OpenedAccessKeys opened = AccessKeyServices.open("linode", environment)) {
            AccessKeyService keys = opened.keys();
            if (keys.capabilities().supports(KeyOperation.CREATE)) { // every provider says what it can do
                CreatedAccessKey fresh = keys.create(AccessKeySpec.named("backup"));
                store(fresh.key().id().toString(), fresh.secret());
                RotatedKey rotated = keys.rotate(KeyRotation.of(fresh.key().id()));
                rotated.secret().ifPresent(secret -> store(rotated.key().id().toString(), secret));
                switch (rotated.previousState()) {
                    case STILL_VALID -> keys.revoke(rotated.previousId()); // once the new key is in use everywhere
                    case VALID_UNTIL, DEAD -> {} // nothing left to do
                }
            }
        }

        assertThat(fake.account().keys()).hasSize(1);
        assertThat(vault).hasSize(2);
    }

    @Test
    void theReconciliation() {
        List<Reconciliation.Verdict> verdicts = new ArrayList<>();
        try (LinodeClient linode = client()) {
            AccessKeyService keys = linode.accessKeys();
            CreatedAccessKey old = keys.create(AccessKeySpec.named("backup"));
            fake.faults().onCall(1).of("POST", "/object-storage/keys").order(Fault.applyThenDrop());
            try {
                keys.rotate(KeyRotation.of(old.key().id()));
            } catch (OutcomeUnknownException e) {
                Reconciliation found = keys.reconcile(e.pending().orElseThrow()); // only reads
                verdicts.add(found.verdict()); // APPLIED, NOT_SEEN or UNDECIDED; found.advice() says what to do
            }
        }

        assertThat(verdicts).containsExactly(Reconciliation.Verdict.APPLIED);
    }

    @Test
    void everySnippetOfTheReadmeStandsHere() {
        String here = normalised(read(HERE) + read(ROTATION));
        Matcher snippets = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(read(README));

        int count = 0;
        while (snippets.find()) {
            count++;
            assertThat(here).contains(normalised(snippets.group(1)));
        }
        assertThat(count).isGreaterThanOrEqualTo(5);
    }

    private static String normalised(String code) {
        return code.lines()
                .map(String::strip)
                .reduce("", (one, other) -> one + "\n" + other)
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.rotation.store.AwsProfileStore;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Credentials out of a profile of a shared credentials file. */
class ProfileCredentialsTest {

    @TempDir
    Path directory;

    private Path file;
    private RotatingCredentialsProvider provider;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("credentials");
        Files.writeString(file, profile("one"));
        provider = RotatingCredentialsProvider.ofProfile(file, "backup");
    }

    private static String profile(String key) {
        return """
                # kept by hand
                [other]
                aws_access_key_id = other
                aws_secret_access_key = secret-other

                [backup]
                aws_access_key_id = %s
                aws_secret_access_key = secret-%s
                endpoint_url = https://us-lax-1.linodeobjects.com
                """.formatted(key, key);
    }

    private void replace(String content) throws IOException {
        Path fresh = Files.writeString(directory.resolve("fresh"), content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String accessKeyId() {
        return provider.resolveCredentials().accessKeyId();
    }

    @Test
    void theKeyOfTheProfileIsGiven() {
        AwsCredentials credentials = provider.resolveCredentials();

        assertThat(credentials.accessKeyId()).isEqualTo("one");
        assertThat(credentials.secretAccessKey()).isEqualTo("secret-one");
        assertThat(credentials.providerName()).hasValue(RotatingCredentialsProvider.NAME);
    }

    @Test
    void aFileThatWasReplacedIsReadAtOnceThoughItsTimeAndSizeAreTheSame() throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        assertThat(accessKeyId()).isEqualTo("one");

        replace(profile("two"));
        Files.setLastModifiedTime(file, modified);

        assertThat(accessKeyId()).isEqualTo("two");
    }

    @Test
    void aKeyThatIsPublishedIntoTheFileIsGivenFromTheNextRequestOn() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AwsProfileStore store = AwsProfileStore.at(file, "backup");
        StoredKey two = StoredKey.builder(Secret.of("secret-two"))
                .accessKeyId("two")
                .attempt("attempt")
                .build();

        store.reserve("attempt");
        store.stage(two);
        assertThat(accessKeyId()).isEqualTo("one");
        store.publish("attempt", Optional.of("one"));

        assertThat(accessKeyId()).isEqualTo("two");
        assertThat(RotatingCredentialsProvider.of(store).resolveCredentials()).isEqualTo(provider.resolveCredentials());
    }

    @Test
    void aFileThatWasEditedIsReadAgain() throws IOException {
        accessKeyId();

        Files.writeString(file, profile("two"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(accessKeyId()).isEqualTo("two");
    }

    @Test
    void anUnchangedFileIsNotReadAgain() {
        AwsCredentials first = provider.resolveCredentials();

        assertThat(provider.resolveCredentials()).isSameAs(first);
    }

    @Test
    void providersThatShareAFileDoNotMissItsChanges() throws IOException {
        RotatingCredentialsProvider other = provider.withTimeSource(TimeSource.system());
        accessKeyId();
        other.resolveCredentials();
        replace(profile("two"));

        assertThat(accessKeyId()).isEqualTo("two");
        assertThat(other.resolveCredentials().accessKeyId()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[other]\naws_access_key_id = a\naws_secret_access_key = canary\n",
                "[backup]\naws_access_key_id = a\n",
                "[backup]\naws_access_key_id =\naws_secret_access_key = canary\n",
                "[backup\naws_secret_access_key = canary\n",
                "canary"
            })
    void whatIsWrongInTheFileIsSaidAndLaterKeepsTheLastCredentialsGoing(String content) throws IOException {
        accessKeyId();
        replace(content);

        assertThatThrownBy(() ->
                        RotatingCredentialsProvider.ofProfile(file, "backup").resolveCredentials())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("canary")
                .hasNoCause();
        try (CapturedLog log = CapturedLog.of("dev.accesskeys.s3")) {
            assertThat(accessKeyId()).isEqualTo("one");
            assertThat(log.messages()).singleElement().asString().doesNotContain("canary");
        }
    }

    @Test
    void aFileThatIsAwayKeepsTheLastCredentialsGoing() throws IOException {
        accessKeyId();
        Files.delete(file);

        try (CapturedLog log = CapturedLog.of("dev.accesskeys.s3")) {
            assertThat(accessKeyId()).isEqualTo("one");
            assertThat(log.messages()).hasSize(1);
        }
        replace(profile("two"));
        assertThat(accessKeyId()).isEqualTo("two");
        assertThatThrownBy(() -> RotatingCredentialsProvider.ofProfile(directory.resolve("none"), "backup")
                        .resolveCredentials())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aSessionTokenIsPassedOn() throws IOException {
        replace(profile("one") + "aws_session_token = token\n");

        assertThat(provider.resolveCredentials())
                .isInstanceOfSatisfying(
                        AwsSessionCredentials.class,
                        session -> assertThat(session.sessionToken()).isEqualTo("token"));
    }
}

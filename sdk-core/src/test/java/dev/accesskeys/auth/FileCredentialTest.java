package dev.accesskeys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token in a file, as mounted secrets are. */
class FileCredentialTest {

    @TempDir
    Path folder;

    @Test
    void theFileIsReadWhenTheCredentialIsFirstAskedFor() throws IOException {
        Path file = folder.resolve("token");
        CredentialProvider credential = CredentialProvider.file(file);
        Files.writeString(file, " first-token\r\n");

        assertThat(credential.credential()).isEqualTo(Secret.of("first-token"));
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        Path file = write("token", "first", 1);
        CredentialProvider credential = CredentialProvider.file(file);
        credential.credential();

        write("token", "other", 2);

        assertThat(credential.credential()).isEqualTo(Secret.of("other"));
    }

    /** Kubernetes mounts a link to a folder and swaps the link: size and time may stay the same. */
    @Test
    void aSwappedLinkIsSeen() throws IOException {
        write("v1", "token-1", 1);
        write("v2", "token-2", 1);
        Path link = Files.createSymbolicLink(folder.resolve("token"), Path.of("v1"));
        CredentialProvider credential = CredentialProvider.file(link);
        credential.credential();

        Path next = Files.createSymbolicLink(folder.resolve("next"), Path.of("v2"));
        Files.move(next, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        assertThat(credential.credential()).isEqualTo(Secret.of("token-2"));
    }

    @Test
    void whileTheFileIsAwayTheLastTokenGoesOn() throws IOException {
        Path file = write("token", "first", 1);
        CredentialProvider credential = CredentialProvider.file(file);
        credential.credential();

        Files.delete(file);

        assertThat(credential.credential()).isEqualTo(Secret.of("first"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "two words", "bell\u0007", "sch\u00f6n"})
    void whileTheFileHoldsNoTokenTheLastOneGoesOn(String content) throws IOException {
        Path file = write("token", "first", 1);
        CredentialProvider credential = CredentialProvider.file(file);
        credential.credential();

        write("token", content, 2);

        assertThat(credential.credential()).isEqualTo(Secret.of("first"));
    }

    @Test
    void aRefusedTokenIsReadAgainEvenIfTheFileLooksTheSame() throws IOException {
        Path file = write("token", "first", 1);
        CredentialProvider credential = CredentialProvider.file(file);
        Secret refused = credential.credential();

        write("token", "other", 1);

        assertThat(credential.refresh(refused)).isTrue();
        assertThat(credential.credential()).isEqualTo(Secret.of("other"));
    }

    @Test
    void aRefusedTokenThatIsStillInTheFileIsNotSentAgain() throws IOException {
        CredentialProvider credential = CredentialProvider.file(write("token", "first", 1));

        assertThat(credential.refresh(credential.credential())).isFalse();
    }

    @Test
    void aMissingFileIsNamed() {
        CredentialProvider credential = CredentialProvider.file(folder.resolve("nowhere"));

        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, credential::credential);

        assertThat(thrown).hasMessageContaining("nowhere").hasMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "canary\u0000canary", "canary canary", "canary\u00e9", "canary\ncanary"})
    void aFileWithoutAUsableTokenIsRefusedWithoutQuotingIt(String content) throws IOException {
        CredentialProvider credential = CredentialProvider.file(write("token", content, 1));

        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, credential::credential);

        assertThat(thrown).hasMessageContaining("token").hasMessageNotContaining("canary");
        assertThat(thrown.advice()).isNotBlank();
    }

    @Test
    void aFileThatIsNoTextOrFarTooLargeIsRefused() throws IOException {
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xC3, (byte) 0x28});
        Path large = write("large", "x".repeat(100_000), 1);

        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> CredentialProvider.file(binary).credential()))
                .hasMessageContaining("cannot be read");
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> CredentialProvider.file(large).credential()))
                .hasMessageContaining("larger than");
    }

    @Test
    void theTokenIsNotPrinted() throws IOException {
        CredentialProvider credential = CredentialProvider.file(write("token", "canary-token", 1));
        credential.credential();

        assertThat(credential.toString()).doesNotContain("canary-token").contains("token");
        assertThatCode(credential::credential).doesNotThrowAnyException();
    }

    private Path write(String name, String content, int second) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second)));
        return file;
    }
}

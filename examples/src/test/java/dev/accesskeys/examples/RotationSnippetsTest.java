package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.audit.AuditLog;
import dev.accesskeys.rotation.journal.FileJournal;
import dev.accesskeys.rotation.store.AwsProfileStore;
import dev.accesskeys.s3.S3KeyVerifier;
import dev.accesskeys.s3server.S3Server;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the pages about rotation, compiled and run as it stands there, on a real S3 server. */
class RotationSnippetsTest {

    private static final Path PAGE = Path.of("..", "docs", "rotation.md");
    private static final Path HERE =
            Path.of("src", "test", "java", "dev", "accesskeys", "examples", "RotationSnippetsTest.java");

    @TempDir
    Path work;

    private final FakeLinode fake = FakeLinode.start();
    private final S3Server server = S3Server.start(fake.account()::s3SecretOf);
    private final LinodeClient linode =
            LinodeClient.builder().token(fake.token()).baseUrl(fake.baseUrl()).build();

    private Path credentials;

    @BeforeEach
    void aKeyInUse() throws IOException {
        LinodeKey key = fake.account().addKey("backup");
        credentials = Files.createFile(
                work.resolve("credentials"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                credentials,
                "[backup]\naws_access_key_id = " + key.accessKey() + "\naws_secret_access_key = "
                        + fake.account().secretOf(key.id()).reveal() + "\n");
    }

    @AfterEach
    void end() {
        linode.close();
        server.close();
        fake.close();
    }

    @Test
    void theRotationOfTheReadme() {
        Path folder = work.resolve("journal");
        URI s3 = server.url();
        S3KeyVerifier verifier = S3KeyVerifier.builder().endpoint(s3).build(); // left out: the key's own endpoint
        try (FileJournal journal = FileJournal.in(folder)) {
            Rotator rotator = Rotator.builder()
                    .service(linode.accessKeys())
                    .journal(journal)
                    .store(AwsProfileStore.at(credentials, "backup")) // [backup] in ~/.aws/credentials
                    .verifier(verifier)
                    .grace(Duration.ofHours(24))
                    .build();
            System.out.println(rotator.plan()); // sends nothing that changes anything
            RotationOutcome outcome = rotator.rotate(); // called again: goes on, or says what it waits for
            System.out.println(outcome.explanation());
        }

        assertThat(fake.account().keys()).hasSize(2);
    }

    @Test
    void theRotationOfThePage() {
        Path folder = work.resolve("journal");
        Path audit = work.resolve("audit.jsonl");
        URI s3 = server.url();
        List<RotationOutcome> outcomes = new ArrayList<>();
        S3KeyVerifier verifier = S3KeyVerifier.builder().endpoint(s3).build(); // left out: the key's own endpoint
        try (FileJournal journal = FileJournal.in(folder)) {
            Rotator rotator = Rotator.builder()
                    .service(linode.accessKeys())
                    .journal(journal)
                    .store(AwsProfileStore.at(credentials, "backup"))
                    .verifier(verifier)
                    .listener(AuditLog.appendTo(audit))
                    .interval(Duration.ofDays(30))
                    .build();
            outcomes.add(rotator.rotate());
        }

        assertThat(outcomes).hasSize(1);
        assertThat(audit).content().contains("\"STAGED\"", "\"PUBLISHED\"");
    }

    @Test
    void everySnippetOfThePageStandsHere() throws IOException {
        String here = normalised(Files.readString(HERE));
        Matcher snippets = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));

        int count = 0;
        while (snippets.find()) {
            count++;
            assertThat(here).contains(normalised(snippets.group(1)));
        }
        assertThat(count).isPositive();
    }

    private static String normalised(String code) {
        return code.lines()
                .map(String::strip)
                .reduce("", (one, other) -> one + "\n" + other)
                .strip();
    }
}

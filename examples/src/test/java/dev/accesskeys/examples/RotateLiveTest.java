package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.LedgerEntry;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The way to real keys, as far as fakes can stand in for them. */
@DisabledOnOs(OS.WINDOWS)
class RotateLiveTest {

    @TempDir
    private Path above;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int run(Map<String, String> settings, boolean agreed, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--live",
                "--folder",
                above.resolve("rotation").toString(),
                "--credentials",
                above.resolve("credentials").toString()));
        arguments.addAll(List.of(more));
        return new RotateLive(
                        out, settings, RotateEverythingOptions.parse(arguments.toArray(String[]::new)), asked -> agreed)
                .run();
    }

    private void writeProfile(String name, String accessKeyId, String secret) throws IOException {
        Path file = Files.createFile(
                above.resolve("credentials"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "[" + name + "]\naws_access_key_id = " + accessKeyId + "\naws_secret_access_key = " + secret + "\n");
    }

    private static Map<String, String> settingsOf(FakeTensorPool tensorpool) {
        return Map.of(
                "TENSORPOOL_KEY",
                tensorpool.token(),
                "TENSORPOOL_ENGINE",
                tensorpool.baseUrl().toString());
    }

    private static List<String> methodsAt(FakeCloud cloud) {
        return cloud.ledger().entries().stream()
                .map(LedgerEntry::method)
                .distinct()
                .toList();
    }

    @Test
    void namesWhatIsMissingWhenNoSettingsAreThere() {
        assertThatThrownBy(() -> run(Map.of("PATH", "/bin"), true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no provider's settings are in the environment")
                .hasMessageContaining("linode: LINODE_TOKEN")
                .hasMessageContaining("NSCALE_ENDPOINT_ID");
    }

    @Test
    void namesWhatIsMissingOfAProvidersSettings() {
        assertThatThrownBy(() -> run(Map.of("NSCALE_SERVICE_TOKEN", "a-token"), true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NSCALE_ENDPOINT_ID is not set");
    }

    @Test
    void showsThePlanAndChangesNothingUnlessSomebodySaysYes() throws IOException {
        try (FakeLinode linode = FakeLinode.start()) {
            LinodeKey key = linode.account().addKey("backup");
            writeProfile(
                    "app", key.accessKey(), linode.account().secretOf(key.id()).reveal());

            int status = run(
                    Map.of(
                            "LINODE_TOKEN",
                            linode.token(),
                            "LINODE_URL",
                            linode.baseUrl().toString()),
                    false,
                    "--profile",
                    "linode=app");

            assertThat(status).isZero();
            assertThat(output())
                    .contains("Plan for linode", "the users of this key", "credentials#app")
                    .contains("This goes to the real linode and hits the key of linode:" + key.id())
                    .contains("Nothing was changed.");
            assertThat(methodsAt(linode)).containsExactly("GET");
        }
    }

    @Test
    void tellsThatACutOverNeedsTheNameOfTheOrganisation() throws IOException {
        try (FakeTensorPool tensorpool =
                FakeTensorPool.builder().organisation("org-42").start()) {
            writeProfile(
                    "tensorpool",
                    tensorpool.organisation().accessKeyId(),
                    tensorpool.organisation().secret().reveal());

            int status = run(settingsOf(tensorpool), true);

            assertThat(status).isEqualTo(1);
            assertThat(output()).contains("CUT-OVER", "the whole organisation", "Nothing was changed.");
            assertThat(methodsAt(tensorpool)).containsExactly("GET");
        }
    }

    @Test
    void saysThatACutOverHitsTheOrganisationBeforeItAsks() throws IOException {
        try (FakeTensorPool tensorpool =
                FakeTensorPool.builder().organisation("org-42").start()) {
            writeProfile(
                    "tensorpool",
                    tensorpool.organisation().accessKeyId(),
                    tensorpool.organisation().secret().reveal());

            int status = run(settingsOf(tensorpool), false, "--confirm", "tensorpool=org-42");

            assertThat(status).isZero();
            assertThat(output()).contains("goes to the real tensorpool and hits the organisation");
            assertThat(methodsAt(tensorpool)).containsExactly("GET");
        }
    }

    @Test
    void rotatesOnceSomebodyHasSaidYesAndHasNothingToDoTheNextTime() {
        try (FakeCloudflare cloudflare =
                FakeCloudflare.builder().lastRotationAgo(Duration.ofDays(30)).start()) {
            Map<String, String> settings = Map.of(
                    "CLOUDFLARE_API_TOKEN", cloudflare.apiToken(),
                    "CLOUDFLARE_BASE_URL", cloudflare.baseUrl().toString(),
                    "CLOUDFLARE_ACCOUNT_ID", cloudflare.accountId());
            String[] more = {
                "cloudflare",
                "--confirm",
                "cloudflare=" + cloudflare.accountId(),
                "--certificates",
                cloudflare.certificatesUrl().toString()
            };
            String before = cloudflare.account().currentKey();

            int first = run(settings, true, more);
            int second = run(settings, true, more);

            assertThat(first).isZero();
            assertThat(second).isZero();
            assertThat(cloudflare.account().currentKey()).isNotEqualTo(before);
            assertThat(cloudflare.ledger().applied()).hasSize(1);
            assertThat(output()).contains("COMPLETED", "There is nothing to do now.");
            assertThat(above.resolve("rotation/audit.jsonl")).isNotEmptyFile();
        }
    }
}

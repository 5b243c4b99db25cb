package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsProfileStoreTest {

    private static final Path FILE = Path.of("/home/app/.aws/credentials");
    private static final String SAMPLE = """
            # my keys
            [default]
            aws_access_key_id=DEFAULT
            aws_secret_access_key=default/secret+1

            ; the nightly backup
            [backup]
            region = eu-west-1
            AWS_Access_Key_Id   =   OLD
            aws_secret_access_key: old-secret
            s3 =
              max_concurrent_requests = 20
              # inside
              addressing_style = path
            output = json

            # for the other account
            [profile x]
            role_arn = arn:aws:iam::1:role/x
            """;
    private static final StoredKey BARE = StoredKey.builder(Secret.of("new-secret"))
            .attempt("a1")
            .accessKeyId("NEW")
            .build();
    private static final StoredKey NEW = BARE.toBuilder()
            .id(AccessKeyId.of("linode", "7"))
            .endpoint(new S3Endpoint(URI.create("https://s3.example"), "eu-1"))
            .build();

    private final SimulatedDisk disk = new SimulatedDisk();
    private final AwsProfileStore store = AwsProfileStoreOn.disk(disk, FILE, "backup");

    @Test
    void whatTheUserWroteStaysAroundANewKey() {
        disk.put(FILE, SAMPLE);

        rotate(NEW);

        assertThat(disk.text(FILE)).isEqualTo("""
                        # my keys
                        [default]
                        aws_access_key_id=DEFAULT
                        aws_secret_access_key=default/secret+1

                        ; the nightly backup
                        [backup]
                        region = eu-1
                        AWS_Access_Key_Id   =   NEW
                        aws_secret_access_key: new-secret
                        endpoint_url = https://s3.example
                        access_key_ref = linode:7
                        rotation_attempt = a1
                        rotation_key = NEW
                        s3 =
                          max_concurrent_requests = 20
                          # inside
                          addressing_style = path
                        output = json

                        # for the other account
                        [profile x]
                        role_arn = arn:aws:iam::1:role/x

                        [backup.previous]
                        aws_access_key_id = OLD
                        aws_secret_access_key = old-secret
                        region = eu-west-1
                        """);
    }

    @Test
    void whatWasReservedAndDiscardedLeavesNoTrace() {
        disk.put(FILE, SAMPLE);

        store.reserve("a1");
        store.stage(NEW);
        store.discardPending("a1");

        assertThat(disk.text(FILE)).isEqualTo(SAMPLE);
        assertThat(disk.files()).containsExactly(FILE, FILE.resolveSibling("credentials.lock"));
    }

    @Test
    void aRestoredProfileHasTheRegionThatTheUserWroteAndNoEndpoint() {
        disk.put(FILE, SAMPLE);
        rotate(NEW);

        store.restore("a1");

        assertThat(disk.text(FILE)).contains("region = eu-west-1\nAWS_Access_Key_Id   =   OLD\n");
        assertThat(store.read().pending()).contains(NEW);
        store.discardPending("a1");
        assertThat(disk.text(FILE)).isEqualTo(SAMPLE);
    }

    @Test
    void regionAndEndpointOfTheUserStayWhenTheNewKeyTellsNone() {
        disk.put(FILE, """
                [backup]
                endpoint_url = https://mine.example
                region = r
                aws_access_key_id = OLD
                aws_secret_access_key = old
                """);

        rotate(BARE);

        assertThat(disk.text(FILE)).startsWith("[backup]\nendpoint_url = https://mine.example\nregion = r\n");
        assertThat(store.read().current().orElseThrow().endpoint())
                .contains(new S3Endpoint(URI.create("https://mine.example"), "r"));
    }

    @Test
    void aSessionTokenGoesWithItsPair() {
        disk.put(FILE, "[backup]\naws_access_key_id = OLD\naws_secret_access_key = old\naws_session_token = token\n");

        rotate(BARE);

        assertThat(disk.text(FILE).indexOf("aws_session_token"))
                .isGreaterThan(disk.text(FILE).indexOf("[backup.previous]"));
        store.restore("a1");
        store.discardPending("a1");
        assertThat(disk.text(FILE))
                .isEqualTo(
                        "[backup]\naws_access_key_id = OLD\naws_secret_access_key = old\naws_session_token = token\n");
    }

    @Test
    void lineEndsOfWindowsStay() {
        disk.put(FILE, SAMPLE.replace("\n", "\r\n"));

        rotate(NEW);

        assertThat(disk.text(FILE)).contains("rotation_attempt = a1\r\n");
        assertThat(disk.text(FILE).replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void anIndentedProfileIsChangedWithItsIndentation() {
        disk.put(
                FILE,
                "[backup]\n  aws_access_key_id = OLD\n  aws_secret_access_key = old\n  output = json\n[b]\nregion = x\n");

        rotate(NEW);

        assertThat(disk.text(FILE)).startsWith("""
                        [backup]
                          aws_access_key_id = NEW
                          aws_secret_access_key = new-secret
                          endpoint_url = https://s3.example
                          region = eu-1
                          access_key_ref = linode:7
                          rotation_attempt = a1
                          rotation_key = NEW
                          output = json
                        [b]
                        region = x
                        """);
    }

    @Test
    void aMissingFileIsMadeForItsOwnerOnly() {
        store.reserve("a1");
        store.stage(NEW);
        store.publish("a1", Optional.empty());

        disk.crash(Loss.ALL);
        assertThat(store.read().current()).contains(NEW);
        assertThat(disk.text(FILE)).startsWith("[backup]\naws_access_key_id = NEW\n");
        assertThatThrownBy(() -> store.restore("a1")).isInstanceOf(StoreConflictException.class);
    }

    @Test
    void aFileWithoutALastNewlineGetsOne() {
        disk.put(FILE, "[backup]\naws_access_key_id = OLD\naws_secret_access_key = old");

        rotate(BARE);

        assertThat(store.read().previous().orElseThrow().accessKeyId()).contains("OLD");
        assertThat(disk.text(FILE)).contains("aws_secret_access_key = new-secret\nrotation_attempt");
    }

    @Test
    void whatIsEditedInBetweenIsKept() {
        disk.put(FILE, SAMPLE);
        store.reserve("a1");
        disk.beforeEachOperation(operation -> {
            if (operation.equals("force credentials.next") && !disk.text(FILE).contains("[by hand]")) {
                disk.put(FILE, disk.text(FILE) + "[by hand]\nregion = x\n");
            }
        });

        store.stage(NEW);

        assertThat(disk.text(FILE)).contains("[by hand]\nregion = x\n");
        assertThat(store.read().pending()).contains(NEW);
    }

    @Test
    void anEditInBetweenThatConcernsTheRotationIsAConflict() {
        disk.put(FILE, SAMPLE);
        store.reserve("a1");
        store.stage(NEW);
        disk.beforeEachOperation(operation -> {
            if (operation.equals("force credentials.next") && disk.text(FILE).contains("OLD")) {
                disk.put(FILE, disk.text(FILE).replace("OLD", "BYHAND"));
            }
        });

        assertThatThrownBy(() -> store.publish("a1", Optional.of("OLD")))
                .isInstanceOf(StoreConflictException.class)
                .hasMessageContaining("there is BYHAND, expected OLD");
    }

    @Test
    void anotherPairPutThereByHandIsNotTakenForTheAttemptsKey() {
        disk.put(FILE, SAMPLE);
        rotate(NEW);
        disk.put(FILE, disk.text(FILE).replace("=   NEW", "=   BYHAND").replace("new-secret", "by-hand"));

        StoredKey current = store.read().current().orElseThrow();

        assertThat(current.accessKeyId()).contains("BYHAND");
        assertThat(current.attempt()).isEmpty();
        assertThat(current.id()).isEmpty();
        assertThatThrownBy(() -> store.restore("a1")).isInstanceOf(StoreConflictException.class);
    }

    @Test
    void aFullDiskDoesNotKeepAReservedKeyFromBeingPublished() {
        disk.put(FILE, SAMPLE);
        store.reserve("a1");
        disk.fillUp();

        store.stage(StoredKey.builder(NEW.secret()).attempt("a1").build());
        store.stage(NEW);
        store.publish("a1", Optional.of("OLD"));

        disk.crash(Loss.ALL);
        assertThat(store.read().current()).contains(NEW);
    }

    @Test
    void withoutSpaceNothingIsReservedAndNothingChanges() {
        disk.put(FILE, SAMPLE);
        disk.fillUp();

        assertThatThrownBy(() -> store.reserve("a1"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("disk some space");

        assertThat(disk.text(FILE)).isEqualTo(SAMPLE);
        assertThat(store.read().reservation()).isEmpty();
    }

    @Test
    void aStoreThatBecameReadOnlySaysSoAndCanBeUsedAgainLater() {
        disk.put(FILE, SAMPLE);
        store.reserve("a1");
        disk.failAfter(0, "Read-only file system");

        assertThatThrownBy(() -> store.stage(NEW)).hasMessageContaining("Read-only file system");

        disk.repair();
        store.stage(NEW);
        assertThat(store.read().pending()).contains(NEW);
    }

    @Test
    void writersOfTwoProfilesTakeTurnsAndAnotherProcessIsWaitedForOnlySoLong() throws Exception {
        disk.put(FILE, SAMPLE);

        try (AutoCloseable other = disk.lock(FILE.resolveSibling("credentials.lock"))) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> store.reserve("a1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining("credentials.lock");
        }

        store.reserve("a1");
        AwsProfileStoreOn.disk(disk, FILE, "default").reserve("b1");
        assertThat(store.read().reservation()).contains("a1");
    }

    @Test
    void namesTellFileAndProfile() {
        assertThat(store.name()).isEqualTo("aws-profile:/home/app/.aws/credentials#backup");
        assertThat(store.sharedResource()).isEqualTo("/home/app/.aws/credentials");
        assertThat(AwsProfileStoreOn.disk(disk, FILE, "default").sharedResource())
                .isEqualTo(store.sharedResource());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a]b", "[a", "a\nb", " a", "a\u0007", "a.pending", "a.previous"})
    void profilesThatCannotBeHeadingsAreRefused(String profile) {
        assertThatThrownBy(() -> AwsProfileStore.at(FILE, profile)).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[backup]\naws_access_key_id = A\n[backup]\nregion = x\n",
                "[backup]\naws_access_key_id = A\naws_access_key_id = B\naws_secret_access_key = CANARY\n",
                "[backup]\naws_access_key_id = A\nAWS_ACCESS_KEY_ID = B\naws_secret_access_key = CANARY\n",
                "[ backup ]\naws_access_key_id = A\naws_secret_access_key = CANARY\n",
                "[backup] # [x]\naws_access_key_id = A\naws_secret_access_key = CANARY\n",
                "[backup]\naws_access_key_id = A\n",
                "[backup]\naws_access_key_id = A\naws_secret_access_key = CANARY # with a comment\n",
                "[backup]\naws_access_key_id = A\naws_secret_access_key =\n  CANARY\n",
                "[backup]\naws_access_key_id = A\naws_secret_access_key = CANARY\n  CANARY\n",
                "aws_secret_access_key = CANARY\n[backup]\n",
                "\uFEFF[backup]\naws_secret_access_key = CANARY\n",
                "[backup]\nCANARY\n",
                "[backup]\n= CANARY\n"
            })
    void aFileThatToolsReadInDifferentWaysIsRefusedWithoutShowingIt(String content) {
        disk.put(FILE, content);

        assertThatThrownBy(store::read)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(FILE.toString())
                .hasMessageNotContaining("CANARY");
        assertThatThrownBy(() -> store.reserve("a1")).isInstanceOf(StoreException.class);
        assertThat(disk.text(FILE)).isEqualTo(content);
    }

    @Test
    void whatIsNotTextOrNotSafeIsRefused() {
        disk.put(FILE, new byte[] {'[', 'a', ']', (byte) 0xC3, 0x28});
        assertThatThrownBy(store::read).hasMessageContaining("not in UTF-8");

        disk.put(FILE, ("[a]\nx = " + "y".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(store::read).hasMessageContaining("more than 1048576 bytes");

        disk.put(FILE, SAMPLE);
        disk.openToOthers(FILE);
        assertThatThrownBy(store::read).isInstanceOf(StoreException.class).hasMessageContaining("chmod 600 " + FILE);
        assertThatThrownBy(() -> store.reserve("a1")).hasMessageContaining("chmod 600 " + FILE);

        disk.turnIntoLink(FILE);
        assertThatThrownBy(store::read).hasMessageContaining("a link");

        disk.turnIntoLink(FILE.getParent());
        assertThatThrownBy(store::read).hasMessageContaining("the folder of " + FILE + " is a symbolic link");
        assertThatThrownBy(() -> store.reserve("a1")).hasMessageContaining("is a symbolic link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "line\nbreak", "#comment", ";comment", "zero\u0000"})
    void aSecretThatNoFileCanHoldIsRefusedWithoutShowingIt(String secret) {
        disk.put(FILE, SAMPLE);
        store.reserve("a1");
        String before = disk.text(FILE);

        StoredKey key = StoredKey.builder(Secret.of(secret)).attempt("a1").build();
        assertThatThrownBy(() -> store.stage(key))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another store")
                .hasMessageNotContaining(secret);
        assertThat(disk.text(FILE)).isEqualTo(before);
    }

    @Test
    void aSectionThatIsIndentedSoThatAHeadingWouldVanishIsLeftAlone() {
        String odd = "[a]\nregion = x\n[backup.pending]\n  rotation_attempt = a1\n  [b]\n  region = y\n";
        disk.put(FILE, odd);
        assertThat(store.read().reservation()).contains("a1");

        assertThatThrownBy(() -> store.discardPending("a1"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be changed safely");

        assertThat(disk.text(FILE)).isEqualTo(odd);
    }

    private void rotate(StoredKey key) {
        store.reserve("a1");
        store.stage(key);
        store.publish("a1", store.read().current().flatMap(StoredKey::accessKeyId));
    }
}

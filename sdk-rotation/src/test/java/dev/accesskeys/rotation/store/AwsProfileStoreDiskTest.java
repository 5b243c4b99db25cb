package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The credentials file on a real disk. */
@DisabledOnOs(OS.WINDOWS)
class AwsProfileStoreDiskTest {

    private static final StoredKey KEY = StoredKey.builder(Secret.of("secret"))
            .attempt("a1")
            .accessKeyId("NEW")
            .build();

    @TempDir
    private Path folder;

    @Test
    void aNewFileAndItsFolderAreForTheirOwnerOnly() throws IOException {
        Path file = folder.resolve(".aws/credentials");
        SecretStore store = AwsProfileStore.at(file, "backup");

        rotate(store);

        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.resolveSibling("credentials.lock"))).isEqualTo("rw-------");
        assertThat(store.read().current()).contains(KEY);
    }

    @Test
    void aFileThatItsGroupCanReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "[backup]\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SecretStore store = AwsProfileStore.at(file, "backup");

        assertThatThrownBy(store::read).isInstanceOf(StoreException.class).hasMessageContaining("chmod 600 " + file);
        assertThatThrownBy(() -> store.reserve("a1")).isInstanceOf(StoreException.class);
    }

    @Test
    void linksToFilesAndFoldersAreRefused() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        SecretStore direct = AwsProfileStore.at(real.resolve("credentials"), "backup");
        rotate(direct);
        Path fileLink = Files.createSymbolicLink(real.resolve("linked"), real.resolve("credentials"));
        Path folderLink = Files.createSymbolicLink(folder.resolve("linked"), real);

        assertThatThrownBy(AwsProfileStore.at(fileLink, "backup")::read).hasMessageContaining("a link");
        assertThatThrownBy(AwsProfileStore.at(folderLink.resolve("credentials"), "backup")::read)
                .hasMessageContaining("is a symbolic link");
    }

    @Test
    void writersOfOneFileTakeTurns() throws Exception {
        Path file = folder.resolve("credentials");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> rotations = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                SecretStore store = AwsProfileStore.at(file, "profile-" + i);
                rotations.add(writers.submit(() -> rotate(store)));
            }
            for (Future<?> rotation : rotations) {
                rotation.get();
            }
        } finally {
            writers.shutdown();
        }

        for (int i = 0; i < 8; i++) {
            assertThat(AwsProfileStore.at(file, "profile-" + i).read().current())
                    .contains(KEY);
        }
    }

    private static void rotate(SecretStore store) {
        store.reserve("a1");
        store.stage(KEY);
        store.publish("a1", Optional.empty());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package dev.accesskeys.rotation.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.rotation.internal.file.Disk.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LocalDiskTest {

    private final Disk disk = Disk.ofThisMachine();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("file");
    }

    @Test
    void filesAndFoldersAreMadeForTheirOwnerOnly() throws IOException {
        Path deep = folder.resolve("a/b");
        disk.createDirectory(deep);
        disk.createDirectory(deep);
        disk.write(deep.resolve("written"), bytes("x"));
        disk.append(deep.resolve("appended"), bytes("x"));

        assertThat(rights(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(rights(deep)).isEqualTo("rwx------");
        assertThat(rights(deep.resolve("written"))).isEqualTo("rw-------");
        assertThat(rights(deep.resolve("appended"))).isEqualTo("rw-------");
        assertThat(disk.isOwnerOnly(deep.resolve("written"))).isTrue();
        assertThat(disk.isSameOwner(deep, folder)).isTrue();
    }

    @Test
    void anyRightOfOthersIsSeen() throws IOException {
        disk.write(file, bytes("x"));
        for (String rights : new String[] {"rw-r-----", "rw--w----", "rw----r--", "rw------x"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThat(disk.isOwnerOnly(file)).as(rights).isFalse();
        }
    }

    @Test
    void aShorterContentLeavesNothingOfALongerOne() throws IOException {
        disk.write(file, bytes("a longer content"));
        disk.write(file, bytes("short"));
        disk.append(file, bytes("er"));
        disk.force(file);
        disk.forceDirectory(folder);

        assertThat(disk.read(file)).asString(UTF_8).isEqualTo("shorter");
        assertThat(disk.size(file)).isEqualTo(7);
        assertThat(disk.lastByte(file)).isEqualTo('r');
    }

    @Test
    void anEmptyFileHasNoLastByte() throws IOException {
        disk.write(file, bytes(""));

        assertThat(disk.lastByte(file)).isEqualTo(-1);
        assertThat(disk.read(file)).isEmpty();
    }

    @Test
    void linksAreSeenAndNeverFollowed() throws IOException {
        Path target = folder.resolve("target");
        disk.write(target, bytes("old"));
        Files.createSymbolicLink(file, target);

        assertThat(disk.kind(file)).isEqualTo(Kind.OTHER);
        assertThatThrownBy(() -> disk.read(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.write(file, bytes("new"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.append(file, bytes("new"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> disk.lock(file)).isInstanceOf(IOException.class);
        assertThat(disk.read(target)).asString(UTF_8).isEqualTo("old");
        disk.delete(file);
        assertThat(disk.kind(file)).isEqualTo(Kind.ABSENT);
        assertThat(disk.kind(target)).isEqualTo(Kind.FILE);
    }

    @Test
    void aSecondNameIsSeen() throws IOException {
        disk.write(file, bytes("x"));
        assertThat(disk.hasOneName(file)).isTrue();

        Files.createLink(folder.resolve("again"), file);

        assertThat(disk.hasOneName(file)).isFalse();
    }

    @Test
    void aRenameReplacesWhatIsThere() throws IOException {
        Path next = folder.resolve("file.next");
        disk.write(file, bytes("old"));
        disk.write(next, bytes("new"));

        disk.rename(next, file);

        assertThat(disk.read(file)).asString(UTF_8).isEqualTo("new");
        assertThat(disk.list(folder)).containsExactly(file);
        assertThat(disk.kind(folder)).isEqualTo(Kind.DIRECTORY);
    }

    @Test
    void aLockIsHeldOnceAlsoByAnotherNameOfItsFolder() throws Exception {
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), Files.createDirectory(folder.resolve("real")));
        try (AutoCloseable lock = disk.lock(folder.resolve("real/lock"))) {
            assertThat(lock).isNotNull();

            assertThat(disk.lock(folder.resolve("real/lock"))).isNull();
            assertThat(disk.lock(linked.resolve("lock"))).isNull();
            assertThat(disk.realPath(linked)).isEqualTo(disk.realPath(folder.resolve("real")));
        }

        try (AutoCloseable again = disk.lock(linked.resolve("lock"))) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aLockThatCannotBeTakenLeavesNothingBehind() throws Exception {
        Path missing = folder.resolve("missing/lock");
        assertThatThrownBy(() -> disk.lock(missing)).isInstanceOf(IOException.class);
        Path taken = folder.resolve("lock");
        Files.createDirectory(taken);
        assertThatThrownBy(() -> disk.lock(taken)).isInstanceOf(IOException.class);
        Files.delete(taken);

        try (AutoCloseable lock = disk.lock(taken)) {
            assertThat(lock).isNotNull();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

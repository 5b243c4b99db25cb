package dev.accesskeys.examples;

import dev.accesskeys.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A new file that only its owner can read, from its first byte on. An existing file is never written over. */
final class SecretFile {

    private final Path path;

    private SecretFile(Path path) {
        this.path = path;
    }

    static SecretFile create(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            throw new IOException(path + " cannot be kept from others on this file system; nothing was written");
        }
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " exists already; give the name of a new file", e);
        }
        return new SecretFile(path);
    }

    void add(String label, String accessKey, Secret secret) throws IOException {
        String line = label + " " + accessKey + " " + secret.reveal() + "\n";
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.internal.text.CredentialText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A credential in a file. The file is read again when its time, size or identity changes; while it is away or unreadable, as
 * for a moment when a mounted secret is replaced, the last one read goes on.
 */
final class FileCredential implements CredentialProvider {

    private static final long MAX_SIZE = 64 * 1024;

    private final Path file;
    private volatile @Nullable Loaded loaded;

    FileCredential(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    @Override
    public Secret credential() {
        Loaded current = loaded;
        try {
            Version version = Version.of(file);
            if (current == null || !current.version.equals(version)) {
                current = new Loaded(version, read());
                loaded = current;
            }
            return current.secret;
        } catch (IOException | ConfigurationException e) {
            if (current != null) {
                return current.secret;
            }
            throw e instanceof ConfigurationException configuration ? configuration : unreadable(e);
        }
    }

    @Override
    public boolean refresh(Secret refused) {
        loaded = null;
        return !credential().equals(refused);
    }

    private Secret read() throws IOException {
        if (Files.size(file) > MAX_SIZE) {
            throw new ConfigurationException(
                    "credential file " + file + " is larger than " + MAX_SIZE + " bytes",
                    "Give the file that holds the token.");
        }
        return CredentialText.require(
                "credential file " + file, Files.readString(file).strip());
    }

    private ConfigurationException unreadable(Exception cause) {
        String problem = cause instanceof NoSuchFileException
                ? " does not exist"
                : " cannot be read: " + cause.getClass().getSimpleName();
        return new ConfigurationException("credential file " + file + problem, "Check the path and its permissions.");
    }

    @Override
    public String toString() {
        return "FileCredential[" + file + "]";
    }

    private record Loaded(Version version, Secret secret) {}

    private record Version(
            FileTime modified, long size, @Nullable Object key) {

        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }
}

package dev.accesskeys.s3;

import dev.accesskeys.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * A profile of a shared credentials file, read by the AWS SDK's own parser.
 *
 * @param file the file
 * @param name the profile
 */
record ProfileCredentials(Path file, String name) implements CredentialsSource {

    private static final int MAX_SIZE = 1024 * 1024;

    /** A file that was replaced has another key, one that was edited another time, wherever the file system tells. */
    private record Version(
            FileTime modified, long size, @Nullable Object key) {

        static Version of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    @Override
    public Reading read(@Nullable Reading last) {
        try {
            // Before reading: what changes while it is read is then seen next time.
            Version version = Version.of(file);
            return last != null && version.equals(last.version()) ? last : new Reading(credentials(profile()), version);
        } catch (IOException e) {
            String problem = e instanceof NoSuchFileException ? "does not exist" : "cannot be read";
            throw new ConfigurationException(
                    "the credentials file " + file + " " + problem, "Check the path and its permissions.", e);
        }
    }

    private Profile profile() throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_SIZE + 1);
        }
        if (content.length > MAX_SIZE) {
            throw new ConfigurationException(
                    "the credentials file " + file + " is larger than " + MAX_SIZE + " bytes",
                    "Give the file that holds the profile.");
        }
        return parse(content)
                .profile(name)
                .orElseThrow(() -> new ConfigurationException(
                        "the credentials file " + file + " has no profile " + name,
                        "Check the name, or put the profile there."));
    }

    private ProfileFile parse(byte[] content) {
        try {
            return ProfileFile.builder()
                    .content(new ByteArrayInputStream(content))
                    .type(ProfileFile.Type.CREDENTIALS)
                    .build();
        } catch (RuntimeException e) {
            // Not chained: a parser's message may quote the line.
            throw new ConfigurationException(
                    "the credentials file " + file + " is not well-formed", "Correct it, or restore it from a backup.");
        }
    }

    private AwsCredentials credentials(Profile profile) {
        String accessKeyId = required(profile, "aws_access_key_id");
        String secret = required(profile, "aws_secret_access_key");
        Optional<String> token = profile.property("aws_session_token");
        if (token.isPresent()) {
            return AwsSessionCredentials.builder()
                    .accessKeyId(accessKeyId)
                    .secretAccessKey(secret)
                    .sessionToken(token.get())
                    .providerName(RotatingCredentialsProvider.NAME)
                    .build();
        }
        return AwsBasicCredentials.builder()
                .accessKeyId(accessKeyId)
                .secretAccessKey(secret)
                .providerName(RotatingCredentialsProvider.NAME)
                .build();
    }

    private String required(Profile profile, String property) {
        return profile.property(property)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new ConfigurationException(
                        "the profile " + name + " of " + file + " has no " + property, "Put it there."));
    }

    @Override
    public String toString() {
        return file + "#" + name;
    }
}

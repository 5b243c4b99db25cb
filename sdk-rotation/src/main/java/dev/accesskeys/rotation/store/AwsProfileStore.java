package dev.accesskeys.rotation.store;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.internal.file.AtomicFile;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.internal.file.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys in a shared credentials file of AWS tools ({@code ~/.aws/credentials}), where applications find the current one as
 * the profile that they use already:
 *
 * <pre>
 * [backup]
 * aws_access_key_id = …
 * aws_secret_access_key = …
 * endpoint_url = https://…
 * region = …
 * access_key_ref = linode:123
 * rotation_attempt = …
 * rotation_key = …
 *
 * [backup.previous]
 * …
 * </pre>
 *
 * <p>Sections {@code [backup.pending]} and {@code [backup.previous]} are there while a rotation needs them. AWS tools ignore the last
 * three properties. They tell which key this is; if {@code rotation_key} is not the section's access key id, somebody has put
 * another pair there by hand, and the other two are ignored. A session token goes with the pair that it belongs to. {@code region}
 * and {@code endpoint_url} are written when the new key tells them, and stay as they are when not. Everything else in the file,
 * other profiles, comments, order and line ends, stays byte for byte.
 *
 * <p>Every change replaces the file at once, by a rename, so whoever reads it sees the old state or the new one. The file is read
 * again right before; what somebody has edited meanwhile is kept, and is a conflict if it concerns the rotation. Writers of this SDK
 * take turns by a lock on a file beside it ({@code credentials.lock}); other programs do not know that lock, and one that writes
 * within the microseconds between the last look and the rename loses its change.
 *
 * <p>Refused are symbolic links, files on which others than the owner have rights or that belong to another user, files of more
 * than 1 MiB or not in UTF-8, and doubled sections. A file that is missing is made for its owner only (0600), as is its folder
 * (0700). For any number of threads.
 */
public final class AwsProfileStore implements SecretStore {

    private static final int RESERVED_SPACE = 8 * 1024;
    /** The reservation itself, the secret, the rest of the key, and the publication. */
    private static final int RESERVED_TIMES = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Disk disk;
    private final Path path;
    private final Path folder;
    private final String profile;
    private final AtomicFile file;
    private final WriterLock writers;
    private final ProfileKeys keys;

    private AwsProfileStore(Disk disk, Path path, String profile, Duration patience) {
        this.disk = disk;
        this.path = path;
        this.folder = Objects.requireNonNull(path.getParent(), "a file is in a folder");
        this.profile = profile;
        this.file = new AtomicFile(disk, path);
        this.writers = new WriterLock(disk, path, patience);
        this.keys = new ProfileKeys(profile, path.toString());
    }

    /**
     * Names a profile in a file; nothing is read yet.
     *
     * @param file the credentials file; it need not be there
     * @param profile the profile that applications use, such as {@code default}
     * @return the store
     * @throws ValidationException if the profile's name cannot be the heading of a section, or the path has control characters
     */
    public static AwsProfileStore at(Path file, String profile) {
        return at(file, profile, Disk.ofThisMachine(), PATIENCE);
    }

    static AwsProfileStore at(Path file, String profile, Disk disk, Duration patience) {
        boolean heading = !profile.isEmpty()
                && profile.equals(profile.strip())
                && profile.indexOf('[') < 0
                && profile.indexOf(']') < 0
                && profile.chars().noneMatch(Character::isISOControl)
                && !profile.endsWith(ProfileKeys.PENDING)
                && !profile.endsWith(ProfileKeys.PREVIOUS);
        if (!heading) {
            throw new ValidationException(
                    "profile",
                    "must be the name of a section: no brackets, no blanks around it, and neither .pending nor .previous at its end",
                    profile.length() + " characters");
        }
        Path path = file.toAbsolutePath().normalize();
        if (path.getParent() == null || path.toString().chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException(
                    "file", "must be a file, without control characters in its path", "another path");
        }
        return new AwsProfileStore(disk, path, profile, patience);
    }

    /** {@code aws-profile:}, the absolute path, {@code #} and the profile. */
    @Override
    public String name() {
        return "aws-profile:" + path + "#" + profile;
    }

    /** The file: several profiles share it. */
    @Override
    public String sharedResource() {
        return path.toString();
    }

    @Override
    public StoreContents read() {
        try {
            requirePlainFolder();
            StoreContents contents = keys.read(parse(file.read()));
            // what is told must not be gone after a crash: a writer may have died between its rename and its sync
            file.settle();
            return contents;
        } catch (IOException e) {
            throw failure("cannot read " + path, e);
        }
    }

    @Override
    public void reserve(String attempt) {
        writing(() -> {
            byte[] now = file.read();
            StoreTransitions.reserve(keys.read(parse(now)), attempt); // a conflict takes no space
            file.reserve((now == null ? 0 : now.length) + RESERVED_SPACE, RESERVED_TIMES);
            change(contents -> StoreTransitions.reserve(contents, attempt), text -> keys.reserve(text, attempt));
        });
    }

    @Override
    public void stage(StoredKey key) {
        writing(() -> change(
                contents -> StoreTransitions.stage(contents, key),
                (text, next) -> keys.stage(text, next.pending().orElse(key))));
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        writing(() -> {
            change(contents -> StoreTransitions.publish(contents, attempt, expectedCurrent), keys::publish);
            releaseSpace();
        });
    }

    @Override
    public void restore(String attempt) {
        writing(() -> change(contents -> StoreTransitions.restore(contents, attempt), keys::restore));
    }

    @Override
    public void discardPending(String attempt) {
        writing(() -> {
            change(contents -> StoreTransitions.discardPending(contents, attempt), keys::discardPending);
            releaseSpace();
        });
    }

    @Override
    public void discardPrevious(String attempt) {
        writing(() -> {
            change(contents -> StoreTransitions.discardPrevious(contents, attempt), keys::discardPrevious);
            releaseSpace();
        });
    }

    /** The name. */
    @Override
    public String toString() {
        return "AwsProfileStore[" + name() + "]";
    }

    @FunctionalInterface
    private interface Edit {
        ProfileText apply(ProfileText text, StoreContents next);
    }

    private void change(UnaryOperator<StoreContents> transition, UnaryOperator<ProfileText> edit) throws IOException {
        change(transition, (text, next) -> edit.apply(text));
    }

    private void change(UnaryOperator<StoreContents> transition, Edit edit) throws IOException {
        file.update(now -> {
            ProfileText text = parse(now);
            StoreContents contents = keys.read(text);
            StoreContents next = transition.apply(contents);
            if (next == contents) {
                return null;
            }
            ProfileText changed = edit.apply(text, next);
            keys.requireResult(text, changed, next);
            return changed.text().getBytes(StandardCharsets.UTF_8);
        });
    }

    private ProfileText parse(byte @Nullable [] content) {
        try {
            return ProfileText.of(
                    content == null
                            ? ""
                            : StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(content))
                                    .toString(),
                    path.toString());
        } catch (CharacterCodingException e) {
            throw new StoreException(path + " is not in UTF-8", "Convert it; nothing is guessed about secrets.", null);
        }
    }

    private void writing(WriterLock.Work work) {
        try {
            requirePlainFolder();
            writers.run(work);
        } catch (IOException e) {
            throw failure("cannot write " + path, e);
        }
    }

    private void requirePlainFolder() throws IOException {
        if (disk.kind(folder) == Disk.Kind.OTHER) {
            throw new FileProblem(
                    "the folder of " + path + " is a symbolic link", "Name the file by the path to which it leads.");
        }
    }

    /** What is reserved and cannot be given back now is used by the next rotation. */
    private void releaseSpace() {
        try {
            file.release();
        } catch (IOException e) {
            // nothing depends on it
        }
    }

    private static StoreException failure(String action, IOException e) {
        return new StoreException(FileProblem.of(action, e), FileProblem.adviceFor(e), e);
    }
}

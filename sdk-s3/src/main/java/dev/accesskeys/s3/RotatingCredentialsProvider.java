package dev.accesskeys.s3;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreException;
import dev.accesskeys.time.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials for clients of the AWS SDK that follow rotations without a restart: every request is signed with what is the
 * current key then.
 *
 * <pre>{@code
 * S3Client client = S3Client.builder()
 *         .credentialsProvider(RotatingCredentialsProvider.ofProfile(file, "backup"))
 *         .build();
 * }</pre>
 *
 * <p>While one caller reads, the others go on with the credentials that are known; only the first credentials of all have to be
 * waited for. When reading fails later, the last good credentials go on too, and a warning is logged, once until it succeeds
 * again. The credentials name this provider as {@value #NAME}. For any number of threads and clients; there is nothing to close.
 */
public final class RotatingCredentialsProvider implements AwsCredentialsProvider {

    /** How credentials of this provider name their origin. */
    public static final String NAME = "AccessKeysRotation";

    private static final Logger LOG = System.getLogger("dev.accesskeys.s3");

    private final CredentialsSource source;
    private final Duration interval;
    private final TimeSource time;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;
    private boolean failing;

    /** What was read, and when it was last seen to be so. */
    private record Known(CredentialsSource.Reading reading, long at) {

        AwsCredentials credentials() {
            return reading.credentials();
        }
    }

    private RotatingCredentialsProvider(CredentialsSource source, Duration interval, TimeSource time) {
        this.source = source;
        this.interval = interval;
        this.time = time;
    }

    /**
     * Gives the current key of a store, which is read again at most every 5 seconds.
     *
     * @param store the store into which keys are rotated; read only, and only by one thread at a time
     * @return the provider; it reads for the first time when credentials are wanted
     */
    public static RotatingCredentialsProvider of(SecretStore store) {
        return new RotatingCredentialsProvider(
                new StoreCredentials(Objects.requireNonNull(store, "store")),
                Duration.ofSeconds(5),
                TimeSource.system());
    }

    /**
     * Gives the key of a profile in a shared credentials file. The file's time, size and identity are looked at for every
     * request, and it is read again when one of them has changed.
     *
     * @param file the credentials file, as the AWS SDKs have it
     * @param profile the name of the profile
     * @return the provider; it reads for the first time when credentials are wanted
     */
    public static RotatingCredentialsProvider ofProfile(Path file, String profile) {
        return new RotatingCredentialsProvider(
                new ProfileCredentials(
                        Objects.requireNonNull(file, "file"), Objects.requireNonNull(profile, "profile")),
                Duration.ZERO,
                TimeSource.system());
    }

    /**
     * Sets for how long credentials are given without looking for others. Where a rotation kills the old key at once, requests
     * fail for as long as that.
     *
     * @param value the time; zero to look for every request
     * @return a provider of its own with this interval
     * @throws ValidationException if it is negative
     */
    public RotatingCredentialsProvider withInterval(Duration value) {
        if (value.isNegative()) {
            throw new ValidationException("interval", "must not be negative", value.toString());
        }
        return new RotatingCredentialsProvider(source, value, time);
    }

    /**
     * Sets the clock by which the interval is measured.
     *
     * @param value the clock; the system's unless another is set
     * @return a provider of its own with this clock
     */
    public RotatingCredentialsProvider withTimeSource(TimeSource value) {
        return new RotatingCredentialsProvider(source, interval, Objects.requireNonNull(value, "timeSource"));
    }

    /**
     * Gives the credentials to sign with now.
     *
     * @return access key id and secret
     * @throws StoreException if the store cannot be read, and could not be read before
     * @throws ConfigurationException if there is no key, and was none before
     */
    @Override
    public AwsCredentials resolveCredentials() {
        Known last = known;
        if (last == null) {
            return first();
        }
        if (isOld(last) && reading.tryLock()) {
            try {
                return again();
            } finally {
                reading.unlock();
            }
        }
        return last.credentials();
    }

    private AwsCredentials first() {
        reading.lock();
        try {
            Known meanwhile = known;
            return meanwhile == null ? keep(source.read(null)) : meanwhile.credentials();
        } finally {
            reading.unlock();
        }
    }

    private AwsCredentials again() {
        Known last = Objects.requireNonNull(known);
        if (!isOld(last)) {
            return last.credentials();
        }
        try {
            CredentialsSource.Reading now = source.read(last.reading());
            failing = false;
            return keep(now);
        } catch (RuntimeException e) {
            warnOnce(e);
            return keep(last.reading());
        }
    }

    private boolean isOld(Known last) {
        return time.nanoTime() - last.at() >= interval.toNanos();
    }

    private AwsCredentials keep(CredentialsSource.Reading now) {
        known = new Known(now, time.nanoTime());
        return now.credentials();
    }

    /** With our own message only: another one, as of a store that somebody else wrote, may show what it has read. */
    private void warnOnce(RuntimeException failure) {
        if (!failing) {
            failing = true;
            LOG.log(
                    Level.WARNING,
                    () -> "The credentials of " + source + " cannot be read again; the last ones go on. "
                            + (failure instanceof AccessKeysException
                                    ? failure.getMessage()
                                    : failure.getClass().getName()));
        }
    }

    @Override
    public String toString() {
        return NAME + "[" + source + "]";
    }
}

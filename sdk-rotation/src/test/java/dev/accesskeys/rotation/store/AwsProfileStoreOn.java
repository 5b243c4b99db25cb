package dev.accesskeys.rotation.store;

import dev.accesskeys.rotation.internal.file.Disk;
import java.nio.file.Path;
import java.time.Duration;

/** Makes stores on disks of the tests' own; they do not wait for other writers. */
@SuppressWarnings("exports") // tests of other packages use it, nobody else
public final class AwsProfileStoreOn {

    private AwsProfileStoreOn() {}

    public static AwsProfileStore disk(Disk disk, Path file, String profile) {
        return AwsProfileStore.at(file, profile, disk, Duration.ZERO);
    }
}

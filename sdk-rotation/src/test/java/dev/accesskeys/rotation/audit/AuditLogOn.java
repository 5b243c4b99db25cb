package dev.accesskeys.rotation.audit;

import dev.accesskeys.rotation.internal.file.Disk;
import java.nio.file.Path;

/** Makes audit logs on disks of the tests' own. */
@SuppressWarnings("exports") // tests of other packages use it, nobody else
public final class AuditLogOn {

    private AuditLogOn() {}

    public static AuditLog disk(Disk disk, Path file) {
        return AuditLog.appendTo(file, disk);
    }
}

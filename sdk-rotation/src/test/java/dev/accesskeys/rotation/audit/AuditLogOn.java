package dev.accesskeys.rotation.audit;

import dev.accesskeys.rotation.internal.file.Disk;
import java.nio.file.Path;

/** Makes audit logs on disks of the tests' own. */
public final class AuditLogOn {

    private AuditLogOn() {}

    public static AuditLog disk(Disk disk, Path file) {
        return AuditLog.appendTo(file, disk);
    }
}

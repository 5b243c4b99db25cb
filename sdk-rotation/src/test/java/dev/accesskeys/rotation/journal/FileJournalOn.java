package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.internal.file.Disk;
import java.nio.file.Path;

/** Opens file journals on disks of the tests' own. */
@SuppressWarnings("exports") // tests of other packages use it, nobody else
public final class FileJournalOn {

    private FileJournalOn() {}

    public static FileJournal disk(Disk disk, Path folder) {
        return FileJournal.in(folder, disk);
    }
}

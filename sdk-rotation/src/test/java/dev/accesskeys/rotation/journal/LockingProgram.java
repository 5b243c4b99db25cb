package dev.accesskeys.rotation.journal;

import java.nio.file.Path;

/** A process of its own that opens a journal and holds it until its input ends. */
final class LockingProgram {

    private LockingProgram() {}

    @SuppressWarnings("try") // it is open, and that is all
    public static void main(String[] arguments) throws Exception {
        try (FileJournal journal = FileJournal.in(Path.of(arguments[0]))) {
            System.out.println("open");
            System.in.read();
        } catch (JournalBusyException e) {
            System.out.println("busy");
        }
    }
}

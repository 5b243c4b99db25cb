package dev.accesskeys.rotation.journal;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import org.jspecify.annotations.Nullable;

/** The journal cannot be used: damaged, of a newer version, not writable, or changed by somebody else. */
public class JournalException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what happened, without a full stop
     * @param advice what to do, as a whole sentence
     * @param cause what it came from, or null
     */
    public JournalException(String problem, String advice, @Nullable Throwable cause) {
        super(null, problem, Applied.NO, advice, cause);
    }
}

package dev.accesskeys.rotation.store;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import org.jspecify.annotations.Nullable;

/** A store cannot be read or written, or is not safe enough to be used. The message never shows what it holds. */
public class StoreException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what happened, without a full stop
     * @param advice what to do, as a whole sentence
     * @param cause what it came from, or null
     */
    public StoreException(String problem, String advice, @Nullable Throwable cause) {
        super(null, problem, Applied.NO, advice, cause);
    }
}

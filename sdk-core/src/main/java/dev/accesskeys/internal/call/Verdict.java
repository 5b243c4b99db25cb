package dev.accesskeys.internal.call;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.http.Headers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. */
sealed interface Verdict<T extends @Nullable Object> {

    /** The answer is good. */
    record Succeeded<T extends @Nullable Object>(
            T value, int status, Headers headers, @Nullable String requestId) implements Verdict<T> {}

    /**
     * The attempt failed.
     *
     * @param failure what to throw if the call is given up here
     * @param applied whether this attempt changed anything
     * @param repeat whether the same request may do better
     * @param retryAfter the wait that the provider asks for, or null
     * @param status the HTTP status, 0 if no answer came
     * @param requestId the provider's id of the request, or null
     */
    record Failed<T extends @Nullable Object>(
            AccessKeysException failure,
            Applied applied,
            Repeat repeat,
            @Nullable Duration retryAfter,
            int status,
            @Nullable String requestId)
            implements Verdict<T> {}

    /** Whether the same request may do better. */
    enum Repeat {
        /** It will fail again. */
        NEVER,
        /** The peer says that it did not process the request: once more, then no more. */
        ONCE,
        /** It may well succeed later. */
        LATER
    }
}

package dev.accesskeys.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this SDK throws. All are unchecked. A message has three parts — what happened, whether anything
 * was changed, what to do — which are also readable one by one. No message, cause or member of an exception ever shows a
 * token, a secret or the body of a successful answer.
 *
 * <table>
 * <caption>The family</caption>
 * <tr><th>class</th><th>meaning</th><th>changed?</th></tr>
 * <tr><td>{@link ConfigurationException}</td><td>the client is not set up right</td><td>no</td></tr>
 * <tr><td>{@link ValidationException}</td><td>an argument breaks a documented rule</td><td>no</td></tr>
 * <tr><td>{@link UnsupportedCapabilityException}</td><td>the provider cannot do this</td><td>no</td></tr>
 * <tr><td>{@link RotationTooEarlyException}</td><td>another rotation now would end a key that may be in use</td><td>no</td></tr>
 * <tr><td>{@link NotSentException}</td><td>the provider was not reached</td><td>no</td></tr>
 * <tr><td>{@link ApiException}</td><td>the provider answered with an error</td><td>as {@link #applied()} says</td></tr>
 * <tr><td>{@link OutcomeUnknownException}</td><td>the answer to a change that must not be repeated was lost</td>
 *     <td>unknown</td></tr>
 * <tr><td>{@link AppliedButLostException}</td><td>the change was made, its answer is unusable</td><td>yes</td></tr>
 * <tr><td>{@link ConnectionException}</td><td>the connection broke; safe to call again</td><td>as it says</td></tr>
 * <tr><td>{@link DeadlineExceededException}</td><td>time was up; safe to call again</td><td>as it says</td></tr>
 * <tr><td>{@link CallCancelledException}</td><td>interrupted, cancelled or closed</td><td>as it says</td></tr>
 * <tr><td>{@link DecodingException}</td><td>an answer could not be read; safe to call again</td><td>as it says</td></tr>
 * </table>
 */
public abstract class AccessKeysException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final Applied applied;
    private final String advice;
    private final @Nullable String operation;

    /**
     * Makes an exception of the three parts of its message.
     *
     * @param operation which operation failed, such as {@code example createKey}; null where none was begun
     * @param problem what happened, without a full stop
     * @param applied whether anything was changed
     * @param advice what to do, as a whole sentence; empty where there is nothing to say
     * @param cause what it came from, or null
     */
    protected AccessKeysException(
            @Nullable String operation, String problem, Applied applied, String advice, @Nullable Throwable cause) {
        super(message(operation, problem, applied, advice), cause);
        this.operation = operation;
        this.problem = problem;
        this.applied = applied;
        this.advice = advice;
    }

    private static String message(@Nullable String operation, String problem, Applied applied, String advice) {
        return (operation == null ? "" : operation + ": ")
                + problem
                + (problem.endsWith(".") ? " " : ". ")
                + applied.sentence()
                + (advice.isEmpty() ? "" : " " + advice);
    }

    /**
     * Names the operation that failed.
     *
     * @return provider and operation id, such as {@code example createKey}; empty where no operation was begun
     */
    public final Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /**
     * Says what happened.
     *
     * @return the first part of the message
     */
    public final String problem() {
        return problem;
    }

    /**
     * Tells whether anything was changed at the provider.
     *
     * @return no, yes or unknown
     */
    public final Applied applied() {
        return applied;
    }

    /**
     * Says what to do.
     *
     * @return the last part of the message; may be empty
     */
    public final String advice() {
        return advice;
    }
}

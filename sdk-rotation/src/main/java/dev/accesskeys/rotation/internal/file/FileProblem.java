package dev.accesskeys.rotation.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** A file that is not used although it could be: not safe, not a file, too large. Or in words, why one could not be used. */
public final class FileProblem extends IOException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String advice;

    /**
     * Makes it.
     *
     * @param problem what is wrong, without a full stop
     * @param advice what to do, as a whole sentence
     */
    public FileProblem(String problem, String advice) {
        super(problem + ". " + advice);
        this.problem = problem;
        this.advice = advice;
    }

    /**
     * Says what went wrong with a file.
     *
     * @param action what was tried, such as {@code "cannot write /folder/file"}
     * @param failure what came of it
     * @return the problem, without a full stop
     */
    public static String of(String action, IOException failure) {
        if (failure instanceof FileProblem known) {
            return known.problem;
        }
        return action + ": " + reason(failure);
    }

    /**
     * Says what to do.
     *
     * @param failure what went wrong
     * @return a whole sentence
     */
    public static String adviceFor(IOException failure) {
        if (failure instanceof FileProblem known) {
            return known.advice;
        }
        return "Give this user the right to write there, and the disk some space; then call again.";
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        String message = failure.getMessage();
        return message == null || failure instanceof FileSystemException
                ? failure.getClass().getSimpleName()
                : message;
    }
}

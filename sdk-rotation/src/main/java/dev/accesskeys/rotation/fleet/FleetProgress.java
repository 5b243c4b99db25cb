package dev.accesskeys.rotation.fleet;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Is told how a fleet gets on. Calls come one at a time, from whichever thread has finished a target, and hold it up: be quick.
 * What an implementation throws is ignored, for the rotations matter more.
 *
 * <pre>{@code
 * FleetProgress.to(System.err)   // a bar on a terminal, a line for each target in a log
 * }</pre>
 */
public interface FleetProgress {

    /**
     * Shows nothing.
     *
     * @return the progress that fleets have unless another is set
     */
    static FleetProgress none() {
        return new FleetProgress() {};
    }

    /**
     * Shows a bar if the stream is {@link System#err} or {@link System#out}, the process has a terminal and {@code TERM} is not
     * {@code dumb}; and elsewhere a line for each target that has ended. Java cannot tell whether one of the two streams alone was
     * sent to a file: set {@code TERM=dumb} then, or use {@link #to(Appendable, boolean)}.
     *
     * @param stream where it is shown
     * @return the progress
     */
    static FleetProgress to(PrintStream stream) {
        boolean console = stream == System.err || stream == System.out;
        return to(stream, console && Terminal.isThere());
    }

    /**
     * Shows a bar or lines.
     *
     * @param out where it is shown; after its first failure nothing more is written
     * @param terminal whether it understands a carriage return: then a bar that fits into {@code COLUMNS}, 80 if that is not set,
     *     and never more than 120; no other control character is used
     * @return the progress
     */
    static FleetProgress to(Appendable out, boolean terminal) {
        Objects.requireNonNull(out, "out");
        return terminal ? new ProgressBar(out, Terminal.width()) : new ProgressLines(out);
    }

    /**
     * A run begins.
     *
     * @param tally the number of targets; none is done
     */
    default void begun(FleetTally tally) {}

    /**
     * A target has ended.
     *
     * @param result how
     * @param tally how far the fleet is
     */
    default void finished(FleetResult result, FleetTally tally) {}

    /**
     * The run has ended.
     *
     * @param tally how
     */
    default void ended(FleetTally tally) {}
}

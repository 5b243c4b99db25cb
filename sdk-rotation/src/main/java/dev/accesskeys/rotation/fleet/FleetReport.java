package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the targets of a {@link RotatorFleet}. {@link #toString()} is a table for people. */
public final class FleetReport {

    private static final int ALL_GOOD = 0;
    private static final int SOMEBODY_HAS_TO_LOOK = 1;
    private static final int NOTHING_DONE = 2;

    private final List<FleetResult> results;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    FleetReport(List<FleetResult> results) {
        this.results = List.copyOf(results);
        this.results.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
    }

    /**
     * Gives what became of each target.
     *
     * @return one result for each rotator, in the order in which they were added
     */
    public List<FleetResult> results() {
        return results;
    }

    /**
     * Counts the targets by how they ended.
     *
     * @return the numbers, in the order of the enum; what did not happen is left out
     */
    public Map<Kind, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Counts the targets that ended in a certain way.
     *
     * @param kind the way
     * @return how many, 0 or more
     */
    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /**
     * Tells a job how the run went. The numbers stay the same in later versions.
     *
     * <ul>
     *   <li>0: every target is completed, waits for its grace, is not due, or was done with another one; in a dry run: would be
     *       rotated; in a sweep: is swept.
     *   <li>1: somebody has to look at one or more: an operator is needed, a rotation was refused, rolled back or failed, a store
     *       is behind, a provider was left alone, or the run was interrupted.
     *   <li>2: nothing could be done at all: not one target ended well, and none has a rotation under way that this run knows of.
     *       As a rule it is the set-up or the network, and not the keys.
     * </ul>
     *
     * @return 0, 1 or 2
     */
    public int exitStatus() {
        if (results.stream().allMatch(each -> each.kind().isGood())) {
            return ALL_GOOD;
        }
        return results.stream().allMatch(each -> each.kind().isNothingDone()) ? NOTHING_DONE : SOMEBODY_HAS_TO_LOOK;
    }

    /** A line for each target in aligned columns, the numbers, and what to do where somebody has to look. Ends its last line. */
    @Override
    public String toString() {
        return ReportTable.of(this);
    }
}

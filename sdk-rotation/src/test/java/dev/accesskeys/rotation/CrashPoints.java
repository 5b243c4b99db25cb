package dev.accesskeys.rotation;

import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers all points at which a process can die: before and after every effect of the engine, and before every operation that
 * changes something on the disk (after the last one of an effect is after the effect; in between only reading happens). Both
 * share one count. Where they are is found out by running, and listed nowhere.
 *
 * <p>A crash latches: whatever the dying process still tries, in {@code finally} blocks for example, dies too.
 */
final class CrashPoints implements EffectPort {

    /** No point has this number. */
    static final int NEVER = -1;

    private final SimulatedDisk disk;
    private final List<String> passed = new ArrayList<>();
    private int crashAt = NEVER;
    private boolean crashed;

    CrashPoints(SimulatedDisk disk) {
        this.disk = disk;
        disk.beforeEachOperation(operation -> point("disk: " + operation));
    }

    /** Counts from 0 again, and crashes at a point. */
    void crashAt(int point) {
        passed.clear();
        crashAt = point;
    }

    /** Counts from 0 again, and lets everything pass. */
    void passAll() {
        crashAt(NEVER);
    }

    /** A new process on the same disk. */
    void restart() {
        crashed = false;
        disk.beforeEachOperation(operation -> point("disk: " + operation));
        passAll();
    }

    /** The points that were passed since the count began. */
    List<String> passed() {
        return List.copyOf(passed);
    }

    @Override
    public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
        point("before " + effect);
        T result = call.get();
        point("after " + effect);
        return result;
    }

    private void point(String name) {
        if (crashed) {
            throw new SimulatedCrash(name);
        }
        if (passed.size() == crashAt) {
            crashed = true;
            disk.losePower();
            throw new SimulatedCrash(name);
        }
        passed.add(name);
    }
}

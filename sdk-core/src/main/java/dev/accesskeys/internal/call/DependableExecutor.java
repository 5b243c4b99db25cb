package dev.accesskeys.internal.call;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application may shut its executor down while calls are under way: their futures complete all the same. */
final class DependableExecutor implements Executor {

    private final Executor preferred;

    DependableExecutor(Executor preferred) {
        this.preferred = preferred;
    }

    @Override
    public void execute(Runnable task) {
        AtomicBoolean begun = new AtomicBoolean();
        Runnable once = () -> {
            if (begun.compareAndSet(false, true)) {
                task.run();
            }
        };
        try {
            preferred.execute(once);
        } catch (RuntimeException e) {
            // Rejected, or whatever else it may throw; a task that it began all the same is not run again.
            ForkJoinPool.commonPool().execute(once);
        }
    }
}

package dev.accesskeys.internal.call;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;

/** An application may shut its executor down while calls are under way: their futures complete all the same. */
final class DependableExecutor implements Executor {

    private final Executor preferred;

    DependableExecutor(Executor preferred) {
        this.preferred = preferred;
    }

    @Override
    public void execute(Runnable task) {
        try {
            preferred.execute(task);
        } catch (RejectedExecutionException e) {
            ForkJoinPool.commonPool().execute(task);
        }
    }
}

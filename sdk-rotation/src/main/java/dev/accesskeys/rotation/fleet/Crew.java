package dev.accesskeys.rotation.fleet;

import dev.accesskeys.error.ConfigurationException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A bounded number of threads that take one piece of work after the other, in order, until all is done or they are interrupted. */
final class Crew implements AutoCloseable {

    private final Executor executor;
    private final @Nullable ExecutorService own;
    private final int size;

    private Crew(Executor executor, @Nullable ExecutorService own, int size) {
        this.executor = executor;
        this.own = own;
        this.size = size;
    }

    /** Works on the executor, or on threads of its own. */
    static Crew of(@Nullable Executor executor, int size) {
        if (executor != null) {
            return new Crew(executor, null, size);
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService own = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "access-keys-fleet-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        return new Crew(own, own, size);
    }

    /**
     * Does pieces of work, and waits for them.
     *
     * @param count how many there are
     * @param work does the piece of a number from zero on; throws nothing
     * @return whether all were begun; if not, there was an interrupt, whose flag is set again
     */
    boolean each(int count, IntConsumer work) {
        Shift shift = new Shift(count, work);
        for (int worker = 0; worker < Math.min(size, count); worker++) {
            try {
                executor.execute(shift::work);
            } catch (RejectedExecutionException e) {
                if (worker == 0) {
                    throw new ConfigurationException(
                            "executor: it takes no work", "Give the fleet one that is not shut down, or none.", e);
                }
                break; // Those that it has taken do all of it.
            }
        }
        return shift.await();
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    private static final class Shift {

        private final int count;
        private final IntConsumer work;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition ended = lock.newCondition();
        private final Set<Thread> busy = new HashSet<>();
        private final Set<Thread> interrupted = new HashSet<>();
        private int next;
        private boolean stopped;

        Shift(int count, IntConsumer work) {
            this.count = count;
            this.work = work;
        }

        void work() {
            for (int piece = take(); piece >= 0; piece = take()) {
                try {
                    work.accept(piece);
                } finally {
                    put();
                }
            }
        }

        private int take() {
            lock.lock();
            try {
                if (stopped || next == count) {
                    return -1;
                }
                busy.add(Thread.currentThread());
                return next++;
            } finally {
                lock.unlock();
            }
        }

        private void put() {
            lock.lock();
            try {
                Thread here = Thread.currentThread();
                busy.remove(here);
                if (interrupted.remove(here)) {
                    // The interrupt was for the work and not for whoever lends the thread.
                    Thread.interrupted();
                } else if (here.isInterrupted()) {
                    stopped = true;
                }
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean await() {
            boolean awoken = false;
            lock.lock();
            try {
                while (!busy.isEmpty() || (!stopped && next < count)) {
                    try {
                        ended.await();
                    } catch (InterruptedException e) {
                        awoken = true;
                        stop();
                    }
                }
                return next == count;
            } finally {
                lock.unlock();
                if (awoken) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void stop() {
            stopped = true;
            for (Thread each : busy) {
                interrupted.add(each);
                each.interrupt();
            }
        }
    }
}

package dev.accesskeys.nscale;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.nscale.model.ProvisioningStatus;
import dev.accesskeys.nscale.model.ResourceReadMetadata;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.time.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One wait: look, judge, pause, look again. Each step begins when the one before has ended, so nothing here is used by two
 * threads at once; only cancelling comes from elsewhere.
 */
final class Wait<T> {

    private static final Logger LOG = System.getLogger("dev.accesskeys.nscale");
    private static final int MOST_FAILURES = 5;
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    /** What is waited for. */
    enum Goal {
        PROVISIONED,
        GONE
    }

    /**
     * What is looked at.
     *
     * @param operation the operation that looks
     * @param name kind and id
     * @param look looks, within the given time
     * @param metadata tells the state
     */
    record Subject<T>(
            String operation,
            String name,
            Function<Duration, CompletableFuture<T>> look,
            Function<T, ResourceReadMetadata> metadata) {}

    private final Goal goal;
    private final Subject<T> subject;
    private final TimeSource time;
    private final WaitOptions options;
    private final long began;
    private final Result result = new Result();

    private int looks;
    private int failuresInARow;
    private boolean seen;
    private String lastSeen = "nothing";

    Wait(Goal goal, Subject<T> subject, TimeSource time, WaitOptions options) {
        this.goal = goal;
        this.subject = subject;
        this.time = time;
        this.options = options;
        this.began = time.nanoTime();
    }

    /** Begins to look. What comes is what was waited for, or empty if it is gone. */
    CompletableFuture<Optional<T>> begin() {
        guarded(this::look);
        return result;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the result is what is given back
    private void look() {
        looks++;
        Duration left = options.deadline().minus(elapsed());
        Duration atLeast = left.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : left;
        CompletableFuture<T> look = subject.look().apply(atLeast.compareTo(LONGEST_LOOK) < 0 ? atLeast : LONGEST_LOOK);
        result.follow(look);
        look.whenComplete((value, failure) -> guarded(() -> {
            if (failure == null) {
                found(value);
            } else {
                failed(CallFutures.unwrap(failure));
            }
        }));
    }

    private void found(T value) {
        ResourceReadMetadata metadata = subject.metadata().apply(value);
        ProvisioningStatus status = metadata.provisioningStatus();
        seen = true;
        failuresInARow = 0;
        lastSeen = "the state \"" + status.value() + "\"";
        if (goal == Goal.PROVISIONED) {
            if (status.known() == ProvisioningStatus.Known.PROVISIONED
                    && metadata.deletionTime().isEmpty()) {
                result.complete(Optional.of(value));
                return;
            }
            refuse(metadata, status);
        } else if (status.known() == ProvisioningStatus.Known.ERROR
                && metadata.deletionTime().isPresent()) {
            throw new ProvisioningFailedException(
                    subject.operation(),
                    subject.name(),
                    status,
                    "taking it down has failed",
                    "Delete it again, or ask nscale's support.");
        }
        goOn(status, null);
    }

    private void refuse(ResourceReadMetadata metadata, ProvisioningStatus status) {
        if (status.known() == ProvisioningStatus.Known.ERROR) {
            throw new ProvisioningFailedException(
                    subject.operation(),
                    subject.name(),
                    status,
                    "setting it up has failed",
                    "Delete it and create another one.");
        }
        if (status.known() == ProvisioningStatus.Known.DEPROVISIONING
                || metadata.deletionTime().isPresent()) {
            throw new ProvisioningFailedException(
                    subject.operation(),
                    subject.name(),
                    status,
                    "it is being taken down",
                    "Somebody has deleted it: create another one.");
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof NotFoundException gone) {
            failuresInARow = 0;
            if (goal == Goal.GONE) {
                result.complete(Optional.empty());
            } else if (seen) {
                throw gone;
            } else {
                lastSeen = "that it is not found";
                goOn(null, null);
            }
            return;
        }
        boolean perhapsPassing = failure instanceof ServerException
                || failure instanceof ConnectionException
                || failure instanceof NotSentException
                || failure instanceof RateLimitedException
                || failure instanceof DeadlineExceededException;
        if (!perhapsPassing || ++failuresInARow >= MOST_FAILURES) {
            result.completeExceptionally(failure);
            return;
        }
        goOn(null, (AccessKeysException) failure);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the result is what is given back
    private void goOn(@Nullable ProvisioningStatus status, @Nullable AccessKeysException failure) {
        Duration elapsed = elapsed();
        tell(new WaitProgress(subject.name(), looks, elapsed, status, failure));
        Duration left = options.deadline().minus(elapsed);
        if (left.isZero() || left.isNegative()) {
            throw new DeadlineExceededException(
                    subject.operation(),
                    subject.name() + " is not " + (goal == Goal.GONE ? "gone" : "provisioned") + " after "
                            + options.deadline().toSeconds() + " seconds and " + looks + " looks; the last answer was "
                            + lastSeen,
                    Applied.NO,
                    failure);
        }
        Duration pause = options.pauseAfter(looks);
        CompletableFuture<Void> delay = time.delay(pause.compareTo(left) < 0 ? pause : left);
        result.follow(delay);
        delay.whenComplete((nothing, stopped) -> {
            if (stopped == null) {
                guarded(this::look);
            }
        });
    }

    private void tell(WaitProgress progress) {
        try {
            options.listener().accept(progress);
        } catch (RuntimeException e) {
            // Only the class: the message is the listener's own and may quote anything.
            LOG.log(
                    Level.WARNING,
                    "a listener threw {0}; the wait goes on",
                    e.getClass().getName());
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - began);
    }

    private void guarded(Runnable step) {
        if (result.isDone()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Cancelling it ends the look or the pause that is under way. */
    private final class Result extends CompletableFuture<Optional<T>> {

        private volatile @Nullable CompletableFuture<?> underWay;

        void follow(CompletableFuture<?> step) {
            underWay = step;
            if (isDone()) {
                step.cancel(true);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            CompletableFuture<?> step = underWay;
            if (step != null) {
                step.cancel(true);
            }
            return cancelled;
        }
    }
}

package dev.accesskeys.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.testprovider.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No window of the rule's length ever sees more requests than the rule allows. */
class RequestWindowTest {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** Steps: 0 to 5 let a second or more pass, 6 and 7 ask for a turn, 8 gives one back, 9 cancels the last waiter. */
    @Property(tries = 500)
    void theRuleHoldsInEveryWindow(
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @IntRange(min = 1, max = 3) int concurrent,
            @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 9) Integer> steps) {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = new RequestWindow(new RateLimitRule("rule", limit, PERIOD, concurrent), time);
        List<CompletableFuture<Runnable>> waiting = new ArrayList<>();
        List<Runnable> underWay = new ArrayList<>();
        List<Long> departures = new ArrayList<>();

        for (int step : steps) {
            switch (step) {
                case 6, 7 -> {
                    CompletableFuture<Runnable> turn = window.turn();
                    waiting.add(turn);
                    var unused = turn.thenAccept(release -> {
                        departures.add(time.nanoTime());
                        underWay.add(release);
                    });
                }
                case 8 -> {
                    if (!underWay.isEmpty()) {
                        underWay.remove(0).run();
                    }
                }
                case 9 -> {
                    if (!waiting.isEmpty()) {
                        waiting.remove(waiting.size() - 1).cancel(false);
                    }
                }
                default -> time.advance(Duration.ofMillis(700L * (step + 1)));
            }
            assertThat(underWay).hasSizeLessThanOrEqualTo(concurrent);
        }

        for (int i = 0; i + limit < departures.size(); i++) {
            assertThat(departures.get(i + limit) - departures.get(i)).isGreaterThanOrEqualTo(PERIOD.toNanos());
        }
    }

    @Test
    void whoeverWaitsGoesAsSoonAsTheRuleAllows() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = window(time, 2, 9);
        window.turn().join();
        time.advance(Duration.ofSeconds(4));
        window.turn().join();
        CompletableFuture<Runnable> third = window.turn();
        CompletableFuture<Runnable> fourth = window.turn();

        time.advance(Duration.ofSeconds(6).minusNanos(1));
        assertThat(third).isNotDone();
        time.advance(Duration.ofNanos(1));
        assertThat(third).isCompleted();
        assertThat(fourth).isNotDone();
        time.advance(Duration.ofSeconds(4));
        assertThat(fourth).isCompleted();
    }

    @Test
    void noMoreLeaveWithinASecondThanAllowed() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = new RequestWindow(new RateLimitRule("rule", 60, Duration.ofMinutes(1), 9, 2), time);
        window.turn().join();
        time.advance(Duration.ofMillis(400));
        window.turn().join();
        CompletableFuture<Runnable> third = window.turn();
        CompletableFuture<Runnable> fourth = window.turn();

        time.advance(Duration.ofMillis(600).minusNanos(1));
        assertThat(third).isNotDone();
        time.advance(Duration.ofNanos(1));
        assertThat(third).isCompleted();
        assertThat(fourth).isNotDone();
        time.advance(Duration.ofMillis(400));
        assertThat(fourth).isCompleted();
    }

    /** With short deadlines there may be many of them: they would push everybody else away for hours. */
    @Test
    void whoeverGivesUpTakesNobodysPlace() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = window(time, 1, 9);
        window.turn().join();
        for (int i = 0; i < 100; i++) {
            window.turn().cancel(false);
        }
        CompletableFuture<Runnable> patient = window.turn();

        time.advance(PERIOD);

        assertThat(patient).isCompleted();
    }

    @Test
    void whenNobodyWaitsNoTimerIsLeft() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = window(time, 1, 9);
        window.turn().join();
        CompletableFuture<Runnable> waiter = window.turn();
        assertThat(time.waiting()).isEqualTo(1);

        waiter.cancel(false);

        assertThat(time.waiting()).isZero();
    }

    @Test
    void noMoreAreUnderWayThanAllowed() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = window(time, 100, 1);
        Runnable first = window.turn().join();
        CompletableFuture<Runnable> gaveUp = window.turn();
        CompletableFuture<Runnable> second = window.turn();

        gaveUp.cancel(false);
        assertThat(second).isNotDone();
        first.run();
        first.run();

        assertThat(second).isCompleted();
        assertThat(window.turn()).isNotDone();
    }

    @Test
    void aTurnThatComesTogetherWithTheTimeoutIsGivenToTheNext() {
        VirtualTime time = VirtualTime.held();
        RequestWindow window = window(time, 100, 1);
        CompletableFuture<Runnable> late = window.turn();

        RequestLimiter.giveBack(late);

        assertThat(window.turn()).isCompleted();
    }

    private static RequestWindow window(VirtualTime time, int requests, int concurrent) {
        return new RequestWindow(new RateLimitRule("rule", requests, PERIOD, concurrent), time);
    }
}

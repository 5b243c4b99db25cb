package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.RateLimit;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeQuirk;
import dev.accesskeys.testing.linode.LinodeRateLimits;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Linode's limits: readable with every answer, respected when they bite, and kept when that is asked for. */
class LinodeRateLimitTest {

    private static Linode limited(boolean keeping) {
        return Linode.inMemory(
                settings -> settings.rateLimits(LinodeRateLimits.documented()).quota(1000),
                builder -> builder.keepRateLimits(keeping).deadline(Duration.ofMinutes(10)));
    }

    private static void createMany(Linode linode, int count, Way way) {
        ObjectStorageKeys keys = linode.keys();
        for (int i = 0; i < count; i++) {
            way.make(() -> keys.create(Linode.unlimited("key")), () -> keys.createAsync(Linode.unlimited("key")));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theLimitIsReadableWithTheResponse(Way way) {
        try (Linode linode = limited(false)) {
            ObjectStorageKeys.WithResponse keys = linode.keys().withResponse();

            RateLimit limit = way.make(keys::list, keys::listAsync).rateLimit();

            assertThat(limit.limit()).hasValue(200);
            assertThat(limit.remaining()).hasValue(199);
            assertThat(limit.resetsAt()).hasValue(linode.time.now().plusSeconds(60));
            assertThat(limit.retryAfter()).isEmpty();
        }
    }

    @Test
    void headersMayBeMissing() {
        try (Linode linode = Linode.inMemory(settings -> settings.quirks(LinodeQuirk.WITHOUT_RATE_LIMIT_HEADERS))) {
            RateLimit limit = linode.keys().withResponse().list().rateLimit();

            assertThat(limit.limit()).isEmpty();
            assertThat(limit.remaining()).isEmpty();
            assertThat(limit.resetsAt()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClientThatKeepsTheLimitsMakesFiveWritesASecondAndSixtyAMinute(Way way) {
        try (Linode linode = limited(true)) {
            createMany(linode, 60, way);
            assertThat(linode.time.passed()).isEqualTo(Duration.ofSeconds(11));

            createMany(linode, 61, way);

            assertThat(linode.time.passed()).isEqualTo(Duration.ofMinutes(2));
            assertThat(linode.received(Call.CREATE)).isEqualTo(121);
            assertThat(linode.fake.account().keys()).hasSize(121);
        }
    }

    @Test
    void changesAndRevocationsCountAsWritesAndReadsDoNot() {
        try (Linode linode = limited(true)) {
            createMany(linode, 20, Way.BLOCKING);
            linode.keys().listAll().stream().map(ObjectStorageKey::id).forEach(id -> {
                Call.UPDATE.make(linode.keys(), id, Way.BLOCKING);
                Call.GET.make(linode.keys(), id, Way.BLOCKING);
                Call.REVOKE.make(linode.keys(), id, Way.BLOCKING);
            });
            assertThat(linode.time.passed()).isLessThan(Duration.ofSeconds(15));

            createMany(linode, 1, Way.BLOCKING);

            assertThat(linode.time.passed()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void aWaitForTheLimitThatIsLongerThanTheDeadlineFailsBeforeAnythingIsSent() {
        try (Linode linode = Linode.inMemory(
                settings -> settings.quota(1000),
                builder -> builder.keepRateLimits(true).deadline(Duration.ofSeconds(30)))) {
            createMany(linode, 60, Way.BLOCKING);

            assertThatThrownBy(() -> createMany(linode, 1, Way.BLOCKING))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("Nothing was changed.");
            assertThat(linode.received(Call.CREATE)).isEqualTo(60);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClientThatDoesNotKeepThemWaitsAsLongAsItIsTold(Way way) {
        try (Linode linode = limited(false)) {
            createMany(linode, 61, way);

            assertThat(linode.time.waits()).containsExactly(Duration.ofSeconds(60));
            assertThat(linode.received(Call.CREATE)).isEqualTo(62);
            assertThat(linode.fake.account().keys()).hasSize(61);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachInBothWays")
    void everyCallIsRepeatedAfterTheTimeThatLinodeAsksFor(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(call, Fault.tooManyRequests(Duration.ofSeconds(7)));

            call.make(linode, way);

            assertThat(linode.time.waits()).containsExactly(Duration.ofSeconds(7));
            assertThat(linode.received(call)).isEqualTo(2);
        }
    }

    static Stream<String> uselessTimes() {
        return Stream.of("", "soon", "-5", "99999999999", "Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @ParameterizedTest
    @MethodSource("uselessTimes")
    void aTimeThatMakesNoSenseIsReplacedByTheUsualPause(String retryAfter) {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(Call.CREATE, Fault.tooManyRequests(retryAfter));

            Call.CREATE.make(linode, Way.BLOCKING);

            assertThat(linode.time.waits()).containsExactly(Duration.ofMillis(125));
        }
    }

    @Test
    void aDateIsUnderstoodAndALongTimeIsCapped() {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(Call.CREATE, Fault.tooManyRequests(linode.time.now().plusSeconds(9)));
            Call.CREATE.make(linode, Way.BLOCKING);
            linode.onFirst(Call.CREATE, Fault.tooManyRequests(Duration.ofMinutes(20)));
            Call.CREATE.make(linode, Way.BLOCKING);

            assertThat(linode.time.waits()).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(60));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLimitThatStaysIsToldWithItsFigures(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.rateLimits(new LinodeRateLimits(1, 1, 1)))) {
            linode.onEvery(Call.CREATE, Fault.tooManyRequests(Duration.ofSeconds(11)));

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isInstanceOfSatisfying(
                            RateLimitedException.class,
                            failure -> assertThat(
                                            failure.rateLimit(linode.time.now()).retryAfter())
                                    .hasValue(Duration.ofSeconds(11)))
                    .hasMessageContaining("Nothing was changed.")
                    .hasMessageContaining("build the client with its rate limiter on");
            assertThat(linode.received(Call.CREATE)).isEqualTo(3);
        }
    }
}

package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.linode.LinodeKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be repeated is repeated, three times in all, with pauses that grow. */
class LinodeRetriesTest {

    static Stream<Arguments> repeatableFailures() {
        return EnumSet.complementOf(EnumSet.of(Call.CREATE)).stream()
                .flatMap(call -> Stream.of(
                                Fault.drop(),
                                Fault.reset(),
                                Fault.refuse(),
                                Fault.applyThenDrop(),
                                Fault.status(408),
                                Fault.status(500),
                                Fault.status(502),
                                Fault.status(503),
                                Fault.status(504),
                                LinodeFaults.badGateway(),
                                LinodeFaults.busy(),
                                Fault.cutBody())
                        .flatMap(fault -> Stream.of(Way.values()).map(way -> Arguments.of(call, fault, way))));
    }

    @ParameterizedTest
    @MethodSource("repeatableFailures")
    void aCallThatMayBeRepeatedSurvivesOneFailure(Call call, Fault fault, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(call, fault);

            call.make(linode, way);

            assertThat(linode.received(call)).isEqualTo(2);
            assertThat(linode.fake.faults().pending()).isEmpty();
            assertThat(linode.time.waits()).containsExactly(Duration.ofMillis(125));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachButCreateInBothWays")
    void aCallIsGivenUpAfterThreeAttempts(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(call, Fault.status(503));

            assertThatThrownBy(() -> call.make(linode, way))
                    .isExactlyInstanceOf(ServerException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .hasSizeGreaterThanOrEqualTo(2)
                            .hasAtLeastOneElementOfType(ServerException.class))
                    .hasMessageContaining("Calling again later is safe.");
            assertThat(linode.received(call)).isEqualTo(3);
            assertThat(linode.time.waits()).containsExactly(Duration.ofMillis(125), Duration.ofMillis(250));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachButCreateInBothWays")
    void onlyAReadIsSaidToHaveChangedNothing(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(call, Fault.drop());

            assertThatThrownBy(() -> call.make(linode, way))
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            failure -> assertThat(failure.applied())
                                    .isEqualTo(call == Call.LIST || call == Call.GET ? Applied.NO : Applied.UNKNOWN));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachInBothWays")
    void nothingIsRepeatedDuringMaintenance(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(call, LinodeFaults.maintenance());

            assertThatThrownBy(() -> call.make(linode, way))
                    .isInstanceOf(AccessKeysException.class)
                    .hasMessageContaining("Currently in maintenance mode.")
                    .hasStackTraceContaining("Linode is down for maintenance; see its status page");
            assertThat(linode.received()).isEqualTo(1);
            assertThat(linode.time.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatLinodeWasTooBusyForIsRepeatedAndCreatesOneKey(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.fake.faults().onNextCalls(2).of("POST", Linode.KEYS).order(LinodeFaults.busy());

            Call.CREATE.make(linode, way);

            assertThat(linode.received(Call.CREATE)).isEqualTo(3);
            assertThat(linode.fake.ledger().applied("POST", Linode.KEYS)).hasSize(1);
            assertThat(linode.fake.account().keys())
                    .extracting(LinodeKey::label)
                    .containsExactly("old", "backup");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatLinodeStaysTooBusyForHasChangedNothing(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, LinodeFaults.busy());

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isExactlyInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("Linode busy.")
                    .hasMessageContaining("Nothing was changed. Linode is busy with this account; call again later.");
            assertThat(linode.received(Call.CREATE)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatDidNotLeaveIsRepeated(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(Call.CREATE, Fault.refuse());

            Call.CREATE.make(linode, way);

            assertThat(linode.received(Call.CREATE)).isEqualTo(2);
            assertThat(linode.fake.account().keys()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatNeverLeftHasChangedNothing(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, Fault.refuse());

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isExactlyInstanceOf(NotSentException.class)
                    .hasMessageContaining("Nothing was changed.");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRevokeThatFindsNothingBecauseItWorkedTheFirstTimeHasSucceeded(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onFirst(Call.REVOKE, Fault.applyThenDrop());

            Call.REVOKE.make(linode, way);

            assertThat(linode.received(Call.REVOKE)).isEqualTo(2);
            assertThat(linode.fake.account().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRevokeThatFindsNothingAtOnceHasNotSucceeded(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKeys keys = linode.keys();

            assertThatThrownBy(() -> way.run(() -> keys.revoke(42), () -> keys.revokeAsync(42)))
                    .isExactlyInstanceOf(NotFoundException.class);
            assertThat(linode.received(Call.REVOKE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRevokeOnTheWireSurvivesALostAnswer(Way way) {
        try (Linode linode = Linode.onServer(
                builder -> builder.retryPolicy(RetryPolicy.standard().withBackoff(Duration.ZERO, Duration.ZERO)))) {
            linode.onFirst(Call.REVOKE, Fault.applyThenReset());

            Call.REVOKE.make(linode, way);

            assertThat(linode.received(Call.REVOKE)).isEqualTo(2);
            assertThat(linode.fake.account().keys()).isEmpty();
        }
    }

    @Test
    void everyPageOfAListIsRepeatedByItself() {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(250))) {
            linode.fake
                    .faults()
                    .onNextCalls(2)
                    .where(request ->
                            request.queryValue("page").filter("2"::equals).isPresent())
                    .order(LinodeFaults.badGateway());

            assertThat(linode.keys().listAll().stream().count()).isEqualTo(250);
            assertThat(linode.received(Call.LIST)).isEqualTo(5);
        }
    }

    @Test
    void withoutRetriesEveryCallIsSentOnce() {
        try (Linode linode =
                Linode.inMemory(settings -> settings, builder -> builder.retryPolicy(RetryPolicy.none()))) {
            linode.onEvery(Call.GET, Fault.status(500));

            assertThatThrownBy(() -> Call.GET.make(linode, Way.BLOCKING)).isInstanceOf(ServerException.class);
            assertThat(linode.received(Call.GET)).isEqualTo(1);
        }
    }
}

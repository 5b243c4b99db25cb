package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeKey;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that stops or crawls on its way ends the call when its deadline says so. */
@Timeout(15)
class LinodeSlowAnswersTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(250);

    /** Long enough for half an answer on a machine that has other things to do. */
    private static final Duration MODERATE = Duration.ofMillis(600);

    private Linode linode;
    private long id;
    private ObjectStorageKeys hurried;

    @BeforeEach
    void warmUp() {
        linode = Linode.onServer(builder -> builder);
        id = linode.fake.account().addKey("old").id();
        linode.keys().list();
        linode.fake.ledger().clear();
        hurried = linode.keys().with(CallOptions.deadline(SHORT));
    }

    @AfterEach
    void close() {
        linode.close();
    }

    static Stream<Arguments> slowReads() {
        return slow(Call.LIST, Call.GET);
    }

    static Stream<Arguments> slowChanges() {
        return slow(Call.UPDATE, Call.REVOKE);
    }

    private static Stream<Arguments> slow(Call one, Call other) {
        return Stream.of(
                Arguments.of(one, Fault.stallHeaders(LONG), Way.BLOCKING),
                Arguments.of(other, Fault.stallHeaders(LONG), Way.ASYNC),
                Arguments.of(other, Fault.stallBody(LONG), Way.BLOCKING),
                Arguments.of(one, Fault.stallBody(LONG), Way.ASYNC),
                Arguments.of(one, Fault.trickle(1, Duration.ofSeconds(1)), Way.BLOCKING),
                Arguments.of(other, Fault.trickle(1, Duration.ofSeconds(1)), Way.ASYNC));
    }

    @ParameterizedTest
    @MethodSource("slowReads")
    void aSlowReadEndsAtItsDeadlineAndHasChangedNothing(Call call, Fault fault, Way way) {
        linode.onEvery(call, fault);

        assertThatThrownBy(() -> call.make(hurried, id, way))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        failure -> assertThat(failure.applied()).isEqualTo(Applied.NO))
                .hasMessageContaining("250 ms");
        assertThat(linode.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("slowChanges")
    void aSlowChangeEndsAtItsDeadlineAndMayHaveBeenMade(Call call, Fault fault, Way way) {
        linode.onEvery(call, fault);

        assertThatThrownBy(() -> call.make(hurried, id, way))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        failure -> assertThat(failure.applied()).isNotEqualTo(Applied.NO));
        assertThat(linode.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatIsNotAnsweredInTimeHasAnUnknownOutcome(Way way) {
        linode.onEvery(Call.CREATE, Fault.stallHeaders(LONG));

        assertThatThrownBy(() -> Call.CREATE.make(hurried, id, way))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("List the keys until one with the label of this request appears")
                .hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(linode.received()).isEqualTo(1);
    }

    /** The first half of the answer has come: the status, so that the key exists, and the secret. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aCreateThatIsAnsweredByHalvesWasAppliedAndItsSecretIsSalvaged(Way way) {
        linode.onEvery(Call.CREATE, Fault.stallBody(LONG));
        ObjectStorageKeys keys = linode.keys().with(CallOptions.deadline(MODERATE));

        assertThatThrownBy(() -> Call.CREATE.make(keys, id, way))
                .isInstanceOfSatisfying(AppliedButLostException.class, failure -> {
                    LinodeKey orphan = linode.fake.account().keys().get(1);
                    assertThat(failure.salvagedIdentifiers()).containsEntry("id", Long.toString(orphan.id()));
                    assertThat(failure.salvagedSecrets())
                            .containsEntry("secret_key", linode.fake.account().secretOf(orphan.id()));
                });
        assertThat(linode.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSlowAttemptLeavesTimeForAnother(Way way) {
        linode.onFirst(Call.LIST, Fault.stallBody(LONG));
        ObjectStorageKeys patient = linode.keys().with(CallOptions.none().withAttemptTimeout(MODERATE));

        assertThat(way.make(patient::list, patient::listAsync).items()).hasSize(1);
        assertThat(linode.received()).isEqualTo(2);
    }
}

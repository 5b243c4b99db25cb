package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.linode.LinodeKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A create whose answer is lost is sent exactly once, and its error says how to find the orphan. */
class LinodeLostAnswersTest {

    private static final String HOW_TO_FIND_IT = "List the keys until one with the label of this request appears or a"
            + " few minutes have passed: Linode may create the key although it answered with an error. The secret of such"
            + " a key is lost; revoke it and create another one.";

    private static Stream<Arguments> inBothWays(Stream<Fault> faults) {
        return faults.flatMap(fault -> Stream.of(Way.values()).map(way -> Arguments.of(fault, way)));
    }

    static Stream<Arguments> endingsWithoutAnswer() {
        return inBothWays(Stream.of(Fault.applyThenDrop(), Fault.applyThenReset(), Fault.drop(), Fault.reset()));
    }

    static Stream<Arguments> serverErrors() {
        return inBothWays(Stream.of(
                Fault.status(500),
                Fault.status(502),
                Fault.status(503),
                Fault.status(504),
                Fault.status(520),
                Fault.status(408),
                LinodeFaults.badGateway(),
                LinodeFaults.appliedButFailed(),
                LinodeFaults.maintenance(),
                Fault.applyThenAnswer(FakeResponse.of(504)).named("applied 504"),
                Fault.answer(FakeResponse.of(503).withHeader("Retry-After", "1"))
                        .named("503 with Retry-After")));
    }

    static Stream<Arguments> uselessSuccesses() {
        return inBothWays(Stream.of(
                Fault.cutBody(),
                Fault.truncatedJson(),
                Fault.malformedJson(),
                Fault.htmlInsteadOfJson(),
                Fault.rewrite(answer -> answer.withBody(new byte[0])).named("empty"),
                Fault.rewrite(answer -> answer.withStatus(202).withBody(new byte[0]))
                        .named("202"),
                Fault.rewrite(answer -> answer.withStatus(204).withBody(new byte[0]))
                        .named("204"),
                Fault.hugeBody(200, 2 * 1024 * 1024)));
    }

    private static void assertSentOnce(Linode linode) {
        assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        assertThat(linode.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource({"endingsWithoutAnswer", "serverErrors"})
    void createIsNotRepeatedAndItsOutcomeIsUnknown(Fault fault, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, fault);

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isExactlyInstanceOf(OutcomeUnknownException.class)
                    .isInstanceOfSatisfying(
                            OutcomeUnknownException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.UNKNOWN))
                    .hasMessageContaining("Whether the change was made is not known.")
                    .hasMessageEndingWith(HOW_TO_FIND_IT);
            assertSentOnce(linode);
        }
    }

    @ParameterizedTest
    @MethodSource({"endingsWithoutAnswer", "serverErrors", "uselessSuccesses"})
    void createIsNotRepeatedOnTheWireEither(Fault fault, Way way) {
        try (Linode linode = Linode.onServer(builder -> builder)) {
            linode.onEvery(Call.CREATE, fault);

            assertThatThrownBy(() -> Call.CREATE.make(linode, way)).isInstanceOf(OutcomeUnknownException.class);
            assertSentOnce(linode);
        }
    }

    @Test
    void createIsNotRepeatedOnAConnectionThatWasUsedBefore() {
        try (Linode linode = Linode.onServer(builder -> builder)) {
            linode.keys().list();
            linode.onEvery(Call.CREATE, Fault.applyThenReset());

            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .isExactlyInstanceOf(OutcomeUnknownException.class);
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void whatTheServerSaidIsTheCause() {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, LinodeFaults.appliedButFailed());

            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .hasMessageContaining("the provider answered 500: An unknown error occurred.")
                    .cause()
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            cause -> assertThat(cause.status()).isEqualTo(500));
        }
    }

    @Test
    void theOrphanIsFoundByItsLabelAsTheErrorSays() {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, LinodeFaults.appliedButFailed());
            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .isInstanceOf(OutcomeUnknownException.class);

            List<ObjectStorageKey> orphans = linode.keys().listAll().stream()
                    .filter(key -> key.label().equals("backup"))
                    .toList();

            assertThat(orphans).hasSize(1);
            assertThat(orphans.get(0).secretKey()).isEmpty();
            linode.keys().revoke(orphans.get(0).id());
            assertThat(linode.fake.account().keys())
                    .extracting(LinodeKey::label)
                    .containsExactly("old");
        }
    }

    @ParameterizedTest
    @MethodSource("uselessSuccesses")
    void aSuccessThatCannotBeReadWasAppliedButIsLost(Fault fault, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, fault);

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isInstanceOfSatisfying(
                            AppliedButLostException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.YES))
                    .hasMessageContaining("The change was made. Do not send it again.");
            assertSentOnce(linode);
        }
    }

    @ParameterizedTest
    @MethodSource("cutAnswers")
    void whatTheHalfOfAnAnswerStillTellsIsSalvaged(Fault fault, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, fault);

            assertThatThrownBy(() -> Call.CREATE.make(linode, way))
                    .isInstanceOfSatisfying(AppliedButLostException.class, failure -> {
                        LinodeKey orphan = linode.fake.account().keys().get(1);
                        assertThat(failure.salvagedIdentifiers())
                                .containsEntry("id", Long.toString(orphan.id()))
                                .containsEntry("access_key", orphan.accessKey());
                        assertThat(failure.salvagedSecrets())
                                .containsEntry(
                                        "secret_key", linode.fake.account().secretOf(orphan.id()));
                        assertThat(failure)
                                .hasMessageContaining("What was made: {id=" + orphan.id())
                                .hasMessageContaining("Its secret could be salvaged")
                                .hasMessageNotContaining(linode.fake
                                        .account()
                                        .secretOf(orphan.id())
                                        .reveal());
                    });
            assertSentOnce(linode);
        }
    }

    /** The first half of an answer has the id and the secret; the list of regions is in the second. */
    static Stream<Arguments> cutAnswers() {
        return inBothWays(Stream.of(
                Fault.cutBody(),
                Fault.truncatedJson(),
                Fault.withMember("regions", JsonValue.string("everywhere")),
                Fault.withMember("limited", JsonValue.string("no")),
                Fault.withoutMember("label")));
    }

    @Test
    void aLostAnswerQuotesNoValueOfTheBody() {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.CREATE, Fault.withMember("limited", JsonValue.string("canary-4711")));

            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .hasMessageContaining("limited")
                    .hasMessageNotContaining("canary-4711")
                    .hasStackTraceContaining("AppliedButLostException")
                    .satisfies(failure ->
                            assertThat(failure.getCause().getMessage()).doesNotContain("canary-4711"));
        }
    }
}

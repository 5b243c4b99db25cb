package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.audit.RotationEvent;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 11: what happened is told, with everything that tells one thing from another, and never the secret. */
class AuditEventsTest {

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise11ARotationIsToldFromBeginningToEnd(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));
        bench.rotator().rotate();

        assertThat(bench.events)
                .extracting(RotationEvent::type)
                .containsSubsequence(
                        RotationEvent.Type.STARTED,
                        RotationEvent.Type.INTENDED,
                        RotationEvent.Type.REQUESTED,
                        RotationEvent.Type.CREATED,
                        RotationEvent.Type.STAGED,
                        RotationEvent.Type.VERIFIED,
                        RotationEvent.Type.PUBLISHING,
                        RotationEvent.Type.PUBLISHED,
                        RotationEvent.Type.ENDED,
                        RotationEvent.Type.STARTED,
                        RotationEvent.Type.VERIFIED,
                        RotationEvent.Type.REVOKING,
                        RotationEvent.Type.REVOKED,
                        RotationEvent.Type.REVOCATION_PROVEN,
                        RotationEvent.Type.ENDED);
        assertThat(bench.events).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("nightly");
            assertThat(event.target()).isEqualTo(bench.rotator().target());
            assertThat(event.time()).isNotNull();
        });
        assertThat(bench.events.stream()
                        .map(RotationEvent::run)
                        .filter(run -> !run.isEmpty())
                        .collect(Collectors.toSet()))
                .hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise11KeysAndSecretsAreToldApart(World world) {
        Bench bench = Bench.of(world);
        WaitingForGrace outcome = (WaitingForGrace) bench.rotator().rotate();

        RotationEvent staged = bench.events.stream()
                .filter(event -> event.type() == RotationEvent.Type.STAGED)
                .findFirst()
                .orElseThrow();
        Secret secret = bench.contents().current().orElseThrow().secret();

        assertThat(staged.key()).contains(outcome.newKey().id());
        assertThat(staged.fingerprint()).contains(bench.journal.fingerprint().of(secret));
        assertThat(bench.events)
                .filteredOn(event -> event.type() == RotationEvent.Type.PUBLISHED)
                .allSatisfy(event -> assertThat(event.accessKeyId()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise11TheRequestIdOfTheProviderIsTold(World world) {
        Bench bench = Bench.of(world);

        bench.rotator().rotate();

        boolean tells = world instanceof CloudflareWorld;
        assertThat(bench.events.stream()
                        .filter(event -> event.type() == RotationEvent.Type.CREATED)
                        .flatMap(event -> event.requestId().stream()))
                .hasSize(tells ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise11NothingThatIsToldHoldsASecret(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));
        RotationOutcome outcome = bench.rotator().rotate();

        String told = bench.events
                + outcome.toString()
                + outcome.explanation()
                + bench.rotator().status()
                + bench.rotator().plan()
                + bench.journal.read(bench.rotator().target()).orElseThrow().content();

        assertThat(world.everySecret()).allSatisfy(secret -> assertThat(told).doesNotContain(secret.reveal()));
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise11AListenerThatFailsStopsNothingAndIsMentioned(World world) {
        Bench bench = Bench.of(world);

        RotationOutcome outcome = bench.rotator(builder -> builder.listener(event -> {
                    throw new IllegalStateException("no space left");
                }))
                .rotate();

        assertThat(outcome).isInstanceOf(WaitingForGrace.class);
        assertThat(((WaitingForGrace) outcome).warnings())
                .containsExactly("A listener failed with IllegalStateException.");
    }
}

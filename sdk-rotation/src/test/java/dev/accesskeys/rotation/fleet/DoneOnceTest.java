package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.cloudflare.CloudflareClient;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets of one organisation or account. */
class DoneOnceTest {

    private static final Fault GONE = Fault.status(503);

    private final Organisation first = new Organisation("org-first", 1);
    private final Organisation second = new Organisation("org-second", 2);
    private final MemoryStore a = first.store("memory:a");
    private final MemoryStore b = first.store("memory:b");
    private final MemoryStore other = second.store("memory:other");

    private static FleetReport rotate(Rotator... rotators) {
        return RotatorFleet.builder().addAll(List.of(rotators)).build().rotate();
    }

    private static List<Kind> kinds(FleetReport report) {
        return report.results().stream().map(FleetResult::kind).toList();
    }

    @Test
    void anOrganisationIsRotatedOnceAndTheStoreThatIsLeftBehindIsNamed() {
        FleetReport report = rotate(
                first.rotator(a).build(),
                first.rotator(b).build(),
                second.rotator(other).build());

        assertThat(kinds(report)).containsExactly(Kind.COMPLETED, Kind.STORE_BEHIND, Kind.COMPLETED);
        assertThat(first.rotations()).isEqualTo(1);
        assertThat(second.rotations()).isEqualTo(1);
        assertThat(report.results().get(1).brief())
                .isEqualTo("its store has another key: done with tensorpool " + first.fake.baseUrl() + " -> memory:a");
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void aStoreThatHasTheKeyInUseIsDoneWithTheOther() {
        Rotator leader = first.rotator(a).build();
        Rotator follower = first.rotator(b).build();
        rotate(leader, follower);
        b.replaceCurrent(a.read().current().orElseThrow());

        FleetReport report = rotate(leader, follower);

        assertThat(kinds(report)).containsExactly(Kind.NOT_DUE, Kind.DONE_WITH_ANOTHER);
        assertThat(report.results().get(1).brief())
                .isEqualTo("done with tensorpool " + first.fake.baseUrl() + " -> memory:a");
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void theOthersAreHeldBackIfTheFirstDoesNotEndWell() {
        first.fake
                .faults()
                .onNextCalls(9)
                .of("POST", "/object-storage/rotate-keys")
                .order(GONE);

        FleetReport report = rotate(first.rotator(a).build(), first.rotator(b).build());

        assertThat(report.results().get(0).kind().isGood()).isFalse();
        assertThat(report.results().get(1).kind()).isEqualTo(Kind.HELD_BACK);
        assertThat(report.results().get(1).explanation()).contains("second rotation");
        assertThat(first.fake.ledger().count("POST", "/object-storage/rotate-keys"))
                .isEqualTo(1);
    }

    @Test
    void whoeverHasBegunARotationFinishesItWhateverTheOrder() {
        Rotator begun = first.rotator(b)
                .verifier(request -> Verification.of(Verification.Answer.BAD_SIGNATURE))
                .build();
        RotationOutcome stopped = begun.rotate();

        FleetReport report = rotate(first.rotator(a).build(), first.rotator(b).build());

        assertThat(stopped.kind()).isEqualTo(RotationOutcome.Kind.NEEDS_OPERATOR);
        assertThat(kinds(report)).containsExactly(Kind.STORE_BEHIND, Kind.COMPLETED);
        assertThat(first.rotations()).isEqualTo(1);
    }

    @Test
    void whatCannotTellItsOrganisationIsNotRotated() {
        first.fake
                .faults()
                .onEveryCall()
                .of("GET", "/object-storage/credentials")
                .order(GONE);

        FleetReport report = rotate(
                first.rotator(a).build(),
                first.rotator(b).build(),
                second.rotator(other).build());

        assertThat(kinds(report)).containsExactly(Kind.FAILED, Kind.FAILED, Kind.COMPLETED);
        assertThat(report.results().get(0).brief()).isEqualTo("which organisation it is cannot be told");
        assertThat(first.rotations()).isZero();
    }

    @Test
    void aSingleTargetOfAnOrganisationNeedsNoExtraListing() {
        rotate(first.rotator(a).build());
        int alone = first.fake.ledger().entries().size();

        rotate(second.rotator(other).build(), new LinodeKeys(1).rotator(0).build());

        assertThat(second.fake.ledger().entries()).hasSize(alone);
    }

    @Test
    void anAccountThatItsAddressNamesIsRotatedOnce() {
        VirtualTime time = VirtualTime.create();
        FakeCloudflare cloudflare = FakeCloudflare.builder()
                .timeSource(time)
                .lastRotationAgo(Duration.ofDays(30))
                .inMemory();

        FleetReport report = rotate(account(cloudflare, time), account(cloudflare, time));

        assertThat(kinds(report)).containsExactly(Kind.COMPLETED, Kind.DONE_WITH_ANOTHER);
        assertThat(report.exitStatus()).isZero();
        assertThat(cloudflare.ledger().applied()).hasSize(1);
    }

    private static Rotator account(FakeCloudflare cloudflare, VirtualTime time) {
        return Rotator.builder()
                .service(CloudflareClient.builder()
                        .baseUrl(cloudflare.baseUrl())
                        .apiToken(cloudflare.apiToken())
                        .transport(cloudflare.transport())
                        .timeSource(time)
                        .build()
                        .accessKeys(cloudflare.accountId()))
                .journal(new MemoryJournal())
                .confirming(cloudflare.accountId())
                .timeSource(time)
                .build();
    }
}

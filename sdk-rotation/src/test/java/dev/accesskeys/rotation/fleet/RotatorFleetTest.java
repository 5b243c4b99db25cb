package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fleet does with its targets, one after the other. */
class RotatorFleetTest {

    private static RotatorFleetBuilder oneByOne() {
        return RotatorFleet.builder().inFlight(1);
    }

    private static List<Kind> kinds(FleetReport report) {
        return report.results().stream().map(FleetResult::kind).toList();
    }

    @Test
    void allKeysOfAnAccountAreRotatedAndLaterRevoked() {
        LinodeKeys linode = new LinodeKeys(5);
        RotatorFleet fleet = RotatorFleet.builder().addAll(linode.rotators()).build();

        FleetReport first = fleet.rotate();
        FleetReport again = fleet.rotate();
        linode.time.advance(Duration.ofHours(25));
        FleetReport last = fleet.rotate();

        assertThat(kinds(first)).containsOnly(Kind.WAITING_FOR_GRACE);
        assertThat(kinds(again)).containsOnly(Kind.WAITING_FOR_GRACE);
        assertThat(kinds(last)).containsOnly(Kind.COMPLETED);
        assertThat(linode.creates()).isEqualTo(5);
        assertThat(linode.fake.account().keys()).hasSize(5);
        assertThat(last.exitStatus()).isZero();
    }

    @Test
    void resultsComeInTheOrderInWhichTheTargetsWereAdded() {
        List<Rotator> rotators = new LinodeKeys(7).rotators();

        FleetReport report =
                RotatorFleet.builder().addAll(rotators).inFlight(3).build().rotate();

        assertThat(report.results())
                .extracting(FleetResult::target)
                .containsExactlyElementsOf(
                        rotators.stream().map(Rotator::target).toList());
    }

    @Test
    void targetsBeginInTheOrderInWhichTheyWereAdded() {
        LinodeKeys linode = new LinodeKeys(4);
        List<String> tried = Collections.synchronizedList(new ArrayList<>());
        RotatorFleetBuilder fleet = oneByOne();
        for (int number : new int[] {2, 0, 3, 1}) {
            String name = linode.stores.get(number).name();
            fleet.add(linode.rotator(number)
                    .verifier(request -> {
                        tried.add(name);
                        return linode.verifier().verify(request);
                    })
                    .build());
        }

        fleet.build().rotate();

        assertThat(tried).containsExactly("memory:1/key-3", "memory:1/key-1", "memory:1/key-4", "memory:1/key-2");
    }

    @Test
    void aDryRunChangesNothing() {
        LinodeKeys linode = new LinodeKeys(3);
        Organisation organisation = new Organisation("org-1", 1);

        FleetReport report = RotatorFleet.builder()
                .addAll(linode.rotators())
                .add(organisation.rotator(organisation.store("a")).build())
                .add(organisation.rotator(organisation.store("b")).build())
                .build()
                .plan();

        assertThat(kinds(report))
                .containsExactly(Kind.PLANNED, Kind.PLANNED, Kind.PLANNED, Kind.PLANNED, Kind.STORE_BEHIND);
        assertThat(report.results().get(3).plan()).isPresent();
        assertThat(report.results().get(3).brief()).isEqualTo("would rotate: CUT-OVER");
        assertThat(linode.fake.ledger().applied()).isEmpty();
        assertThat(organisation.fake.ledger().applied()).isEmpty();
    }

    @Test
    void whatWasLeftBehindIsSweptForEachTarget() {
        LinodeKeys linode = new LinodeKeys(2);
        linode.fake.faults().onCall(1).of("POST", "/object-storage/keys").order(Fault.applyThenDrop());
        linode.fake
                .faults()
                .onNextCalls(9)
                .of("DELETE", "/object-storage/keys/{keyId}")
                .order(Fault.status(503));
        RotatorFleet fleet = oneByOne().addAll(linode.rotators()).build();
        FleetReport rotated = fleet.rotate();
        linode.fake.faults().clear();
        linode.rotator(0).build().abandon();

        FleetReport swept = fleet.sweep();

        assertThat(kinds(rotated)).containsExactly(Kind.NEEDS_OPERATOR, Kind.WAITING_FOR_GRACE);
        assertThat(kinds(swept)).containsOnly(Kind.SWEPT);
        assertThat(swept.results().get(0).swept().orElseThrow().revoked()).hasSize(1);
        assertThat(swept.results().get(1).brief()).isEqualTo("nothing was left behind");
        assertThat(linode.fake.account().keys()).hasSize(3);
    }

    @Test
    void anExceptionOfOneTargetDoesNotStopTheOthersAndItsTextIsNotShown() {
        LinodeKeys linode = new LinodeKeys(3);
        Rotator broken = linode.rotator(1)
                .journal(new BrokenJournal(new IllegalStateException("password=hunter2")))
                .build();

        FleetReport report = oneByOne()
                .add(linode.rotator(0).build())
                .add(broken)
                .add(linode.rotator(2).build())
                .build()
                .rotate();

        assertThat(kinds(report)).containsExactly(Kind.WAITING_FOR_GRACE, Kind.FAILED, Kind.WAITING_FOR_GRACE);
        assertThat(report.results().get(1).brief()).isEqualTo("IllegalStateException");
        assertThat(report.toString())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("hunter2");
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void anErrorOfOneTargetDoesNotStopTheOthers() {
        LinodeKeys linode = new LinodeKeys(2);

        FleetReport report = oneByOne()
                .add(linode.rotator(0)
                        .journal(new BrokenJournal(new NoClassDefFoundError("vault/Client")))
                        .build())
                .add(linode.rotator(1).build())
                .build()
                .rotate();

        assertThat(kinds(report)).containsExactly(Kind.FAILED, Kind.WAITING_FOR_GRACE);
    }

    @Test
    void oneThatNeedsAnOperatorDoesNotStopTheOthers() {
        LinodeKeys linode = new LinodeKeys(3);

        FleetReport report = oneByOne()
                .add(linode.rotator(0).verifier(LinodeKeys.neverWorks()).build())
                .add(linode.rotator(1).build())
                .add(linode.rotator(2).build())
                .build()
                .rotate();

        assertThat(kinds(report)).containsExactly(Kind.NEEDS_OPERATOR, Kind.WAITING_FOR_GRACE, Kind.WAITING_FOR_GRACE);
        assertThat(report.results().get(0).outcome())
                .get()
                .isInstanceOfSatisfying(
                        NeedsOperator.class,
                        each -> assertThat(each.problem()).isEqualTo(RotationProblem.NOT_VERIFIED));
        assertThat(report.results().get(0).newKey()).isPresent();
    }

    @Test
    void aRefusalForTooManyRequestsIsAFailureOfThatTargetWithAClearText() {
        LinodeKeys linode = new LinodeKeys(2);
        linode.fake.faults().onNextCalls(4).of("GET", "/object-storage/keys").order(Fault.tooManyRequests());

        FleetReport report = oneByOne().addAll(linode.rotators()).build().rotate();

        assertThat(kinds(report)).containsExactly(Kind.REFUSED, Kind.WAITING_FOR_GRACE);
        assertThat(report.results().get(0).explanation()).contains("429");
    }

    @Test
    void aTargetThatIsNotDueIsGood() {
        LinodeKeys linode = new LinodeKeys(1);
        RotatorFleet fleet = oneByOne().addAll(linode.rotators()).build();
        fleet.rotate();
        linode.time.advance(Duration.ofHours(25));
        fleet.rotate();

        FleetReport report = fleet.rotate();

        assertThat(kinds(report)).containsExactly(Kind.NOT_DUE);
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void theSameTargetAddedTwiceIsDoneOnce() {
        LinodeKeys linode = new LinodeKeys(1);

        FleetReport report = oneByOne()
                .addAll(linode.rotators())
                .addAll(linode.rotators())
                .build()
                .rotate();

        assertThat(kinds(report)).containsExactly(Kind.WAITING_FOR_GRACE, Kind.DONE_WITH_ANOTHER);
        assertThat(linode.creates()).isEqualTo(1);
    }

    @Test
    void aFleetWithoutTargetsIsRefused() {
        assertThatThrownBy(() -> RotatorFleet.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no rotator");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        RotatorFleetBuilder fleet = RotatorFleet.builder().addAll(new LinodeKeys(1).rotators());

        assertThatThrownBy(() -> fleet.inFlight(0).build()).hasMessageContaining("inFlight must be from 1 to 64");
        assertThatThrownBy(() -> fleet.inFlight(65).build()).hasMessageContaining("given: 65");
        assertThatThrownBy(() -> fleet.inFlight(1).giveUpOnProviderAfter(0).build())
                .hasMessageContaining("giveUpOnProviderAfter");
    }

    @Test
    void anExecutorThatTakesNothingIsNamed() {
        RotatorFleet fleet = RotatorFleet.builder()
                .addAll(new LinodeKeys(1).rotators())
                .executor(task -> {
                    throw new java.util.concurrent.RejectedExecutionException();
                })
                .build();

        assertThatThrownBy(fleet::rotate)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("executor");
    }

    @Test
    void aFleetTellsItsSizeWithoutItsSettings() {
        assertThat(RotatorFleet.builder().addAll(new LinodeKeys(2).rotators()).build())
                .hasToString("RotatorFleet[2 targets, 4 in flight]");
    }
}

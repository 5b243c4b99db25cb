package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.testing.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider that fails several times in a row is left alone. */
class GivingUpTest {

    private static FleetReport rotate(int patience, List<Rotator> rotators) {
        return RotatorFleet.builder()
                .addAll(rotators)
                .inFlight(1)
                .giveUpOnProviderAfter(patience)
                .build()
                .rotate();
    }

    private static List<Kind> kinds(FleetReport report) {
        return report.results().stream().map(FleetResult::kind).toList();
    }

    @Test
    void aProviderThatFailsIsLeftAloneAndNotAskedAgainWhileOthersGoOn() {
        LinodeKeys linode = new LinodeKeys(6);
        Organisation organisation = new Organisation("org", 1);
        linode.fake.faults().onEveryCall().of("GET", "/object-storage/keys").order(Fault.status(503));
        List<Rotator> rotators = new ArrayList<>(linode.rotators());
        rotators.add(organisation.rotator(organisation.store("a")).build());
        rotate(9, rotators.subList(0, 1));
        int askedForOne = linode.fake.ledger().entries().size();

        FleetReport report = rotate(3, rotators);

        assertThat(kinds(report))
                .containsExactly(
                        Kind.REFUSED,
                        Kind.REFUSED,
                        Kind.REFUSED,
                        Kind.LEFT_ALONE,
                        Kind.LEFT_ALONE,
                        Kind.LEFT_ALONE,
                        Kind.COMPLETED);
        assertThat(report.results().get(3).brief()).isEqualTo("left alone after 3 failures");
        assertThat(linode.fake.ledger().entries()).hasSize(4 * askedForOne);
    }

    @Test
    void aSuccessEndsTheRow() {
        LinodeKeys linode = new LinodeKeys(6);
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            boolean good = number == 2 || number == 5;
            rotators.add(linode.rotator(number)
                    .verifier(good ? linode.verifier() : LinodeKeys.neverWorks())
                    .build());
        }

        FleetReport report = rotate(3, rotators);

        assertThat(report.count(Kind.NEEDS_OPERATOR)).isEqualTo(4);
        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(2);
    }

    @Test
    void whatTheJournalAloneAnswersDoesNotEndTheRow() {
        LinodeKeys linode = new LinodeKeys(5);
        List<Rotator> rotators = linode.rotators();
        rotate(3, rotators.subList(1, 2));
        linode.fake.faults().onEveryCall().of("GET", "/object-storage/keys").order(Fault.status(503));

        FleetReport report = rotate(2, rotators);

        assertThat(kinds(report))
                .containsExactly(Kind.REFUSED, Kind.WAITING_FOR_GRACE, Kind.REFUSED, Kind.LEFT_ALONE, Kind.LEFT_ALONE);
    }

    @Test
    void whatIsTheTargetsOwnFaultDoesNotCount() {
        LinodeKeys linode = new LinodeKeys(5);
        List<Rotator> rotators = linode.rotators();
        for (int number = 0; number < 4; number++) {
            linode.stores.get(number).replaceCurrent(null);
        }

        FleetReport report = rotate(1, rotators);

        assertThat(kinds(report))
                .containsExactly(Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.WAITING_FOR_GRACE);
    }

    @Test
    void keysThatNeverWorkCountSoThatNotAllAreLeftHalfWay() {
        LinodeKeys linode = new LinodeKeys(4);
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            rotators.add(
                    linode.rotator(number).verifier(LinodeKeys.neverWorks()).build());
        }

        FleetReport report = rotate(2, rotators);

        assertThat(kinds(report))
                .containsExactly(Kind.NEEDS_OPERATOR, Kind.NEEDS_OPERATOR, Kind.LEFT_ALONE, Kind.LEFT_ALONE);
        assertThat(linode.creates()).isEqualTo(2);
    }

    @Test
    void organisationsThatCannotBeToldApartAreNotAskedForEver() {
        Organisation organisation = new Organisation("org", 1);
        organisation
                .fake
                .faults()
                .onEveryCall()
                .of("GET", "/object-storage/credentials")
                .order(Fault.status(503));
        List<Rotator> rotators = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            rotators.add(organisation.rotator(organisation.store(name)).build());
        }

        FleetReport report = rotate(2, rotators);

        assertThat(kinds(report)).containsExactly(Kind.FAILED, Kind.FAILED, Kind.LEFT_ALONE, Kind.LEFT_ALONE);
        assertThat(report.exitStatus()).isEqualTo(2);
    }
}

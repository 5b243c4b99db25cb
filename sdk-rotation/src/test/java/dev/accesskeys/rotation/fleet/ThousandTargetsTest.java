package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.rotation.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A large fleet costs what its targets cost, and nothing more. */
class ThousandTargetsTest {

    private static final int ACCOUNTS = 100;
    private static final int KEYS = 10;

    @Test
    void aThousandTargetsSendAThousandTimesTheRequestsOfOne() {
        List<LinodeKeys> accounts = new ArrayList<>();
        RotatorFleetBuilder fleet = RotatorFleet.builder().inFlight(8);
        for (int account = 1; account <= ACCOUNTS; account++) {
            LinodeKeys keys = new LinodeKeys(account, KEYS);
            accounts.add(keys);
            fleet.addAll(keys.rotators());
        }
        LinodeKeys alone = new LinodeKeys(KEYS);
        alone.rotator(0).build().rotate();

        FleetReport report = fleet.build().rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(ACCOUNTS * KEYS);
        assertThat(accounts).allSatisfy(each -> {
            assertThat(each.creates()).isEqualTo(KEYS);
            assertThat(each.fake.ledger().entries())
                    .hasSize(KEYS * alone.fake.ledger().entries().size());
            assertThat(each.journal.targets()).hasSize(KEYS);
            assertThat(each.journal.targets())
                    .allSatisfy(target -> assertThat(each.journal.read(target).map(JournalEntry::content))
                            .hasValueSatisfying(
                                    content -> assertThat(content.length()).isLessThan(8 * 1024)));
        });
    }
}

package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.nscale.FakeNscale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller writes down before a rotation leads to its key, whatever becomes of the answer. */
class NscalePreparedRotationTest {

    private final String nonce = SuccessorName.newNonce();

    private static AccessKeyService keys(Nscale nscale) {
        return nscale.client().accessKeys(nscale.endpointId());
    }

    private static long changesSent(Nscale nscale) {
        return nscale.fake().ledger().entries().stream()
                .filter(entry -> !entry.method().equals("GET"))
                .count();
    }

    @Test
    void theHandleHasTheNameThatTheRotationThenGivesAndWhatWasThereBefore() {
        try (Nscale nscale = Nscale.create()) {
            KeyRotation rotation = KeyRotation.of(nscale.firstKey()).withNonce(nonce);

            PendingChange handle = keys(nscale).prepareRotation(rotation);
            long sent = changesSent(nscale);
            RotatedKey rotated = keys(nscale).rotateAsync(rotation).join();

            assertThat(sent).isZero();
            assertThat(handle.change()).isEqualTo("rotate");
            assertThat(handle.facts())
                    .containsOnlyKeys("endpoint", "name", "before")
                    .containsEntry("endpoint", nscale.endpointId())
                    .containsEntry("name", rotated.key().name());
            assertThat(handle.facts().get("before").split(" "))
                    .hasSize(2)
                    .contains(nscale.firstKeyId())
                    .doesNotContain(rotated.key().id().value());
        }
    }

    @Test
    void aKeyThatIsStillBeingSetUpIsSeenOnceItIsListed() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().keys(1).provisionedAfter(Lag.ofReads(3)))) {
            KeyRotation rotation = KeyRotation.of(nscale.firstKey()).withNonce(nonce);
            PendingChange handle = keys(nscale).prepareRotationAsync(rotation).join();
            keys(nscale).rotate(rotation);

            Verdict last = Verdict.NOT_SEEN;
            for (int look = 0; look < 9 && last == Verdict.NOT_SEEN; look++) {
                last = keys(nscale).reconcile(handle).verdict();
            }

            assertThat(last).isEqualTo(Verdict.APPLIED);
        }
    }

    @Test
    void aForeignSuccessorStopsItWhateverIsIgnored() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().project().addKey(SuccessorName.of("key-1", nscale.firstKey(), 63, nonce));
            KeyRotation rotation = KeyRotation.of(nscale.firstKey())
                    .withNonce(SuccessorName.newNonce())
                    .ignoringAttempts(Set.of(nonce));

            PendingChange handle = keys(nscale).prepareRotation(rotation);
            nscale.fake().project().addKey(SuccessorName.of("key-1", nscale.firstKey(), 63));

            assertThat(keys(nscale).reconcile(handle).verdict()).isEqualTo(Verdict.NOT_SEEN);
            assertThatThrownBy(() -> keys(nscale).prepareRotation(rotation)).isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> keys(nscale).rotate(rotation)).isInstanceOf(ValidationException.class);
            assertThat(changesSent(nscale)).isZero();
        }
    }

    @Test
    void withoutANonceNothingIsSent() {
        try (Nscale nscale = Nscale.create()) {
            assertThatThrownBy(() -> keys(nscale).prepareRotation(KeyRotation.of(nscale.firstKey())))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("nonce");

            assertThat(nscale.fake().ledger().entries()).isEmpty();
        }
    }

    @Test
    void theScopeNamesTheEndpoint() {
        try (Nscale nscale = Nscale.create()) {
            assertThat(keys(nscale).scope())
                    .hasToString("nscale https://storage.nscale.invalid " + nscale.endpointId());
        }
    }
}

package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.nscale.model.CreateObjectStorageEndpointRequest;
import dev.accesskeys.nscale.model.CreatedObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageEndpoint;
import dev.accesskeys.nscale.model.ObjectStorageEndpointCreateSpec;
import dev.accesskeys.nscale.model.ProvisioningStatus;
import dev.accesskeys.nscale.model.ResourceMetadata;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.nscale.FakeNscale;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NscaleWaitersTest {

    private static final FakeNscale.Builder SLOW = FakeNscale.builder()
            .keys(1)
            .foundAfter(Lag.of(Duration.ofSeconds(5)))
            .provisionedAfter(Lag.of(Duration.ofSeconds(40)))
            .goneAfter(Lag.of(Duration.ofSeconds(40)));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKeyIsAwaitedThroughNotFoundAndProvisioning(boolean asynchronous) throws Exception {
        try (Nscale nscale = Nscale.with(SLOW)) {
            CreatedObjectStorageAccessKey created = create(nscale);
            List<String> seen = new CopyOnWriteArrayList<>();
            NscaleWaiters waiters = nscale.client()
                    .waiters()
                    .with(WaitOptions.defaults()
                            .withListener(progress -> seen.add(progress.status()
                                    .map(ProvisioningStatus::value)
                                    .orElse("not found"))));

            String id = created.metadata().id();
            ObjectStorageAccessKey key = asynchronous
                    ? waiters.untilKeyProvisionedAsync(nscale.endpointId(), id).get(10, TimeUnit.SECONDS)
                    : waiters.untilKeyProvisioned(nscale.endpointId(), id);

            assertThat(key.metadata().provisioningStatus()).isEqualTo(ProvisioningStatus.PROVISIONED);
            assertThat(key.spec().accessKeyId()).isPresent();
            assertThat(seen).startsWith("not found").endsWith("provisioning").contains("not found", "provisioning");
            assertThat(nscale.time().passed()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
        }
    }

    @Test
    void theSecretIsInHandBeforeAnyLook() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            CreatedObjectStorageAccessKey created = create(nscale);

            assertThat(created.spec().secret())
                    .isEqualTo(
                            nscale.fake().project().secretOf(created.metadata().id()));
            assertThat(nscale.fake().ledger().entries()).hasSize(1);
            assertThat(created.metadata().provisioningStatus()).isEqualTo(ProvisioningStatus.PENDING);
        }
    }

    @Test
    void pausesGrowUpToTheLongest() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            WaitOptions options = WaitOptions.defaults().withPauses(Duration.ofSeconds(2), Duration.ofSeconds(8));

            nscale.client().waiters().with(options).untilKeyProvisioned(nscale.endpointId(), id);

            assertThat(nscale.time().waits())
                    .startsWith(
                            Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(8));
        }
    }

    @Test
    void theErrorStateIsReportedByItsName() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().failingProvisioning())) {
            String id = create(nscale).metadata().id();

            assertThatThrownBy(() -> nscale.client().waiters().untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOfSatisfying(
                            ProvisioningFailedException.class,
                            failure -> assertThat(failure.status()).isEqualTo(ProvisioningStatus.ERROR))
                    .hasMessageContaining("\"error\"")
                    .hasMessageContaining(id);
        }
    }

    @Test
    void aKeyThatSomebodyDeletesMeanwhileIsReported() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            nscale.client().objectStorageAccessKeys().delete(nscale.endpointId(), id);

            assertThatThrownBy(() -> nscale.client().waiters().untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(ProvisioningFailedException.class)
                    .hasMessageContaining("being taken down");
        }
    }

    @Test
    void notFoundAfterItWasSeenEndsTheWait() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            WaitOptions removing = WaitOptions.defaults().withListener(progress -> {
                if (progress.status().isPresent()) {
                    nscale.fake().project().removeKey(id);
                }
            });

            assertThatThrownBy(
                            () -> nscale.client().waiters().with(removing).untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theDeadlineTellsWhatWasSeenLast() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            WaitOptions options = WaitOptions.defaults().withDeadline(Duration.ofSeconds(20));

            assertThatThrownBy(
                            () -> nscale.client().waiters().with(options).untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("20 seconds")
                    .hasMessageContaining("\"provisioning\"");
            assertThat(nscale.time().passed()).isEqualTo(Duration.ofSeconds(20));
        }
    }

    @Test
    void aKeyThatIsNeverFoundEndsAtTheDeadline() {
        try (Nscale nscale = Nscale.create()) {
            WaitOptions options = WaitOptions.defaults().withDeadline(Duration.ofSeconds(20));

            assertThatThrownBy(() -> nscale.client()
                            .waiters()
                            .with(options)
                            .untilKeyProvisioned(nscale.endpointId(), "no-such-key"))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("not found");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDeletedKeyIsAwaitedUntilItIsGone(boolean asynchronous) throws Exception {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = nscale.firstKeyId();
            nscale.client().objectStorageAccessKeys().delete(nscale.endpointId(), id);

            NscaleWaiters waiters = nscale.client().waiters();
            if (asynchronous) {
                waiters.untilKeyGoneAsync(nscale.endpointId(), id).get(10, TimeUnit.SECONDS);
            } else {
                waiters.untilKeyGone(nscale.endpointId(), id);
            }

            assertThat(nscale.fake().project().keys()).isEmpty();
            assertThat(nscale.time().passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
        }
    }

    @Test
    void aDeletionThatFailsIsReported() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().keys(1).failingDeletion())) {
            String id = nscale.firstKeyId();
            nscale.client().objectStorageAccessKeys().delete(nscale.endpointId(), id);

            assertThatThrownBy(() -> nscale.client().waiters().untilKeyGone(nscale.endpointId(), id))
                    .isInstanceOf(ProvisioningFailedException.class)
                    .hasMessageContaining("taking it down has failed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEndpointIsAwaitedUntilItHasItsAddressAndUntilItIsGone(boolean asynchronous) throws Exception {
        try (Nscale nscale = Nscale.with(SLOW)) {
            ObjectStorageEndpoint created =
                    nscale.client().objectStorageEndpoints().create(endpointRequest(nscale));
            String id = created.metadata().id();
            NscaleWaiters waiters = nscale.client().waiters();

            ObjectStorageEndpoint endpoint = asynchronous
                    ? waiters.untilEndpointProvisionedAsync(id).get(10, TimeUnit.SECONDS)
                    : waiters.untilEndpointProvisioned(id);
            nscale.client().objectStorageEndpoints().delete(id);
            if (asynchronous) {
                waiters.untilEndpointGoneAsync(id).get(10, TimeUnit.SECONDS);
            } else {
                waiters.untilEndpointGone(id);
            }

            assertThat(NscaleS3Endpoints.of(created)).isEmpty();
            assertThat(NscaleS3Endpoints.of(endpoint)).hasSize(1);
            assertThatThrownBy(() -> nscale.client().objectStorageEndpoints().get(id))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aWaitOutlastsFailuresThatPass() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            List<WaitProgress> told = new CopyOnWriteArrayList<>();
            nscale.fake().faults().onNextCalls(6).of("GET", FakeNscale.KEY).order(Fault.status(503));

            nscale.client()
                    .waiters()
                    .with(WaitOptions.defaults().withListener(told::add))
                    .untilKeyProvisioned(nscale.endpointId(), id);

            assertThat(told.get(0).failure()).containsInstanceOf(ServerException.class);
            assertThat(told.get(0)).hasToString("WaitProgress[key " + id + ": no answer, looks=1, elapsed=PT0S]");
        }
    }

    @Test
    void aWaitEndsWhenNscaleFailsForGood() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            nscale.fake().faults().onEveryCall().of("GET", FakeNscale.KEY).order(Fault.status(503));

            assertThatThrownBy(() -> nscale.client().waiters().untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(ServerException.class);
        }
    }

    @Test
    void aRefusedTokenEndsAWaitAtOnce() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            nscale.fake().renewToken();

            assertThatThrownBy(() -> nscale.client().waiters().untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(nscale.time().waits()).isEmpty();
        }
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheWait() {
        try (Nscale nscale = Nscale.with(SLOW)) {
            String id = create(nscale).metadata().id();
            WaitOptions options = WaitOptions.defaults().withListener(progress -> {
                throw new IllegalStateException("on purpose");
            });

            ObjectStorageAccessKey key =
                    nscale.client().waiters().with(options).untilKeyProvisioned(nscale.endpointId(), id);

            assertThat(key.metadata().id()).isEqualTo(id);
        }
    }

    @Test
    void cancellingEndsTheWait() {
        VirtualTime time = VirtualTime.manual();
        FakeNscale fake = SLOW.timeSource(time).inMemory();
        try (NscaleClient client =
                Nscale.builder(fake).timeSource(time).token(fake.token()).build()) {
            String endpoint = fake.project().endpointId();
            String id = client.objectStorageAccessKeys()
                    .create(endpoint, Nscale.request("backup"))
                    .metadata()
                    .id();
            CompletableFuture<Void> looked = new CompletableFuture<>();
            CompletableFuture<ObjectStorageAccessKey> wait = client.waiters()
                    .with(WaitOptions.defaults().withListener(progress -> looked.complete(null)))
                    .untilKeyProvisionedAsync(endpoint, id);
            looked.join();

            boolean cancelled = wait.cancel(true);
            time.advance(Duration.ofMinutes(1));

            assertThat(cancelled).isTrue();
            assertThat(wait).isCancelled();
            assertThat(fake.ledger().count("GET", FakeNscale.KEY)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "../keys", "a.b", "-a", "a-"})
    void idsOfWrongFormAreRefusedBeforeAnythingIsSent(String id) {
        try (Nscale nscale = Nscale.create()) {
            NscaleWaiters waiters = nscale.client().waiters();

            assertThatThrownBy(() -> waiters.untilKeyProvisioned(nscale.endpointId(), id))
                    .isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> waiters.untilEndpointGone(id)).isInstanceOf(ValidationException.class);
            assertThat(nscale.fake().ledger().entries()).isEmpty();
        }
    }

    private static CreatedObjectStorageAccessKey create(Nscale nscale) {
        return nscale.client().objectStorageAccessKeys().create(nscale.endpointId(), Nscale.request("backup"));
    }

    private static CreateObjectStorageEndpointRequest endpointRequest(Nscale nscale) {
        return CreateObjectStorageEndpointRequest.builder()
                .metadata(ResourceMetadata.builder().name("second").build())
                .spec(ObjectStorageEndpointCreateSpec.builder()
                        .endpointClassId(nscale.fake().project().endpointClassId())
                        .organizationId(nscale.fake().project().organizationId())
                        .projectId(nscale.fake().project().projectId())
                        .regionId("eu-south-1")
                        .build())
                .build();
    }
}

package dev.accesskeys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.time.TimeSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ConformanceExtensionTest {

    /** A fake that answers wrongly in the place of that for {@code specs/linode.yaml} of this name. */
    private static final class FakeLinode extends FakeCloud {

        private FakeLinode(FakeApi api) {
            super("", api, TimeSource.system(), false);
        }

        static FakeLinode wrong() {
            return new FakeLinode(request -> FakeResponse.of(200, "application/json", "{\"secret\":\"hunter2\"}"));
        }

        static FakeLinode failing() {
            return new FakeLinode(request -> {
                throw new IllegalStateException("a mistake in the fake");
            });
        }

        void call() {
            Headers headers =
                    Headers.builder().set("Authorization", "Bearer hunter2").build();
            transport()
                    .send(
                            new TransportRequest(
                                    HttpMethod.GET,
                                    URI.create("https://fake.invalid/object-storage/keys"),
                                    headers,
                                    null),
                            new BodyLimits(1000, 1000))
                    .join();
        }
    }

    @EnabledIfSystemProperty(named = "conformance.sample", matches = "true")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Sample {

        private final FakeLinode ofTheInstance = FakeLinode.wrong();

        @Test
        @Order(1)
        void sendsNothing() {}

        @Test
        @Order(2)
        void getsAWrongAnswer() {
            FakeLinode.wrong().call();
        }

        @Test
        @Order(3)
        void getsAWrongAnswerFromTheFakeOfTheInstance() {
            ofTheInstance.call();
        }

        @Test
        @Order(4)
        void getsAWrongAnswerOnAnotherThread() {
            FakeLinode fake = FakeLinode.wrong();
            CompletableFuture.runAsync(fake::call).join();
        }

        @Test
        @Order(5)
        void ordersAWrongAnswer() {
            FakeLinode fake = FakeLinode.wrong();
            fake.faults().onCall(1).order(Fault.answer(FakeResponse.of(204)));
            fake.call();
        }

        @Test
        @Order(6)
        @Tag("undocumented")
        void doesSoOnPurpose() {
            FakeLinode.wrong().call();
        }

        @Test
        @Order(7)
        void meetsAFakeThatFails() {
            FakeLinode.failing().call();
        }
    }

    @EnabledIfSystemProperty(named = "conformance.sample", matches = "true")
    static class SampleOfAClass {

        private static FakeLinode fake;

        @BeforeAll
        static void start() {
            fake = FakeLinode.wrong();
        }

        @Test
        void sendsNothing() {}

        @AfterAll
        static void stop() {
            fake.call();
        }
    }

    @Test
    void theTestFailsInWhichSomethingIsNotAsDocumented() {
        List<Event> failed = failedIn(Sample.class);

        assertThat(failed)
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .containsExactly(
                        "getsAWrongAnswer()",
                        "getsAWrongAnswerFromTheFakeOfTheInstance()",
                        "getsAWrongAnswerOnAnotherThread()",
                        "meetsAFakeThatFails()");
    }

    @Test
    void whatIsSentBehindTheLastTestMakesTheClassFail() {
        List<Event> failed = failedIn(SampleOfAClass.class);

        assertThat(failed)
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .containsExactly("ConformanceExtensionTest$SampleOfAClass");
    }

    @Test
    void theMessageNamesTheOperationAndThePlaceButNoValue() {
        List<Event> failed = failedIn(Sample.class);

        assertThat(failed.get(0).getPayload().orElseThrow().toString())
                .contains("linode listObjectStorageKeys: body of the answer 200 at /: lacks the member data")
                .doesNotContain("hunter2");
    }

    @Test
    void theExchangesAreCounted() {
        long before = Exchanges.checked("linode");

        failedIn(Sample.class);

        assertThat(Exchanges.checked("linode") - before).isEqualTo(4);
        assertThat(Exchanges.checked("nobody")).isZero();
    }

    private static List<Event> failedIn(Class<?> sample) {
        // The sample is to run as if no test were running already.
        assertThat(Findings.end()).isEmpty();
        System.setProperty("conformance.sample", "true");
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                    .selectors(selectClass(sample))
                    .execute()
                    .allEvents()
                    .failed()
                    .list();
        } finally {
            System.clearProperty("conformance.sample");
        }
    }
}

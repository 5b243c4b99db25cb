package dev.accesskeys.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.error.NotSentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdAtTokenEndpointTest {

    private static final int CROWD = 50;

    private final ExecutorService threads = Executors.newFixedThreadPool(CROWD);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void fiftyThreadsMakeOneRequest() throws Exception {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.then(slow("first"));

            List<String> all = results(crowd(tokens::token));

            assertThat(all).hasSize(CROWD).containsOnly("first");
            assertThat(tokens.requests()).isEqualTo(1);
        }
    }

    @Test
    void fiftyThreadsWithARefusedTokenMakeOneRequest() throws Exception {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).then(slow("second"));
            Secret refused = tokens.credentials().credential();

            List<Boolean> all = results(crowd(() -> tokens.credentials().refresh(refused)));

            assertThat(all).hasSize(CROWD).containsOnly(true);
            assertThat(tokens.token()).isEqualTo("second");
            assertThat(tokens.requests()).isEqualTo(2);
        }
    }

    @Test
    void oneRenewsAheadAndTheOthersGoOnWithTheOldToken() throws Exception {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).then(slow("second"));
            tokens.token();
            tokens.time().advance(Duration.ofMinutes(56));

            List<String> all = results(crowd(tokens::token));

            assertThat(all).containsOnly("first", "second").contains("first");
            assertThat(tokens.token()).isEqualTo("second");
            assertThat(tokens.requests()).isEqualTo(2);
        }
    }

    @Test
    void whoWaitedForARequestThatFailedSharesItsFailure() throws Exception {
        try (TokenServer tokens = TokenServer.start()) {
            MockResponse down = new MockResponse.Builder()
                    .code(503)
                    .setHeader("Retry-After", "600")
                    .headersDelay(500, TimeUnit.MILLISECONDS)
                    .build();
            for (int i = 0; i < CROWD; i++) {
                tokens.then(down);
            }

            for (Future<String> each : crowd(tokens::token)) {
                assertThat(failureOf(each)).isInstanceOf(NotSentException.class);
            }

            assertThat(tokens.requests()).isLessThan(5);
        }
    }

    private static MockResponse slow(String token) {
        return new MockResponse.Builder()
                .body("{\"access_token\":\"" + token + "\",\"expires_in\":3600}")
                .headersDelay(300, TimeUnit.MILLISECONDS)
                .build();
    }

    private <T> List<Future<T>> crowd(Supplier<T> call) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(CROWD);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            all.add(threads.submit(() -> {
                ready.countDown();
                go.await();
                return call.get();
            }));
        }
        ready.await();
        go.countDown();
        return all;
    }

    private static <T> List<T> results(List<Future<T>> crowd) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> each : crowd) {
            results.add(each.get(20, TimeUnit.SECONDS));
        }
        return results;
    }

    private static Throwable failureOf(Future<?> future) throws Exception {
        try {
            future.get(20, TimeUnit.SECONDS);
            return new AssertionError("no failure");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}

package dev.accesskeys.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.CallOptions;
import dev.accesskeys.RateLimit;
import dev.accesskeys.Response;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final Operation<PageContent<String>> LIST = Operation.<PageContent<String>>builder(
                    "example", "list", HttpMethod.GET, "/names")
            .page(PageContent.decoder("data", "page", "pages", "results", JsonReader::readString))
            .build();

    private final Paging paging = Paging.numbered("page");
    private final TwoPages caller = new TwoPages();

    @Test
    void givesAPageWithItsCircumstances() {
        Response<Page<String>> response = paging.respond(caller, Invocation.of(LIST));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.requestId()).contains("id");
        assertThat(response.value().items()).containsExactly("a");
        assertThat(response.value().next().items()).containsExactly("b");
        assertThat(caller.sent).containsExactly("/names", "/names?page=2");
    }

    @Test
    void givesAPageWithItsCircumstancesLater() {
        Response<Page<String>> response =
                paging.respondAsync(caller, Invocation.of(LIST)).join();

        assertThat(response.attempts()).isEqualTo(1);
        assertThat(response.value().nextAsync().join().hasNext()).isFalse();
    }

    @Test
    void walksAllPages() {
        assertThat(paging.listing(caller, Invocation.of(LIST))).containsExactly("a", "b");
    }

    /** Answers with one of two pages, at once. */
    private static final class TwoPages implements Caller {

        private final List<String> sent = new ArrayList<>();

        @Override
        public <T> Response<T> respond(Invocation<T> invocation) {
            String target = invocation.pathAndQuery();
            sent.add(target);
            boolean second = target.endsWith("page=2");
            String page = "{\"data\":[\"" + (second ? "b" : "a") + "\"],\"page\":" + (second ? 2 : 1)
                    + ",\"pages\":2,\"results\":2}";
            JsonReader in = JsonReader.of(page.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
            T value = invocation.operation().read(in);
            return new Response<>(
                    value,
                    200,
                    Headers.empty(),
                    "id",
                    RateLimit.from(Headers.empty(), Instant.EPOCH),
                    1,
                    Duration.ZERO);
        }

        @Override
        public <T> CompletableFuture<T> callAsync(Invocation<T> invocation) {
            return CompletableFuture.completedFuture(call(invocation));
        }

        @Override
        public <T> CompletableFuture<Response<T>> respondAsync(Invocation<T> invocation) {
            return CompletableFuture.completedFuture(respond(invocation));
        }

        @Override
        public Caller with(CallOptions options) {
            return this;
        }
    }
}

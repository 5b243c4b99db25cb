package dev.accesskeys.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.InconsistentListingException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.TestOperations;
import dev.accesskeys.testprovider.Thing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walking over a list that comes in pages. */
@Timeout(20)
class ListingTest {

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void nothingIsSentBeforeTheFirstEntryIsAskedFor() {
        try (RawServer server = RawServer.replying(page(1, 1, 1));
                TestClient client = Clients.of(server).build()) {

            Iterator<Thing> iterator = client.listAll().iterator();
            Stream<Thing> stream = client.listAll().stream();
            Iterator<Page<Thing>> pages = client.listAll().pages().iterator();

            assertThat(server.connections()).isZero();
            assertThat(pages.hasNext()).isTrue();
            assertThat(stream).hasSize(2);
            assertThat(iterator.next().id()).isEqualTo(101);
        }
    }

    @Test
    void allEntriesOfAllPagesComeInTheirOrder() {
        try (RawServer server = RawServer.replying(page(1, 3, 5), page(2, 3, 5), page(3, 3, 5));
                TestClient client = Clients.of(server).build()) {

            List<Long> ids = client.listAll().stream().map(Thing::id).toList();

            assertThat(ids).containsExactly(101L, 102L, 201L, 202L, 301L, 302L);
            assertThat(server.requests())
                    .extracting(request -> request.target())
                    .containsExactly("/things", "/things?page=2", "/things?page=3");
        }
    }

    @Test
    void exactlyOnePageIsFetchedAhead() throws InterruptedException {
        try (RawServer server = RawServer.replying(page(1, 9, 18), page(2, 9, 18), page(3, 9, 18));
                TestClient client = Clients.of(server).build()) {
            Iterator<Thing> iterator = client.listAll().iterator();

            iterator.next();
            server.awaitRequest();
            server.awaitRequest();
            assertThat(server.requests()).hasSize(2);

            iterator.next();
            assertThat(server.requests()).hasSize(2);

            iterator.next();
            server.awaitRequest();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aStreamThatEndsEarlyFetchesNoFurther() {
        try (RawServer server = RawServer.replying(page(1, 9, 18), page(2, 9, 18), page(3, 9, 18));
                TestClient client = Clients.of(server).build()) {

            Thing first = client.listAll().stream().findFirst().orElseThrow();

            assertThat(first.id()).isEqualTo(101);
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void anEmptyListHasNoEntries() {
        for (int pages : new int[] {0, 1}) {
            try (RawServer server = RawServer.replying(
                            Reply.json(200, "{\"data\":[],\"page\":1,\"pages\":" + pages + ",\"results\":0}"));
                    TestClient client = Clients.of(server).build()) {
                Iterator<Thing> iterator = client.listAll().iterator();

                assertThat(iterator.hasNext()).isFalse();
                assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
                assertThat(client.firstPage().hasNext()).isFalse();
                assertThatThrownBy(() -> client.firstPage().next()).isInstanceOf(NoSuchElementException.class);
            }
        }
    }

    /** A cache, or a server, that ignores the number. */
    @Test
    void aListThatGoesInACircleEndsTheWalk() {
        try (RawServer server = RawServer.replying(page(1, 3, 6));
                TestClient client = Clients.of(server).build()) {

            List<Long> seen = new ArrayList<>();
            Throwable thrown = catchThrowable(() -> client.listAll().forEach(thing -> seen.add(thing.id())));

            assertThat(thrown).isInstanceOf(InconsistentListingException.class).hasMessageContaining("circle");
            assertThat(seen).containsExactly(101L, 102L);
        }
    }

    @Test
    void aListThatGetsShorterEndsTheWalkUnlessThatIsAllowed() {
        Reply[] replies = {page(1, 3, 6), page(2, 3, 5), page(3, 3, 5)};
        try (RawServer server = RawServer.replying(replies);
                RawServer again = RawServer.replying(replies);
                TestClient client = Clients.of(server).build();
                TestClient other = Clients.of(again).build()) {

            assertThatThrownBy(() -> client.listAll().stream().count())
                    .isInstanceOf(InconsistentListingException.class)
                    .hasMessageContaining("1 of 6");
            assertThat(other.listAll().allowShrinking().stream().count()).isEqualTo(6);
        }
    }

    @Test
    void aListThatGrowsIsWalkedToItsNewEnd() {
        try (RawServer server = RawServer.replying(page(1, 2, 4), page(2, 3, 6), page(3, 3, 6));
                TestClient client = Clients.of(server).build()) {

            assertThat(client.listAll().stream().count()).isEqualTo(6);
        }
    }

    @Test
    void aWalkTakesNoMorePagesThanAllowed() {
        try (RawServer server = RawServer.replying(page(1, 9, 18), page(2, 9, 18), page(3, 9, 18));
                TestClient client = Clients.of(server).build()) {
            List<Long> seen = new ArrayList<>();

            Throwable thrown =
                    catchThrowable(() -> client.listAll().maxPages(2).forEach(thing -> seen.add(thing.id())));

            assertThat(thrown).isInstanceOf(InconsistentListingException.class).hasMessageContaining("more than 2");
            assertThat(seen).hasSize(4);
            assertThat(server.requests()).hasSize(2);
            assertThatThrownBy(() -> client.listAll().maxPages(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The entries that came before are still good. */
    @Test
    void aFailureOfThePageAheadIsThrownWhenItIsReached() {
        try (RawServer server = RawServer.replying(page(1, 2, 4), Reply.status(403));
                TestClient client = Clients.of(server).build()) {
            Iterator<Thing> iterator = client.listAll().iterator();

            assertThat(iterator.next().id()).isEqualTo(101);
            assertThat(iterator.next().id()).isEqualTo(102);

            assertThatThrownBy(iterator::next).isInstanceOf(PermissionDeniedException.class);
        }
    }

    /** An iterator that failed goes on where it was. */
    @Test
    void aPageThatFailedCanBeAskedForAgain() {
        try (RawServer server = RawServer.replying(page(1, 2, 4), Reply.status(403), page(2, 2, 4));
                TestClient client = Clients.of(server).build()) {
            Iterator<Page<Thing>> pages = client.listAll().pages().iterator();
            pages.next();

            assertThatThrownBy(pages::next).isInstanceOf(PermissionDeniedException.class);

            assertThat(pages.next().number()).isEqualTo(2);
            assertThat(pages.hasNext()).isFalse();
        }
    }

    @Test
    void anInterruptEndsTheWaitForThePageAhead() throws InterruptedException {
        try (RawServer server = RawServer.replying(page(1, 2, 4), Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            Iterator<Page<Thing>> pages = client.listAll().pages().iterator();
            pages.next();
            server.awaitStall();
            Thread.currentThread().interrupt();

            Throwable thrown = catchThrowable(pages::next);

            assertThat(thrown).isInstanceOf(CallCancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
            server.awaitDrop();
        }
    }

    @Test
    void everyIteratorWalksAnew() {
        try (RawServer server = RawServer.replying(page(1, 1, 2));
                TestClient client = Clients.of(server).build()) {
            Listing<Thing> all = client.listAll();

            assertThat(all).hasSize(2);
            assertThat(all).hasSize(2);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void pagesAreWalkedWithoutWaiting() {
        try (RawServer server = RawServer.replying(page(1, 2, 3), page(2, 2, 3));
                TestClient client = Clients.of(server).build()) {
            CompletableFuture<Page<Thing>> first = TestOperations.PAGING.pageAsync(client.caller(), TestClient.list());

            Page<Thing> second = CallStyle.await(first.thenCompose(Page::nextAsync));

            assertThat(second.number()).isEqualTo(2);
            assertThat(second.hasNext()).isFalse();
            assertThat(second.toString()).isEqualTo("Page[2 of 2, 2 of 3 entries]");
        }
    }

    /** A list of a million entries must not need a stack of a million calls. */
    @Test
    void thousandsOfPagesAreCollectedWithoutWaiting() {
        int pages = 2_000;
        Reply any = connection -> {
            String target = connection.lastTarget();
            int number = target.contains("page=") ? Integer.parseInt(target.replaceAll(".*page=", "")) : 1;
            return page(number, pages, 2L * pages).write(connection);
        };
        try (RawServer server = RawServer.replying(any);
                TestClient client = Clients.of(server).build()) {

            List<Thing> all = CallStyle.await(
                    Page.collectAsync(TestOperations.PAGING.pageAsync(client.caller(), TestClient.list())));

            assertThat(all).hasSize(2 * pages);
        }
    }

    private static Reply page(int number, int pages, long total) {
        String entries = "{\"id\":" + number + "01,\"name\":\"a\"},{\"id\":" + number + "02,\"name\":\"b\"}";
        return Reply.json(
                200,
                "{\"pages\":" + pages + ",\"data\":[" + entries + "],\"page\":" + number + ",\"results\":" + total
                        + "}");
    }
}

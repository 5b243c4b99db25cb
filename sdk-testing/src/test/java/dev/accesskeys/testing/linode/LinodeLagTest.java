package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinodeLagTest {

    private final VirtualTime time = VirtualTime.create();

    private static boolean isListed(Calls calls, String label) throws IOException {
        return Linode.labels(calls.get(KEYS)).contains(label);
    }

    @Test
    void withoutALagListsShowTheTruth() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder().inMemory());

        long id = Linode.create(calls, "backup");
        assertThat(isListed(calls, "backup")).isTrue();
        calls.delete(KEYS + "/" + id);
        assertThat(isListed(calls, "backup")).isFalse();
    }

    @Test
    void aNewKeyIsListedAfterSomeReads() throws IOException {
        Calls calls = Linode.calls(
                FakeLinode.builder().newKeysListedAfter(Lag.ofReads(2)).inMemory());

        long id = Linode.create(calls, "backup");

        assertThat(isListed(calls, "backup")).isFalse();
        assertThat(isListed(calls, "backup")).isFalse();
        assertThat(calls.get(KEYS + "/" + id).status()).isEqualTo(200);
        assertThat(isListed(calls, "backup")).isTrue();
    }

    @Test
    void aNewKeyIsListedAfterSomeTime() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder()
                .timeSource(time)
                .newKeysListedAfter(Lag.of(Duration.ofSeconds(5)))
                .inMemory());

        Linode.create(calls, "backup");
        time.advance(Duration.ofSeconds(4));
        assertThat(isListed(calls, "backup")).isFalse();

        time.advance(Duration.ofSeconds(1));
        assertThat(isListed(calls, "backup")).isTrue();
    }

    @Test
    void aDeletedKeyIsStillListedForSomeReads() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder()
                .keys(3)
                .deletedKeysListedFor(Lag.ofReads(1))
                .inMemory());
        calls.get(KEYS);

        calls.delete(KEYS + "/3000002");

        assertThat(Linode.labels(calls.get(KEYS))).containsExactly("key-1", "key-2", "key-3");
        assertThat(calls.get(KEYS + "/3000002").status()).isEqualTo(404);
        assertThat(Linode.labels(calls.get(KEYS))).containsExactly("key-1", "key-3");
    }

    @Test
    void aDeletedKeyIsStillListedForSomeTime() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder()
                .timeSource(time)
                .keys(1)
                .deletedKeysListedFor(Lag.of(Duration.ofSeconds(5)))
                .inMemory());

        calls.delete(KEYS + "/3000001");
        assertThat(isListed(calls, "key-1")).isTrue();

        time.advance(Duration.ofSeconds(5));
        assertThat(isListed(calls, "key-1")).isFalse();
    }

    @Test
    void aKeyThatNoListEverShowedIsNotShownAfterItsEndEither() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder().lag(Lag.ofReads(1)).inMemory());

        long id = Linode.create(calls, "backup");
        calls.delete(KEYS + "/" + id);

        assertThat(isListed(calls, "backup")).isFalse();
    }

    @Test
    void whatIsDoneBehindTheClientsBackShowsAtOnce() throws IOException {
        FakeLinode fake = FakeLinode.builder().lag(Lag.ofReads(5)).inMemory();
        Calls calls = Linode.calls(fake);

        LinodeKey key = fake.account().addKey("by-hand");
        assertThat(isListed(calls, "by-hand")).isTrue();
        fake.account().removeKey(key.id());
        assertThat(isListed(calls, "by-hand")).isFalse();
        assertThat(fake.ledger().applied()).isEmpty();
    }
}

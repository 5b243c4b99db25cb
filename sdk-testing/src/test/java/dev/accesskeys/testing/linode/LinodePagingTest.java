package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinodePagingTest {

    @ParameterizedTest
    @EnumSource(Face.class)
    void pagesTogetherHoldEveryKeyOnce(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder().keys(60))) {
            Calls calls = Linode.calls(fake, face);

            List<String> labels = new ArrayList<>();
            for (int page = 1; page <= 3; page++) {
                labels.addAll(Linode.labels(calls.get(KEYS + "?page=" + page + "&page_size=25")));
            }

            assertThat(labels)
                    .isEqualTo(
                            fake.account().keys().stream().map(LinodeKey::label).toList());
        }
    }

    @Test
    void thePageTellsWhereItStands() throws IOException {
        Answer page = Linode.calls(FakeLinode.builder().keys(60).inMemory()).get(KEYS + "?page=3&page_size=25");

        assertThat(Linode.labels(page)).hasSize(10);
        assertThat(page.number("page")).isEqualTo(3);
        assertThat(page.number("pages")).isEqualTo(3);
        assertThat(page.number("results")).isEqualTo(60);
    }

    @Test
    void aPageHas100KeysUnlessAskedOtherwise() throws IOException {
        Answer page = Linode.calls(FakeLinode.builder().keys(101).inMemory()).get(KEYS);

        assertThat(Linode.labels(page)).hasSize(100);
        assertThat(page.number("pages")).isEqualTo(2);
    }

    @Test
    void anEmptyListHasOnePage() throws IOException {
        Answer page = Linode.calls(FakeLinode.builder().inMemory()).get(KEYS);

        assertThat(page.text()).isEqualTo("{\"data\": [], \"page\": 1, \"pages\": 1, \"results\": 0}");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=x, page",
        "page_size=24, page_size",
        "page_size=501, page_size",
        "page_size=, page_size"
    })
    void whatIsOutOfRangeIsRefused(String query, String field) throws IOException {
        Answer answer = Linode.calls(FakeLinode.builder().inMemory()).get(KEYS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Linode.field(answer)).isEqualTo(field);
    }

    @Test
    void aPagePastTheLastOneIsEmptyOrNotFound() throws IOException {
        Calls empty = Linode.calls(FakeLinode.builder().keys(3).inMemory());
        Calls notFound = Linode.calls(
                FakeLinode.builder().quirks(LinodeQuirk.PAGE_PAST_END_NOT_FOUND).inMemory());

        assertThat(Linode.labels(empty.get(KEYS + "?page=2"))).isEmpty();
        assertThat(empty.get(KEYS + "?page=" + Integer.MAX_VALUE).status()).isEqualTo(200);
        assertThat(notFound.get(KEYS + "?page=2").status()).isEqualTo(404);
        assertThat(notFound.get(KEYS).status()).isEqualTo(200);
    }

    @Test
    @Timeout(60)
    void aHundredThousandKeysCanBeWalked() throws IOException {
        FakeLinode fake = FakeLinode.builder().keys(100_000).inMemory();
        Calls calls = Linode.calls(fake);

        Set<Long> ids = new HashSet<>();
        for (int page = 1; page <= 200; page++) {
            calls.get(KEYS + "?page_size=500&page=" + page).json().members().get("data").elements().stream()
                    .map(key -> key.member("id").flatMap(JsonValue::asNumber).orElseThrow())
                    .forEach(id -> ids.add(id.longValueExact()));
        }

        assertThat(ids).hasSize(100_000);
        assertThat(fake.ledger().count("GET", KEYS)).isEqualTo(200);
    }

    @Test
    void bucketsAndEndpointsArePagedToo() throws IOException {
        FakeLinode.Builder builder = FakeLinode.builder();
        for (int i = 1; i <= 30; i++) {
            builder.bucket("us-lax", "bucket-" + i);
        }
        Calls calls = Linode.calls(builder.inMemory());

        assertThat(Linode.labels(calls.get("/object-storage/buckets?page=2&page_size=25")))
                .hasSize(5);
        assertThat(calls.get("/object-storage/endpoints?page_size=7").status()).isEqualTo(400);
    }
}

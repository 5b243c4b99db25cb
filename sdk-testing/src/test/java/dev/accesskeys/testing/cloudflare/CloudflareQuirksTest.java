package dev.accesskeys.testing.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CloudflareQuirksTest {

    @Test
    void theFieldsCanStandBesideTheResult() throws IOException {
        Answer answer = get(CloudflareQuirk.FIELDS_BESIDE_RESULT);

        assertThat(answer.text())
                .startsWith("{\"days_until_next_rotation\":")
                .doesNotContain("\"result\"")
                .contains("\"success\":true");
    }

    @Test
    void numbersCanHaveAFraction() throws IOException {
        assertThat(get(CloudflareQuirk.NUMBERS_WITH_FRACTION).text()).contains("\"key_rotation_interval_days\":90.0");
    }

    @Test
    void fieldsCanBeMissing() throws IOException {
        assertThat(get(CloudflareQuirk.WITHOUT_LAST_ROTATION).text())
                .contains("days_until_next_rotation")
                .doesNotContain("last_key_rotation_at");
        assertThat(get(CloudflareQuirk.WITHOUT_ANY_FIELD).text()).contains("\"result\":{}");
    }

    @Test
    void failuresCanBeShort() throws IOException {
        FakeCloudflare fake =
                FakeCloudflare.builder().quirks(CloudflareQuirk.SHORT_FAILURES).inMemory();

        Answer answer = Calls.to(fake, Face.IN_MEMORY).get(Cloudflare.keys(fake));

        assertThat(answer.text())
                .isEqualTo(
                        "{\"success\":false,\"errors\":[{\"code\":10001,\"message\":\"Unable to authenticate request\"}]}");
    }

    @Test
    void failuresCanComeWithStatus200() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder()
                .quirks(CloudflareQuirk.FAILURES_WITH_STATUS_200)
                .inMemory();

        Answer answer = Calls.to(fake, Face.IN_MEMORY).get(Cloudflare.keys(fake));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Cloudflare.code(answer)).isEqualTo(10001);
    }

    @Test
    void aFaultCanRefuseWithACauseOrFailAfterApplying() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder().inMemory();
        fake.faults().onCall(1).order(CloudflareFaults.refusedBecause(400, 6003, 6103, "Invalid format"));
        fake.faults().onCall(2).order(CloudflareFaults.appliedButFailed());
        Calls calls = Cloudflare.calls(fake);

        Answer refused = calls.post(Cloudflare.rotate(fake), "");
        Answer failed = calls.post(Cloudflare.rotate(fake), "");

        assertThat(Cloudflare.chain(refused)).extracting(Cloudflare::code).containsExactly(6103L);
        assertThat(failed.status()).isEqualTo(500);
        assertThat(fake.ledger().applied()).hasSize(1);
    }

    private static Answer get(CloudflareQuirk quirk) throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder().quirks(quirk).inMemory();
        return Cloudflare.calls(fake).get(Cloudflare.keys(fake));
    }
}

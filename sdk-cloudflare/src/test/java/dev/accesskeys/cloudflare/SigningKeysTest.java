package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.RateLimit;
import dev.accesskeys.Response;
import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.cloudflare.model.UpdateSigningKeysRequest;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.cloudflare.CloudflareQuirk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final Instant LAST = Instant.parse("2029-12-02T00:00:00Z");

    @Test
    void getReadsTheSchedule() {
        Fixture fixture = Fixture.create();

        SigningKeySchedule schedule = fixture.keys.get(fixture.account);

        assertThat(schedule.daysUntilNextRotation()).contains(BigDecimal.valueOf(60));
        assertThat(schedule.keyRotationIntervalDays()).contains(BigDecimal.valueOf(90));
        assertThat(schedule.lastKeyRotationAt()).contains(LAST);
        assertThat(fixture.keys.getAsync(fixture.account).join()).isEqualTo(schedule);
    }

    @ParameterizedTest
    @EnumSource(
            value = CloudflareQuirk.class,
            names = {"FIELDS_BESIDE_RESULT", "NUMBERS_WITH_FRACTION"})
    void theScheduleIsReadInEveryShape(CloudflareQuirk quirk) {
        Fixture fixture = Fixture.with(fake -> fake.quirks(quirk));

        SigningKeySchedule schedule = fixture.keys.get(fixture.account);

        assertThat(schedule.keyRotationIntervalDays().orElseThrow()).isEqualByComparingTo("90");
        assertThat(schedule.lastKeyRotationAt()).contains(LAST);
    }

    @Test
    void allOfTheScheduleMayBeMissing() {
        Fixture fixture = Fixture.with(fake -> fake.quirks(CloudflareQuirk.WITHOUT_ANY_FIELD));

        SigningKeySchedule schedule = fixture.keys.get(fixture.account);

        assertThat(schedule.daysUntilNextRotation()).isEmpty();
        assertThat(schedule.keyRotationIntervalDays()).isEmpty();
        assertThat(schedule.lastKeyRotationAt()).isEmpty();
    }

    @Test
    void updateSetsTheInterval() {
        Fixture fixture = Fixture.create();

        SigningKeySchedule now = fixture.keys.update(fixture.account, interval(21));
        SigningKeySchedule later =
                fixture.keys.updateAsync(fixture.account, interval(365)).join();

        assertThat(now.keyRotationIntervalDays()).contains(BigDecimal.valueOf(21));
        assertThat(later.keyRotationIntervalDays()).contains(BigDecimal.valueOf(365));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 366, 0, -1})
    void anIntervalOutOfRangeIsRefusedBeforeAnythingIsSent(int days) {
        assertThatThrownBy(() -> interval(days))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("key_rotation_interval_days must be from 21 to 365; given: " + days);
    }

    @Test
    void anAccountIdOf33CharactersOrNoneIsRefusedBeforeAnythingIsSent() {
        Fixture fixture = Fixture.create();

        for (String account : new String[] {"a".repeat(33), "", "..", "a\nb"}) {
            assertThatThrownBy(() -> fixture.keys.get(account)).isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> fixture.keys.rotate(account)).isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> fixture.keys.update(account, interval(30)))
                    .isInstanceOf(ValidationException.class);
            assertThatThrownBy(() ->
                            fixture.client.accessKeys(account).list().iterator().hasNext())
                    .isInstanceOf(ValidationException.class);
        }
        assertThatThrownBy(() -> fixture.keys.get("a".repeat(33)))
                .hasMessageContaining("account_id must have from 1 to 32 characters; given: 33 characters");
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void requestIdAndRateLimitOfAnAnswerCanBeRead() {
        Fixture fixture = Fixture.create();

        Response<SigningKeySchedule> response =
                fixture.keys.raw().withResponse().get(fixture.account);

        assertThat(response.requestId().orElseThrow()).matches("[0-9a-f]{16}-AMS");
        RateLimit limit = RateLimit.from(response.headers(), fixture.time.now());
        assertThat(limit.remaining()).hasValue(1200);
        assertThat(limit.limit()).hasValue(1200);
        assertThat(limit.resetsAt()).contains(fixture.time.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void beyondTheLimitTheProviderRefusesAndSaysForHowLong() {
        Fixture fixture = Fixture.with(fake -> fake.rateLimit(1));
        fixture.keys.get(fixture.account);

        assertThatThrownBy(() -> fixture.keys
                        .with(CallOptions.retryPolicy(RetryPolicy.none()))
                        .get(fixture.account))
                .isInstanceOf(RateLimitedException.class);
    }

    private static UpdateSigningKeysRequest interval(int days) {
        return UpdateSigningKeysRequest.builder().keyRotationIntervalDays(days).build();
    }
}

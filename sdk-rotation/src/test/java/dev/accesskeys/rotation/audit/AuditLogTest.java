package dev.accesskeys.rotation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.PowerLoss;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final Path FILE = Path.of("/var/log/app/audit.jsonl");
    private static final RotationTarget TARGET = new RotationTarget("linode", "https://api.example", "", "store");
    private static final RotationEvent STARTED = event(RotationEvent.Type.STARTED, "");
    private static final String STARTED_LINE =
            "{\"time\":\"2026-11-01T00:00:00Z\",\"type\":\"STARTED\",\"run\":\"run-1\","
                    + "\"actor\":\"cron\",\"provider\":\"linode\",\"base_url\":\"https://api.example\",\"place\":\"\","
                    + "\"store\":\"store\"}\n";

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    void eachEventIsALineOfJson() {
        AuditLog log = AuditLogOn.disk(disk, FILE);

        log.onEvent(STARTED);
        log.onEvent(RotationEvent.builder(RotationEvent.Type.CREATED, Instant.EPOCH, "run-1", "cron", TARGET)
                .key(AccessKeyId.of("linode", "7"))
                .accessKeyId("NEW")
                .fingerprint("0123456789abcdef")
                .requestId("req-1")
                .detail("two\nlines")
                .build());

        assertThat(disk.text(FILE))
                .isEqualTo(STARTED_LINE
                        + "{\"time\":\"1970-01-01T00:00:00Z\",\"type\":\"CREATED\",\"run\":\"run-1\",\"actor\":\"cron\","
                        + "\"provider\":\"linode\",\"base_url\":\"https://api.example\",\"place\":\"\",\"store\":\"store\","
                        + "\"key\":\"linode:7\",\"access_key_id\":\"NEW\",\"fingerprint\":\"0123456789abcdef\","
                        + "\"request_id\":\"req-1\",\"detail\":\"two\\nlines\"}\n");
    }

    @Test
    void anEventIsDurableWhenTheCallReturnsAndAHalfLineIsEnded() {
        boolean finished = false;
        for (int point = 0; !finished; point++) {
            for (Loss loss : Loss.values()) {
                SimulatedDisk crashing = new SimulatedDisk();
                AuditLogOn.disk(crashing, FILE).onEvent(STARTED);
                crashing.losePowerAfter(point);
                finished = true;
                try {
                    AuditLogOn.disk(crashing, FILE).onEvent(STARTED);
                } catch (PowerLoss e) {
                    finished = false;
                }
                crashing.losePower();
                crashing.crash(loss);
                AuditLogOn.disk(crashing, FILE).onEvent(event(RotationEvent.Type.ENDED, "last"));

                assertThat(crashing.text(FILE)).startsWith(finished ? STARTED_LINE + STARTED_LINE : STARTED_LINE);
                assertThat(crashing.text(FILE).lines().reduce("", (before, line) -> line))
                        .startsWith("{\"time\"")
                        .contains("\"ENDED\"");
            }
        }
    }

    @Test
    void theFirstEventIsDurableTogetherWithItsFolder() {
        AuditLogOn.disk(disk, FILE).onEvent(STARTED);

        disk.crash(Loss.ALL);

        assertThat(disk.text(FILE)).isEqualTo(STARTED_LINE);
    }

    @Test
    void aFileThatWasMovedAwayBeginsAnew() throws Exception {
        AuditLog log = AuditLogOn.disk(disk, FILE);
        log.onEvent(STARTED);
        disk.rename(FILE, FILE.resolveSibling("audit.1"));

        log.onEvent(STARTED);

        disk.crash(Loss.ALL);
        assertThat(disk.text(FILE)).isEqualTo(STARTED_LINE);
    }

    @Test
    void halfACharacterDoesNotCostTheEvent() {
        AuditLogOn.disk(disk, FILE).onEvent(event(RotationEvent.Type.HALTED, "half \uD83D"));

        assertThat(disk.text(FILE)).contains("\"detail\":\"half ?\"");
    }

    @Test
    void whatIsNotSafeIsRefusedBeforeTheFirstEvent() {
        disk.put(FILE, "");
        disk.openToOthers(FILE);
        assertThatThrownBy(() -> AuditLogOn.disk(disk, FILE))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("chmod 600 " + FILE);

        disk.turnIntoLink(FILE);
        assertThatThrownBy(() -> AuditLogOn.disk(disk, FILE)).hasMessageContaining("a link");
        assertThatThrownBy(() -> AuditLogOn.disk(disk, FILE.getParent())).hasMessageContaining("a folder");
    }

    @Test
    void aFullDiskIsReported() {
        disk.put(FILE, "");
        disk.fillUp();

        assertThatThrownBy(() -> AuditLogOn.disk(disk, FILE).onEvent(STARTED))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("No space left on device");
    }

    private static RotationEvent event(RotationEvent.Type type, String detail) {
        return RotationEvent.builder(type, Instant.parse("2026-11-01T00:00:00Z"), "run-1", "cron", TARGET)
                .detail(detail)
                .build();
    }
}

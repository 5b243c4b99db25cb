package dev.accesskeys.rotation;

import dev.accesskeys.rotation.ScheduleEvent.Aim;
import dev.accesskeys.rotation.ScheduleEvent.FaultOn;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.FaultOrder;
import dev.accesskeys.testing.cloudflare.CloudflareFaults;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.nscale.NscaleFaults;
import dev.accesskeys.testing.tensorpool.TensorPoolFaults;
import java.time.Duration;

/** Orders the faults of a {@link Schedule} at the fake. */
final class ScheduleFaults {

    private ScheduleFaults() {}

    static void order(World world, FaultOn event) {
        FaultOrder order = world.cloud.faults().onCall(event.n());
        Aim aim = event.aim();
        if (aim == Aim.READ) {
            order.where(request -> request.method().equals("GET"));
        } else if (aim == Aim.CREATE) {
            order.where(request ->
                    request.method().equals("POST") || request.method().equals("PUT"));
        } else if (aim == Aim.DELETE) {
            order.where(request -> request.method().equals("DELETE"));
        }
        order.order(fault(world, event));
    }

    private static Fault fault(World world, FaultOn event) {
        return switch (event.trouble()) {
            case APPLY_THEN_DROP -> Fault.applyThenDrop();
            case APPLY_THEN_500 -> appliedButFailed(world);
            case DROP -> Fault.drop();
            case REFUSE -> Fault.refuse();
            case TOO_MANY -> Fault.tooManyRequests(Duration.ofSeconds(3));
            case UNAVAILABLE -> Fault.status(503);
            case CUT_BODY -> Fault.cutBody();
            case DELAY -> Fault.delay(Duration.ofSeconds(20));
            case TRUNCATED -> Fault.truncatedJson();
            case MALFORMED -> Fault.malformedJson();
            case SECRET_MISSING -> event.aim() == Aim.CREATE ? secretMissing(world) : Fault.truncatedJson();
        };
    }

    private static Fault appliedButFailed(World world) {
        return switch (world.name) {
            case "linode" -> LinodeFaults.appliedButFailed();
            case "nscale" -> NscaleFaults.appliedButFailed();
            case "tensorpool" -> TensorPoolFaults.appliedButFailed();
            default -> CloudflareFaults.appliedButFailed();
        };
    }

    private static Fault secretMissing(World world) {
        return switch (world.name) {
            case "linode" -> LinodeFaults.secretMissing();
            case "nscale" -> NscaleFaults.secretMissing();
            case "tensorpool" -> TensorPoolFaults.secretMissing();
            default -> Fault.truncatedJson();
        };
    }
}

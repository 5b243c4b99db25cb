package dev.accesskeys.rotation;

import dev.accesskeys.rotation.ScheduleEvent.Call;
import dev.accesskeys.rotation.ScheduleEvent.Meanwhile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to a rotation, from the beginning to the moment when everything works again.
 *
 * @param place at which provider
 * @param graceHours how long the old key is left, where the provider has an overlap
 * @param shared whether the second rotator has the same store, beside a journal of its own
 * @param events what happens, one thing after the other
 */
record Schedule(Place place, int graceHours, boolean shared, List<ScheduleEvent> events) {

    /** The providers, and how slow they are. */
    enum Place {
        LINODE,
        SLOW_LINODE,
        LATE_LINODE,
        NSCALE,
        SLOW_NSCALE,
        LATE_NSCALE,
        TENSORPOOL,
        CLOUDFLARE;

        World world() {
            return switch (this) {
                case LINODE -> World.linode();
                case SLOW_LINODE -> World.slowLinode();
                case LATE_LINODE -> World.lateLinode();
                case NSCALE -> World.nscale();
                case SLOW_NSCALE -> World.slowNscale();
                case LATE_NSCALE -> World.lateNscale();
                case TENSORPOOL -> World.tensorPool();
                case CLOUDFLARE -> World.cloudflare();
            };
        }
    }

    Schedule {
        events = List.copyOf(events);
    }

    /** Every event, those that happen during others included. */
    Stream<ScheduleEvent> all() {
        return events.stream()
                .flatMap(event -> event instanceof Meanwhile meanwhile
                        ? Stream.of(meanwhile, meanwhile.event())
                        : Stream.of(event));
    }

    boolean has(Class<? extends ScheduleEvent> kind) {
        return all().anyMatch(kind::isInstance);
    }

    boolean calls(ScheduleEvent.What what) {
        return all().anyMatch(event -> event instanceof Call call && call.what() == what);
    }

    boolean isWithTwo() {
        return all().anyMatch(event -> event instanceof Call call && call.seat() == 1);
    }

    /** The Java that makes it. */
    @Override
    public String toString() {
        return "new Schedule(Place." + place + ", " + graceHours + ", " + shared + ", List.of("
                + events.stream().map(event -> "\n        " + event).collect(Collectors.joining(",")) + "))";
    }
}

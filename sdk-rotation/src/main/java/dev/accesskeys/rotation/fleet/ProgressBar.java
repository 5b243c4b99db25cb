package dev.accesskeys.rotation.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;

/** One line that is written over again and again. */
final class ProgressBar implements FleetProgress {

    private static final int CELLS = 20;

    private final Screen screen;
    private final int width;
    private int shown;

    ProgressBar(Appendable out, int width) {
        this.screen = new Screen(out);
        this.width = width;
    }

    @Override
    public void begun(FleetTally tally) {
        shown = 0;
        draw(tally);
    }

    @Override
    public void finished(FleetResult result, FleetTally tally) {
        draw(tally);
    }

    @Override
    public void ended(FleetTally tally) {
        draw(tally);
        screen.show("\n");
    }

    private void draw(FleetTally tally) {
        String line = line(tally);
        // The last column stays free: many terminals wrap there.
        String cut = line.length() < width ? line : line.substring(0, width - 1);
        screen.show("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
        shown = cut.length();
    }

    /** What matters most comes first, for the end may be cut off. */
    private static String line(FleetTally tally) {
        int full = (int) ((long) CELLS * tally.done() / tally.total());
        StringBuilder line = new StringBuilder("[")
                .append("#".repeat(full))
                .append(".".repeat(CELLS - full))
                .append("] ")
                .append(tally.done())
                .append('/')
                .append(tally.total());
        if (tally.bad() > 0) {
            line.append(", ").append(tally.bad()).append(" bad");
        }
        tally.remaining().ifPresent(time -> line.append(", about ").append(rounded(time)));
        if (!tally.counts().isEmpty()) {
            StringJoiner counts = new StringJoiner(", ", ": ", "");
            for (Map.Entry<FleetResult.Kind, Integer> each : tally.counts().entrySet()) {
                counts.add(each.getValue() + " " + each.getKey());
            }
            line.append(counts);
        }
        return line.toString();
    }

    /** Upwards, and no more exactly than it is known. */
    private static String rounded(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return (seconds / 10 + 1) * 10 + " s left";
        }
        if (seconds < 3600) {
            return (seconds / 60 + 1) + " min left";
        }
        return (seconds / 3600 + 1) + " h left";
    }
}

package dev.accesskeys.rotation.fleet;

/** A line for each target that has ended. */
final class ProgressLines implements FleetProgress {

    private final Screen screen;

    ProgressLines(Appendable out) {
        this.screen = new Screen(out);
    }

    @Override
    public void finished(FleetResult result, FleetTally tally) {
        screen.show(tally.done() + "/" + tally.total() + " " + result + "\n");
    }
}

package dev.accesskeys.examples;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far long work has come: one line that moves on a terminal, a line now and then elsewhere. */
final class Progress {

    private static final int WIDTH = 32;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private int lastQuarter = -1;

    Progress(PrintStream out, String what) {
        this.out = out;
        this.terminal = isTerminal();
        this.what = what;
    }

    /** From 22 on the JDK gives a console even where there is no terminal: there the plain lines must do. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    void show(long done, long total) {
        double part = total == 0 ? 1 : (double) done / total;
        String count = String.format(Locale.ROOT, "%,d of %,d %s", done, total, what);
        int filled = (int) Math.round(part * WIDTH);
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        if (terminal) {
            out.print("\r  " + bar + "  " + count + (done >= total ? "\n" : ""));
            out.flush();
        } else if ((int) (part * 4) != lastQuarter) {
            lastQuarter = (int) (part * 4);
            out.println("  " + bar + "  " + count);
        }
    }
}

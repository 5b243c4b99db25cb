package dev.accesskeys.rotation.fleet;

import java.io.Flushable;
import java.io.IOException;

/** Where progress is shown, until it breaks: a closed pipe must not stop a rotation. */
final class Screen {

    private final Appendable out;
    private boolean broken;

    Screen(Appendable out) {
        this.out = out;
    }

    void show(String text) {
        if (broken) {
            return;
        }
        try {
            out.append(text);
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        } catch (IOException e) {
            broken = true;
        }
    }
}

package dev.accesskeys.testing;

import java.time.Duration;

/** How an answer travels, or does not. Each face of a fake carries it out in its own way. */
record Wire(Kind kind, int bytes, Duration time) {

    enum Kind {
        /** The answer as it is, after a delay. */
        ANSWER(true),
        /** No answer; the connection ends in good order. */
        DROP(false),
        /** No answer; the connection is torn down. */
        RESET(false),
        /** In memory the request does not leave; at the server it is a DROP. */
        REFUSE(false),
        /** No answer for a time, then the connection ends. */
        STALL_HEADERS(false),
        /** Half of the body, nothing for a time, then the connection ends. */
        STALL_BODY(true),
        /** A few bytes at a time. */
        TRICKLE(true),
        /** Half of the body, although its whole length was announced. */
        CUT(true),
        /** A body without an announced length, that ends with the connection. */
        UNTIL_CLOSE(true);

        private final boolean answers;

        Kind(boolean answers) {
            this.answers = answers;
        }
    }

    static final Wire PLAIN = of(Kind.ANSWER);

    static Wire of(Kind kind) {
        return new Wire(kind, 0, Duration.ZERO);
    }

    static Wire of(Kind kind, Duration time) {
        return new Wire(kind, 0, time);
    }

    /** Whether at least a status is sent. */
    boolean answers() {
        return kind.answers;
    }
}

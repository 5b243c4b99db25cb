package dev.accesskeys.testprovider;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Looks for texts that must not be seen, in what it is shown, in all of our logging, and in what is printed. */
public final class Leaks implements AutoCloseable {

    private final List<String> forms;
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final AtomicLong read = new AtomicLong();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream newOut = new ByteArrayOutputStream();
    private final ByteArrayOutputStream newErr = new ByteArrayOutputStream();
    private final Logger logger = Logger.getLogger("dev.accesskeys");
    private final Handler handler = new LookingHandler();

    private Leaks(String... texts) {
        forms = Stream.of(texts).flatMap(Leaks::forms).toList();
        System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    public static Leaks watching(String... texts) {
        return new Leaks(texts);
    }

    private static Stream<String> forms(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.of(
                text,
                text.replace("/", "\\/"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                hex,
                hex.toUpperCase(Locale.ROOT),
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                // Most of it is as bad as all of it.
                text.substring(0, text.length() * 2 / 3));
    }

    public void look(String where, Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        look(where, text.toString());
    }

    public void look(String where, String text) {
        read.addAndGet(text.length());
        if (forms.stream().anyMatch(text::contains)) {
            found.add(where);
        }
    }

    /** Where something was found. */
    public Set<String> found() {
        look("stdout", newOut.toString(StandardCharsets.UTF_8));
        look("stderr", newErr.toString(StandardCharsets.UTF_8));
        return found;
    }

    public long charactersRead() {
        return read.get();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        logger.removeHandler(handler);
        logger.setLevel(null);
        logger.setUseParentHandlers(true);
    }

    private final class LookingHandler extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        LookingHandler() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            look("log", formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

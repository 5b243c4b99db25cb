package dev.accesskeys.examples.rotation;

import dev.accesskeys.examples.rotation.Clouds.FirstKey;
import dev.accesskeys.examples.rotation.Timeline.Moment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All keys of all providers are rotated while applications use them, and the program that does it is killed on the way. */
public final class Rehearsal {

    private static final int MOST_CALLS = 8;
    /** Behind the grace, which ends by the provider's clock too, and that tells whole seconds. */
    private static final Duration A_LITTLE_LONGER = Duration.ofMillis(1500);

    private final PrintStream out;
    private final Clouds clouds;
    private final Path folder;
    private final Pace pace;
    private final Resumption resumption;
    private final List<Moment> seen = new ArrayList<>();
    private final Instant start = Instant.now();
    private int deaths;

    /** Who decides that a rotator which has died is started again. */
    @FunctionalInterface
    public interface Resumption {
        /** Returns when it is time. */
        void await() throws InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param start when it began
     * @param timeline what happened
     * @param tallies how the writers fared
     * @param deaths how often the rotator died
     */
    public record Result(Instant start, Timeline timeline, List<Tally> tallies, int deaths) {

        /** Whether every key was rotated to the end. */
        public boolean isComplete() {
            return timeline.completed().containsAll(Clouds.PROVIDERS);
        }
    }

    /**
     * Prepares it.
     *
     * @param out where to tell what happens
     * @param clouds the providers
     * @param folder an empty folder that only its owner can use
     * @param pace by hand, or as quickly as can be
     * @param resumption decides when to go on after a death
     */
    public Rehearsal(PrintStream out, Clouds clouds, Path folder, Pace pace, Resumption resumption) {
        this.out = out;
        this.clouds = clouds;
        this.folder = folder;
        this.pace = pace;
        this.resumption = resumption;
    }

    /** Rotates everything. */
    public Result run() throws IOException, InterruptedException {
        Path credentials = writeCredentials();
        clouds.loseAnAnswer();
        List<Writer> writers = new ArrayList<>();
        try {
            for (FirstKey key : clouds.firstKeys()) {
                writers.add(Writer.start(clouds.s3(), credentials, key.provider()));
            }
            callUntilComplete();
        } finally {
            writers.forEach(Writer::close);
        }
        return new Result(
                start,
                timeline().with(seen),
                writers.stream().map(Writer::tally).toList(),
                deaths);
    }

    private void callUntilComplete() throws IOException, InterruptedException {
        for (int call = 1; call <= MOST_CALLS; call++) {
            boolean dies = call == 1 && pace == Pace.QUICK;
            int status = call(call, dies);
            if (timeline().completed().containsAll(Clouds.PROVIDERS)) {
                return;
            }
            if (status == RotatorProgram.KILLED) {
                resumption.await();
                out.println("  it is started again, and knows what stands in its folder");
            } else {
                awaitEndOfGrace();
            }
        }
    }

    /** One run of the program, as a cron job makes it. */
    private int call(int number, boolean dies) throws IOException, InterruptedException {
        RotatorProgram.Call call = new RotatorProgram.Call(folder, clouds.s3(), clouds.certificates(), pace, dies);
        try (RotatorProcess process = RotatorProcess.start(call, clouds.settings())) {
            say("call " + number + ": the rotator runs" + (pace == Pace.BY_HAND ? ", pid " + process.pid() : ""));
            int status = process.await(line -> out.println("    " + line.replace(folder.toString(), "$WORK")));
            if (status == RotatorProgram.KILLED) {
                deaths++;
                say("call " + number + ": IT DIED with " + status);
            } else {
                out.println("  call " + number + " ended with " + status);
            }
            return status;
        }
    }

    private void say(String what) {
        out.println("  " + what);
        seen.add(new Moment(Instant.now(), "", Optional.empty(), what, ""));
    }

    private void awaitEndOfGrace() throws IOException, InterruptedException {
        Instant end = timeline()
                .lastPublished()
                .orElse(Instant.now())
                .plus(pace.grace())
                .plus(A_LITTLE_LONGER);
        Duration left = Duration.between(Instant.now(), end);
        if (!left.isNegative()) {
            out.println("  the old keys have a little time left; the next call comes when it is over");
            Thread.sleep(left.toMillis());
        }
    }

    private Timeline timeline() throws IOException {
        return Timeline.of(folder.resolve("audit.jsonl"));
    }

    private Path writeCredentials() throws IOException {
        StringBuilder text = new StringBuilder("# The applications' credentials.\n");
        for (FirstKey key : clouds.firstKeys()) {
            text.append("\n[").append(key.provider()).append("]\n");
            text.append("aws_access_key_id = ").append(key.accessKeyId()).append('\n');
            text.append("aws_secret_access_key = ")
                    .append(key.secret().reveal())
                    .append('\n');
        }
        Path credentials = Files.createFile(
                folder.resolve("credentials"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(credentials, text);
    }
}

package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.journal.FileJournal;
import dev.accesskeys.rotation.store.AwsProfileStore;
import dev.accesskeys.rotation.store.AwsProfileStoreOn;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that really die, with real files and a server. What was not synced survives here, for the machine goes on: that is
 * what {@link CrashTest} is for. This one shows that nothing depends on a process that ends in order.
 */
class ChildJvmTest {

    private static final int POINTS = 16;
    private static final int AT_A_TIME = 2;
    private static final int NEVER = -1;
    /** Far more than a child needs: one that hangs must not hang the build. */
    private static final long PATIENCE_IN_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void aProcessThatIsHaltedIsFollowedByOneThatGoesOn() throws Exception {
        int points = pointsOfAWholeRun();

        haltedAt(IntStream.range(0, POINTS)
                .map(each -> each * (points - 1) / (POINTS - 1))
                .toArray());

        System.out.println("child processes: " + POINTS + " of " + points + " points");
        CrashReport.keep(Map.of("child.points", points, "child.halts", POINTS));
    }

    @Tag("exhaustive")
    @Test
    void aProcessThatIsHaltedAtAnyPointIsFollowedByOneThatGoesOn() throws Exception {
        int points = pointsOfAWholeRun();

        haltedAt(IntStream.range(0, points).toArray());

        System.out.println("child processes: all of " + points + " points");
        CrashReport.keep(Map.of("child.points", points, "child.halts.exhaustive", points));
    }

    private int pointsOfAWholeRun() throws Exception {
        try (Scene scene = new Scene(folder.resolve("whole"))) {
            String said = scene.run(NEVER);

            assertThat(said).startsWith("COMPLETED ");
            assertThat(scene.violations()).isEmpty();
            return Integer.parseInt(said.lines().findFirst().orElseThrow().substring("COMPLETED ".length()));
        }
    }

    private void haltedAt(int... points) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<String>> endings = new ArrayList<>();
            for (int point : points) {
                endings.add(threads.submit(() -> haltedAt(point)));
            }
            for (int i = 0; i < points.length; i++) {
                assertThat(endings.get(i).get())
                        .as("after a halt at %d", points[i])
                        .matches("(?s)(COMPLETED|NOT_DUE) .*");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String haltedAt(int point) throws Exception {
        try (Scene scene = new Scene(folder.resolve("halted-at-" + point))) {
            scene.run(point);
            String said = scene.run(NEVER);
            assertThat(scene.violations()).as("after a halt at %d", point).isEmpty();
            return said;
        }
    }

    /** A fake with a server, the files, and one who tells children what S3 would say. */
    private static final class Scene implements AutoCloseable {

        private final LinodeWorld world = World.servedLinode();
        private final Promises promises = new Promises(world);
        private final ServerSocket verifier = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Path folder;

        Scene(Path folder) throws IOException {
            this.folder = folder;
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectory(folder, ownerOnly);
            Path store = ChildRotation.storeIn(folder);
            Files.createFile(store, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            StoredKey first = world.firstKey();
            Files.writeString(
                    store,
                    "[" + ChildRotation.PROFILE + "]\naws_access_key_id = "
                            + first.accessKeyId().orElseThrow() + "\naws_secret_access_key = "
                            + first.secret().reveal() + "\n");
            promises.lookingAt(this::look);
            Thread answering = new Thread(this::answer, "verifier");
            answering.setDaemon(true);
            answering.start();
        }

        /** Runs a child, and gives what it has said; empty if it was halted. */
        String run(int haltAt) throws Exception {
            promises.callBegins(false);
            Path said = folder.resolve("said");
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            classPath(),
                            ChildRotation.class.getName(),
                            world.fake.baseUrl().toString(),
                            world.fake.token(),
                            Integer.toString(verifier.getLocalPort()),
                            folder.toString(),
                            Integer.toString(haltAt))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!child.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                child.destroyForcibly();
                throw new AssertionError("a child hangs, halting at " + haltAt);
            }
            String text = Files.readString(said);
            promises.text(text);
            promises.storeMayHaveChanged("publish");
            assertThat(child.exitValue()).as(text).isEqualTo(haltAt == NEVER ? 0 : ChildRotation.KILLED);
            return text;
        }

        List<Promises.Violation> violations() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.getFileName().toString().startsWith("credentials")) {
                        promises.text(Files.readString(file));
                    }
                }
            }
            try (FileJournal journal = FileJournal.in(ChildRotation.journalIn(folder))) {
                Rotator rotator = world.rotator()
                        .journal(journal)
                        .store(AwsProfileStore.at(ChildRotation.storeIn(folder), ChildRotation.PROFILE))
                        .build();
                return promises.violations(rotator.status());
            }
        }

        private StoreContents look() {
            try {
                SimulatedDisk copy = new SimulatedDisk();
                Path file = ChildRotation.storeIn(folder).toAbsolutePath();
                copy.put(file, Files.readString(file));
                return AwsProfileStoreOn.disk(copy, file, ChildRotation.PROFILE).read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer() {
            while (!verifier.isClosed()) {
                try (Socket socket = verifier.accept()) {
                    String[] key = Objects.requireNonNull(new BufferedReader(
                                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                                    .readLine())
                            .split(" ", -1);
                    Secret expected = world.usable().get(key[0]);
                    Answer answer = expected == null
                            ? Answer.UNKNOWN_KEY
                            : expected.reveal().equals(key[1]) ? Answer.ACCEPTED : Answer.BAD_SIGNATURE;
                    promises.verified(key[0], answer);
                    socket.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // A child was halted, or the scene is over.
                }
            }
        }

        @Override
        public void close() throws IOException {
            verifier.close();
            world.cloud.close();
        }
    }

    /** What this test runs with, be it on the module path or the class path; its own classes are patched into a module. */
    private static String classPath() throws URISyntaxException {
        Set<String> path = new LinkedHashSet<>();
        for (Class<?> each : List.of(Rotator.class, ChildRotation.class)) {
            path.add(folderOf(each));
        }
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            path.addAll(new ArrayList<>(List.of(System.getProperty(property, "").split(File.pathSeparator))));
        }
        path.remove("");
        return String.join(File.pathSeparator, path);
    }

    private static String folderOf(Class<?> type) throws URISyntaxException {
        URI file = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"))
                .toURI();
        Path root = Path.of(file);
        for (int i = 0; i < type.getName().split("\\.").length; i++) {
            root = root.getParent();
        }
        return root.toString();
    }
}

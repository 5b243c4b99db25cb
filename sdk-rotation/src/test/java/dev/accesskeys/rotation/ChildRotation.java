package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.audit.AuditLogOn;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.journal.FileJournalOn;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.AwsProfileStoreOn;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that rotates a key at a fake in another process, with files of this machine, and halts at a point: nothing is closed
 * and nothing is cleaned up. Its arguments are the address and the token of the fake, the port at which keys are tried, the folder
 * for its files, and the number of the point; with -1 it goes on to the end and prints how many points there were.
 */
final class ChildRotation {

    static final String PROFILE = "backup";
    /** What a killed process gives as its status. */
    static final int KILLED = 137;

    private static final Set<String> READING =
            Set.of("kind", "isOwnerOnly", "isSameOwner", "read", "size", "lastByte", "list", "realPath", "hasOneName");
    private static final int MOST_CALLS = 5;

    private final int haltAt;
    private int points;

    private ChildRotation(int haltAt) {
        this.haltAt = haltAt;
    }

    /** Rotates. */
    public static void main(String[] arguments) {
        new ChildRotation(Integer.parseInt(arguments[4]))
                .rotate(URI.create(arguments[0]), arguments[1], Integer.parseInt(arguments[2]), Path.of(arguments[3]));
    }

    static Path journalIn(Path folder) {
        return folder.resolve("journal");
    }

    static Path storeIn(Path folder) {
        return folder.resolve("credentials");
    }

    private void rotate(URI fake, String token, int verifier, Path folder) {
        Disk disk = numbered(Disk.ofThisMachine());
        try (LinodeClient client =
                        LinodeClient.builder().baseUrl(fake).token(token).build();
                RotationJournal journal = FileJournalOn.disk(disk, journalIn(folder))) {
            Rotator rotator = Rotator.builder()
                    .service(client.accessKeys())
                    .journal(journal)
                    .store(AwsProfileStoreOn.disk(disk, storeIn(folder), PROFILE))
                    .verifier(verifierAt(verifier))
                    .verification(VerificationPolicy.standard()
                            .withInterval(Duration.ofMillis(1))
                            .withConsecutive(2))
                    .settleTime(Duration.ofMillis(1))
                    .grace(Duration.ZERO)
                    .listener(AuditLogOn.disk(disk, folder.resolve("audit.jsonl")))
                    .port(new Port())
                    .build();
            RotationOutcome outcome = rotator.rotate();
            for (int calls = 1; calls < MOST_CALLS && !isEnd(outcome); calls++) {
                outcome = rotator.rotate();
            }
            rotator.sweep();
            System.out.println(outcome.kind() + " " + points);
            System.out.println(outcome.explanation());
        }
    }

    private static boolean isEnd(RotationOutcome outcome) {
        return outcome.kind() == Kind.COMPLETED || outcome.kind() == Kind.NOT_DUE;
    }

    private void point() {
        if (points++ == haltAt) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private final class Port implements EffectPort {

        @Override
        public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
            point();
            T result = call.get();
            point();
            return result;
        }
    }

    private Disk numbered(Disk disk) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (!READING.contains(method.getName())) {
                        point();
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Asks the parent, which knows what S3 would say. */
    private static KeyVerifier verifierAt(int port) {
        return request -> {
            StoredKey key = request.stored().orElseThrow();
            Secret secret = key.secret();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                String line = key.accessKeyId().orElseThrow() + " " + secret.reveal() + "\n";
                socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                return Verification.of(Answer.valueOf(answer.readLine()));
            } catch (IOException e) {
                return Verification.of(Answer.UNREACHABLE);
            }
        };
    }
}

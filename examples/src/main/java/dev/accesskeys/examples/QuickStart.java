package dev.accesskeys.examples;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.ObjectStorageBucket;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.paging.Page;
import dev.accesskeys.testing.linode.FakeLinode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The round of an access key at Linode: create three kinds of keys, page through all of them, rename one, revoke one, and ask
 * for one that does not exist. Runs against an embedded fake unless {@code --live} is given.
 */
public final class QuickStart {

    private static final long NO_SUCH_KEY = 999_999_999_999L;

    private final PrintStream out;
    private final LinodeClient linode;
    private final @Nullable SecretFile secrets;
    private final List<ObjectStorageKey> created = new ArrayList<>();

    private QuickStart(PrintStream out, LinodeClient linode, @Nullable SecretFile secrets) {
        this.out = out;
        this.linode = linode;
        this.secrets = secrets;
    }

    /**
     * Runs the program.
     *
     * @param arguments see {@link QuickStartOptions#USAGE}
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Runs the program and gives the exit status: 0 for success, 1 for a failure, 2 for wrong arguments. */
    static int run(PrintStream out, String... arguments) {
        try {
            QuickStartOptions options = QuickStartOptions.parse(arguments);
            if (options.live()) {
                runLive(out, options);
            } else {
                runOnFake(out, options);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n\n" + QuickStartOptions.USAGE);
            return 2;
        } catch (AccessKeysException | IOException e) {
            out.println("\n" + e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        }
    }

    private static void runOnFake(PrintStream out, QuickStartOptions options) throws IOException {
        FakeLinode.Builder account = FakeLinode.builder()
                .keys(options.keys())
                .quota(options.keys() + 100)
                .bucket("nl-ams", "backups");
        try (FakeLinode fake = account.start();
                LinodeClient client = LinodeClient.builder()
                        .token(fake.token())
                        .baseUrl(fake.baseUrl())
                        .build()) {
            out.println("An embedded fake Linode at " + fake.baseUrl() + ", no account needed.");
            new QuickStart(out, client, secretFile(options)).round();
            out.println("What happened at the server:");
            out.println(ServerSummary.of(fake.ledger()));
        }
    }

    private static void runLive(PrintStream out, QuickStartOptions options) throws IOException {
        try (LinodeClient client = LinodeClient.fromEnv()) {
            out.println("The real Linode. This creates up to three access keys and revokes them again at the end.");
            out.println("The first key of an account enrols it into the paid Object Storage product.");
            if (!options.agreed() && !Agreement.ask(out)) {
                out.println("Nothing was sent.");
                return;
            }
            QuickStart program = new QuickStart(out, client, secretFile(options));
            try {
                program.round();
            } finally {
                program.cleanUp();
            }
        }
    }

    private static @Nullable SecretFile secretFile(QuickStartOptions options) throws IOException {
        return options.secrets().isPresent()
                ? SecretFile.create(options.secrets().get())
                : null;
    }

    private void round() throws IOException {
        out.println("\n1. Create keys. Each secret is shown this once:\n");
        createKeys();
        out.println("2. Page through all keys; the next page is fetched while this one is read:\n");
        pageThroughAll();
        out.println("\n3. Rename a key, revoke a key, ask for one that is not there:\n");
        renameFirst();
        revokeLast();
        askForMissing();
    }

    private void createKeys() throws IOException {
        create("quick-start-all", BucketAccess.unlimited());
        Optional<ObjectStorageBucket> bucket =
                linode.objectStorageBuckets().listAll().stream().findFirst();
        if (bucket.isPresent()) {
            create("quick-start-limited", BucketAccess.limitedTo(readOnly(bucket.get())));
        }
        create("quick-start-none", BucketAccess.none());
        Table table = new Table("label", "id", "access key", "may use", "secret", "works at");
        for (ObjectStorageKey key : created) {
            table.row(
                    key.label(),
                    key.id(),
                    key.accessKey(),
                    mayUse(key),
                    key.secretKey().map(Secret::masked).orElse("none"),
                    key.regions().size() + (key.regions().size() == 1 ? " endpoint" : " endpoints"));
        }
        out.println(table);
        out.println(
                secrets == null
                        ? "  (--secrets FILE writes them to a file that only you can read)\n"
                        : "  The secrets are in " + secrets + ", which only you can read.\n");
    }

    private static BucketGrant readOnly(ObjectStorageBucket bucket) {
        return BucketGrant.builder()
                .bucketName(bucket.label())
                .region(bucket.region().orElse(null))
                .permissions(BucketPermissions.READ_ONLY)
                .build();
    }

    private void create(String label, BucketAccess access) throws IOException {
        ObjectStorageKey key = linode.objectStorageKeys()
                .create(CreateObjectStorageKeyRequest.builder()
                        .label(label)
                        .access(access)
                        .build());
        created.add(key);
        if (secrets != null) {
            secrets.add(key.label(), key.accessKey(), key.secretKey().orElseThrow());
        }
    }

    private static String mayUse(ObjectStorageKey key) {
        if (!key.limited()) {
            return "everything";
        }
        return key.bucketAccess().isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        key.bucketAccess().stream()
                                .map(grant -> grant.bucketName() + " (" + grant.permissions() + ")")
                                .toList());
    }

    private void pageThroughAll() {
        Progress progress = new Progress(out, "keys");
        long seen = 0;
        Iterator<Page<ObjectStorageKey>> pages = linode.objectStorageKeys()
                .listAll(ListObjectStorageKeysRequest.builder().pageSize(100).build())
                .pages()
                .iterator();
        while (pages.hasNext()) {
            Page<ObjectStorageKey> page = pages.next();
            seen += page.items().size();
            progress.show(seen, page.total());
        }
    }

    private void renameFirst() {
        ObjectStorageKey key = created.get(0);
        ObjectStorageKey renamed = linode.objectStorageKeys()
                .update(
                        key.id(),
                        UpdateObjectStorageKeyRequest.builder()
                                .label("quick-start-renamed")
                                .build());
        out.println("  renamed   " + key.id() + ": " + key.label() + " → " + renamed.label());
    }

    private void revokeLast() {
        ObjectStorageKey key = created.remove(created.size() - 1);
        linode.objectStorageKeys().revoke(key.id());
        out.println("  revoked   " + key.id() + ": " + key.label());
    }

    private void askForMissing() {
        try {
            linode.objectStorageKeys().get(NO_SUCH_KEY);
        } catch (NotFoundException e) {
            out.println("  not there " + NO_SUCH_KEY + ": " + e.getClass().getSimpleName() + "\n    " + e.getMessage()
                    + "\n");
        }
    }

    /** At the real service nothing stays behind, whatever happened on the way. */
    private void cleanUp() {
        for (ObjectStorageKey key : created) {
            try {
                linode.objectStorageKeys().revoke(key.id());
                out.println("  revoked   " + key.id());
            } catch (AccessKeysException e) {
                out.println("  NOT revoked, do it by hand: " + key.id() + " (" + e.getMessage() + ")");
            }
        }
    }
}

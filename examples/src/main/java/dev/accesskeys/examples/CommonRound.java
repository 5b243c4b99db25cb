package dev.accesskeys.examples;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.keys.RotatedKey;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The same round at any provider, written once against the common interface: list, create, update, rotate, revoke, as far as
 * the provider has them. Runs on embedded fakes unless {@code --live} is given.
 */
public final class CommonRound {

    private static final String USAGE = """
            Usage: CommonRound [PROVIDER ...] [--live [--yes] [--confirm NAME]]

              PROVIDER        linode, cloudflare, nscale or tensorpool; all of them if none is given
              --live          go to the real provider with the settings in the environment; asks before it changes anything
              --yes           do not ask
              --confirm NAME  confirm what hits more than one key, such as a rotation for a whole organisation
            """;

    private final PrintStream out;
    private final AccessKeyService keys;
    private final Optional<String> confirmation;

    private CommonRound(PrintStream out, AccessKeyService keys, Optional<String> confirmation) {
        this.out = out;
        this.keys = keys;
        this.confirmation = confirmation;
    }

    /**
     * Runs the program.
     *
     * @param arguments the providers, and whether to go to the real ones
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Runs the program and gives the exit status: 0 for success, 1 for a failure, 2 for wrong arguments. */
    static int run(PrintStream out, String... arguments) {
        List<String> given = Arrays.asList(arguments);
        int confirm = given.indexOf("--confirm");
        Optional<String> confirmation =
                confirm >= 0 && confirm + 1 < given.size() ? Optional.of(given.get(confirm + 1)) : Optional.empty();
        List<String> known = AccessKeyServices.providers().stream()
                .map(AccessKeyProvider::id)
                .toList();
        List<String> named = given.stream().filter(known::contains).toList();
        boolean understood = given.stream()
                .allMatch(argument -> known.contains(argument)
                        || List.of("--live", "--yes", "--confirm").contains(argument)
                        || confirmation.filter(argument::equals).isPresent());
        if (!understood) {
            out.println(USAGE);
            return 2;
        }
        try {
            for (String provider : named.isEmpty() ? known : named) {
                if (given.contains("--live")) {
                    runLive(out, provider, given.contains("--yes"), confirmation);
                } else {
                    runOnFake(out, provider);
                }
            }
            return 0;
        } catch (AccessKeysException e) {
            out.println("\n" + e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        }
    }

    private static void runOnFake(PrintStream out, String provider) {
        try (EmbeddedCloud cloud = EmbeddedCloud.start(provider);
                OpenedAccessKeys opened = AccessKeyServices.open(provider, cloud.settings())) {
            out.println(
                    "\n" + provider + ", as an embedded fake at " + cloud.fake().baseUrl() + "\n");
            new CommonRound(out, opened.keys(), cloud.confirmation()).round();
            out.println("\n  What happened at the server:");
            out.print(ServerSummary.of(cloud.fake().ledger()));
        }
    }

    private static void runLive(PrintStream out, String provider, boolean agreed, Optional<String> confirmation) {
        try (OpenedAccessKeys opened = AccessKeyServices.open(provider, System.getenv())) {
            Capabilities capabilities = opened.keys().capabilities();
            out.println("\nThe real " + provider + ". This creates, rotates and revokes; a rotation hits the "
                    + capabilities.blastRadius() + " and the old key is then " + capabilities.afterRotation() + ".");
            if (!agreed && !Agreement.ask(out)) {
                out.println("Nothing was sent.");
                return;
            }
            new CommonRound(out, opened.keys(), confirmation).round();
        }
    }

    private void round() {
        Capabilities capabilities = keys.capabilities();
        boolean ownKey = capabilities.supports(KeyOperation.CREATE) && capabilities.blastRadius() == BlastRadius.KEY;
        AccessKeyId id = ownKey ? create() : current();
        AccessKeyId left = id;
        try {
            update(id);
            left = rotate(id);
            show(capabilities);
        } finally {
            if (ownKey) {
                keys.revoke(left);
                say("revoked", left + ", so that nothing stays behind");
            }
        }
    }

    private void show(Capabilities capabilities) {
        for (KeyOperation operation : KeyOperation.values()) {
            capabilities
                    .reasonAgainst(operation)
                    .ifPresent(reason -> say("no " + operation.name().toLowerCase(Locale.ROOT), reason));
        }
        for (AccessKey key : keys.list()) {
            say("listed", key.id() + "  " + key.name() + "  " + key.state() + "  " + key.rights());
        }
    }

    private AccessKeyId create() {
        CreatedAccessKey created = keys.create(AccessKeySpec.named("common-round"));
        say("created", created.key().id() + ", secret " + created.secret().masked());
        return created.key().id();
    }

    private AccessKeyId current() {
        AccessKey key = keys.list().iterator().next();
        say("found", key.id() + "  " + key.name());
        return key.id();
    }

    private void update(AccessKeyId id) {
        Capabilities capabilities = keys.capabilities();
        if (!capabilities.supports(KeyOperation.UPDATE)) {
            return;
        }
        AccessKeyUpdate update = capabilities.hasSecret()
                ? AccessKeyUpdate.name("common-round-renamed")
                : AccessKeyUpdate.rotationInterval(Duration.ofDays(90));
        say("updated", keys.update(id, update).toString());
    }

    private AccessKeyId rotate(AccessKeyId id) {
        KeyRotation rotation = KeyRotation.of(id);
        RotatedKey rotated = keys.rotate(confirmation.map(rotation::confirming).orElse(rotation));
        String secret = rotated.secret().map(Secret::masked).orElse("none");
        say("rotated", id + " → " + rotated.key().id() + ", secret " + secret);
        say(
                "old key",
                rotated.previousState()
                        + rotated.previousValidUntil().map(until -> " " + until).orElse(""));
        rotated.previousRevocation().ifPresent(revocation -> {
            keys.revoke(revocation);
            say("revoked", revocation.id().toString());
        });
        return rotated.key().id();
    }

    private void say(String what, String text) {
        out.printf("  %-10s %s%n", what, text);
    }
}

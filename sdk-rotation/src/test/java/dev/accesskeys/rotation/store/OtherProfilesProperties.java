package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands around a profile, a rotation of it changes no byte there. */
class OtherProfilesProperties {

    private static final Path FILE = Path.of("/home/app/.aws/credentials");
    private static final List<String> OWN_LINES = List.of(
            "region = r",
            "output = json",
            "# a comment",
            "; another = one",
            "",
            "   ",
            "s3 =\n    addressing_style = path\n    # inside\n\n    x = y",
            "cli_pager:",
            "credential_process = /bin/x --y z # w",
            "endpoint_url = https://mine.example",
            "ENDPOINT_URL=https://mine.example");

    @Property(tries = 1000)
    void otherProfilesKeepEveryByte(
            @ForAll("blocks") List<String> before,
            @ForAll("ownLines") List<String> own,
            @ForAll("blocks") List<String> after,
            @ForAll("keys") StoredKey key,
            @ForAll("steps") List<Integer> steps,
            @ForAll boolean windows) {
        List<String> blocks = new ArrayList<>(number(before, "before"));
        String profile =
                "[backup]\n" + String.join("\n", own) + "\naws_access_key_id = OLD\naws_secret_access_key = old\n";
        String start = String.join("", blocks) + profile;
        blocks.addAll(number(after, "after"));
        start += String.join("", number(after, "after"));
        SimulatedDisk disk = new SimulatedDisk();
        disk.put(FILE, windows ? start.replace("\n", "\r\n") : start);
        SecretStore store = AwsProfileStoreOn.disk(disk, FILE, "backup");

        for (int step : steps) {
            String unchanged = disk.text(FILE);
            try {
                run(store, key, step);
            } catch (StoreException e) {
                assertThat(disk.text(FILE)).isEqualTo(unchanged);
            }
            int position = 0;
            for (String block : blocks) {
                String expected = windows ? block.replace("\n", "\r\n") : block;
                position = disk.text(FILE).indexOf(expected, position);
                assertThat(position).as("%s in%n%s", expected, disk.text(FILE)).isNotNegative();
                position += expected.length();
            }
        }
    }

    @Property(tries = 500)
    void aRotationTakenBackLeavesTheFileAsItWas(
            @ForAll("blocks") List<String> before,
            @ForAll("ownLines") List<String> own,
            @ForAll("blocks") List<String> after,
            @ForAll("keys") StoredKey key) {
        String start = String.join("", number(before, "before")) + "[backup]\naws_access_key_id = OLD\n"
                + "aws_secret_access_key = old\n" + String.join("\n", own) + "\n"
                + String.join("", number(after, "after"));
        SimulatedDisk disk = new SimulatedDisk();
        disk.put(FILE, start);
        SecretStore store = AwsProfileStoreOn.disk(disk, FILE, "backup");

        try {
            store.reserve("a1");
            store.stage(key);
            store.publish("a1", Optional.of("OLD"));
            store.restore("a1");
            store.discardPending("a1");
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("twice"); // two endpoints of the user
        }

        assertThat(disk.text(FILE)).isEqualTo(start);
    }

    private static void run(SecretStore store, StoredKey key, int step) {
        switch (step) {
            case 0 -> store.reserve("a1");
            case 1 -> store.stage(key);
            case 2 -> store.publish("a1", Optional.of("OLD"));
            case 3 -> store.restore("a1");
            case 4 -> store.discardPending("a1");
            default -> store.discardPrevious("a1");
        }
    }

    /** The names of sections are there once each. */
    private static List<String> number(List<String> blocks, String where) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            numbered.add(blocks.get(i).replace("NAME", where + i));
        }
        return numbered;
    }

    @Provide
    Arbitrary<List<String>> blocks() {
        Arbitrary<String> heading = Arbitraries.of(
                "[NAME]\n",
                "[profile NAME]\n",
                "[ NAME ]\n",
                "# above\n[NAME] ; behind\n",
                "[backup.NAME]\n",
                "[xbackup NAME]\n");
        Arbitrary<String> lines = Arbitraries.of(
                        "aws_access_key_id=AKIA/NAME\n",
                        "aws_secret_access_key =   with blanks # and more\n",
                        "  indented = 1\n",
                        "a : b = c\n",
                        "#c\n",
                        "  ; deep comment\n",
                        "\n",
                        " \t \n",
                        "rotation_attempt = a1\n",
                        "x =\n  y = z\n\n  w = v\n")
                .list()
                .ofMaxSize(5)
                .map(list -> String.join("", list));
        return Combinators.combine(heading, lines)
                .as((one, other) -> one + "first = 1\n" + other + "last = 1\n")
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> ownLines() {
        return Arbitraries.of(OWN_LINES).list().ofMaxSize(5).uniqueElements();
    }

    @Provide
    Arbitrary<StoredKey> keys() {
        Arbitrary<String> secrets = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(secret -> secret.charAt(0) != '#' && secret.charAt(0) != ';');
        return Combinators.combine(secrets, Arbitraries.of(true, false))
                .as((secret, whole) -> StoredKey.builder(Secret.of(secret))
                        .attempt("a1")
                        .accessKeyId("NEW")
                        .id(whole ? AccessKeyId.of("linode", "7") : null)
                        .endpoint(whole ? new S3Endpoint(URI.create("https://s3.example"), "eu-1") : null)
                        .build());
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, 5).list().ofMaxSize(10).map(random -> {
            List<Integer> steps = new ArrayList<>(List.of(0, 1, 2));
            steps.addAll(random);
            return steps;
        });
    }
}

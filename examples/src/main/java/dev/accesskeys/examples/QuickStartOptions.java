package dev.accesskeys.examples;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the quick start is run.
 *
 * @param live whether to go to the real service
 * @param agreed whether the person has agreed beforehand to create keys at the real service
 * @param keys how many keys the fake account has at the start
 * @param secretPath where to write the secrets, or null for nowhere
 */
record QuickStartOptions(
        boolean live, boolean agreed, int keys, @Nullable Path secretPath) {

    static final String USAGE = """
            Usage: QuickStart [--keys N] [--secrets FILE] [--live [--yes]]

              --keys N        how many keys the fake account has at the start, 0 to 200000 (5000)
              --secrets FILE  write the secrets to a new file that only you can read
              --live          go to the real Linode with the token in LINODE_TOKEN; asks before it creates keys
              --yes           do not ask
            """;

    static QuickStartOptions parse(String... arguments) {
        boolean live = false;
        boolean agreed = false;
        int keys = 5000;
        Path secrets = null;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--live" -> live = true;
                case "--yes" -> agreed = true;
                case "--keys" -> keys = number(value(argument, rest));
                case "--secrets" -> secrets = Path.of(value(argument, rest));
                default -> throw new IllegalArgumentException("unknown argument " + argument);
            }
        }
        return new QuickStartOptions(live, agreed, keys, secrets);
    }

    private static String value(String argument, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs a value");
        }
        return rest.next();
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > 200_000) {
            throw new IllegalArgumentException("--keys needs a number from 0 to 200000");
        }
        return Integer.parseInt(text);
    }

    Optional<Path> secrets() {
        return Optional.ofNullable(secretPath);
    }
}

package dev.accesskeys.examples;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How everything is rotated.
 *
 * @param live whether at the real providers
 * @param byHand whether a person kills the rotator, instead of the rotator itself
 * @param providers which ones; empty for all whose settings are there
 * @param folderPath where journal and audit log are; null if not given
 * @param credentialsPath the credentials file; null if not given
 * @param profiles the profile of each provider, where it is not its id
 * @param buckets the bucket by which to try each provider's keys
 * @param confirmations whom a rotation hits, by provider
 * @param certificatesAddress where Cloudflare publishes its signing keys; null if not given
 */
record RotateEverythingOptions(
        boolean live,
        boolean byHand,
        List<String> providers,
        @Nullable Path folderPath,
        @Nullable Path credentialsPath,
        Map<String, String> profiles,
        Map<String, String> buckets,
        Map<String, String> confirmations,
        @Nullable URI certificatesAddress) {

    static final String USAGE = """
            Usage: RotateEverything [--by-hand]
                   RotateEverything --live --folder DIR --credentials FILE [PROVIDER ...] [options]

              --by-hand           on the fakes, slowly: kill the rotator yourself, by the process id that it shows
              --live              at the real providers, with the settings in the environment; asks before it changes anything
              --resume            the same again: every call goes on with what is under way
              PROVIDER            linode, nscale, tensorpool or cloudflare; unless given, all whose settings are there
              --folder DIR        where journal and audit log are, for you only; the same one in every call
              --credentials FILE  the shared credentials file with the keys in use, such as ~/.aws/credentials
              --profile P=NAME    the profile of a provider in that file; unless given, the provider's name
              --bucket P=NAME     a bucket that the keys of a provider may list, if they may not list all buckets
              --confirm P=NAME    whom a rotation hits, where that must be confirmed: organisation or account
              --certificates URL  where Cloudflare publishes the signing keys of your team
            """;

    static RotateEverythingOptions parse(String... arguments) {
        boolean live = false;
        boolean byHand = false;
        List<String> providers = new ArrayList<>();
        Map<String, String> single = new HashMap<>();
        Map<String, Map<String, String>> pairs = new HashMap<>();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--live" -> live = true;
                case "--by-hand" -> byHand = true;
                case "--resume" -> {}
                case "--folder", "--credentials", "--certificates" -> single.put(argument, value(argument, rest));
                case "--profile", "--bucket", "--confirm" ->
                    putPair(pairs.computeIfAbsent(argument, name -> new HashMap<>()), argument, value(argument, rest));
                case "linode", "nscale", "tensorpool", "cloudflare" -> providers.add(argument);
                default -> throw new IllegalArgumentException("unknown argument " + argument);
            }
        }
        requireFitting(live, byHand, !providers.isEmpty() || !single.isEmpty() || !pairs.isEmpty());
        String certificates = single.get("--certificates");
        return new RotateEverythingOptions(
                live,
                byHand,
                List.copyOf(providers),
                path(single.get("--folder")),
                path(single.get("--credentials")),
                pairs.getOrDefault("--profile", Map.of()),
                pairs.getOrDefault("--bucket", Map.of()),
                pairs.getOrDefault("--confirm", Map.of()),
                certificates == null ? null : URI.create(certificates));
    }

    private static void requireFitting(boolean live, boolean byHand, boolean others) {
        if (live && byHand) {
            throw new IllegalArgumentException("--by-hand is for the fakes: nothing real is killed");
        }
        if (!live && others) {
            throw new IllegalArgumentException("the other arguments are for --live");
        }
    }

    private static String value(String argument, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs a value");
        }
        return rest.next();
    }

    private static void putPair(Map<String, String> pairs, String argument, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1 || equals == pair.length() - 1) {
            throw new IllegalArgumentException(argument + " needs a value such as linode=backup");
        }
        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }

    Optional<Path> folder() {
        return Optional.ofNullable(folderPath);
    }

    Optional<Path> credentials() {
        return Optional.ofNullable(credentialsPath);
    }
}

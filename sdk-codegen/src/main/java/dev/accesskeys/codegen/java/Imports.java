package dev.accesskeys.codegen.java;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a source has to import by the names that its code uses. */
final class Imports {

    /** Simple name to qualified name: what templates may use. No generated class is called like one of them. */
    static final Map<String, String> KNOWN = Stream.of(
                    "dev.accesskeys.CallOptions",
                    "dev.accesskeys.Response",
                    "dev.accesskeys.Secret",
                    "dev.accesskeys.error.ValidationException",
                    "dev.accesskeys.http.HttpMethod",
                    "dev.accesskeys.json.JsonCodec",
                    "dev.accesskeys.json.JsonReader",
                    "dev.accesskeys.json.JsonValue",
                    "dev.accesskeys.json.JsonWriter",
                    "dev.accesskeys.json.TriState",
                    "dev.accesskeys.operation.Caller",
                    "dev.accesskeys.operation.Constraints",
                    "dev.accesskeys.operation.Envelope",
                    "dev.accesskeys.operation.Invocation",
                    "dev.accesskeys.operation.Operation",
                    "dev.accesskeys.operation.ProviderDescription",
                    "dev.accesskeys.operation.RateLimitRule",
                    "dev.accesskeys.operation.SecurityScheme",
                    "dev.accesskeys.paging.Listing",
                    "dev.accesskeys.paging.Page",
                    "dev.accesskeys.paging.PageContent",
                    "dev.accesskeys.paging.Paging",
                    "dev.accesskeys.retry.Repeatability",
                    "java.math.BigDecimal",
                    "java.time.Duration",
                    "java.time.Instant",
                    "java.util.Collections",
                    "java.util.LinkedHashMap",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Objects",
                    "java.util.Optional",
                    "java.util.concurrent.CompletableFuture",
                    "java.util.regex.Pattern",
                    "org.jspecify.annotations.NullMarked",
                    "org.jspecify.annotations.Nullable")
            .collect(Collectors.toUnmodifiableMap(Imports::simpleName, Function.identity()));

    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

    /** A name that is not behind a dot. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[A-Z]\\w*");

    private Imports() {}

    /**
     * The qualified names to import, sorted.
     *
     * @param code the source without its imports
     * @param ownPackage the package of the source
     * @param more further qualified names that the source may use
     */
    static Collection<String> of(String code, String ownPackage, Collection<String> more) {
        Map<String, String> others =
                more.stream().distinct().collect(Collectors.toMap(Imports::simpleName, Function.identity()));
        TreeSet<String> imports = new TreeSet<>();
        Matcher names = NAME.matcher(NO_CODE.matcher(code).replaceAll(" "));
        while (names.find()) {
            String name = names.group();
            String qualified = others.getOrDefault(name, KNOWN.get(name));
            if (qualified != null && !packageName(qualified).equals(ownPackage)) {
                imports.add(qualified);
            }
        }
        return imports;
    }

    static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    static String packageName(String qualified) {
        return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
    }
}

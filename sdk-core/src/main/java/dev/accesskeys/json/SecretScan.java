package dev.accesskeys.json;

import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Secret;
import dev.accesskeys.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Finds the secrets and ids of an answer without understanding it: by the names of members, as far as the document can be
 * read. An answer that no model fits any more, or that was cut off, still gives up its secret.
 */
public final class SecretScan {

    private SecretScan() {}

    /**
     * Scans an answer. Where a name stands at several places, the one nearest to the root counts, and of those the first.
     *
     * @param operation tells the names to look for
     * @param document the answer, whole or not
     * @param limits what it may cost
     * @return what was found; perhaps nothing
     */
    public static FoundSecrets of(Operation<?> operation, byte[] document, JsonLimits limits) {
        Map<String, Found> found = new LinkedHashMap<>();
        try (JsonParser parser = JsonReader.factory(limits).createParser(ObjectReadContext.empty(), document)) {
            scan(parser, operation, found);
        } catch (JacksonException e) {
            // As far as it went: what was found up to here counts, and the decoder reports the damage.
        }
        Map<String, Secret> secrets = new LinkedHashMap<>();
        Map<String, String> identifiers = new LinkedHashMap<>();
        found.forEach((name, value) -> {
            if (operation.secretMembers().contains(name)) {
                secrets.put(name, Secret.of(value.text()));
            } else {
                identifiers.put(name, value.text());
            }
        });
        return new FoundSecrets(operation.toString(), secrets, identifiers);
    }

    private static void scan(JsonParser parser, Operation<?> operation, Map<String, Found> found) {
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                keep(parser, depth, operation, found);
            }
        }
    }

    private static void keep(JsonParser parser, int depth, Operation<?> operation, Map<String, Found> found) {
        String name = parser.currentName();
        boolean secret = name != null && operation.secretMembers().contains(name);
        if (name == null || (!secret && !operation.identifierMembers().contains(name))) {
            return;
        }
        String text = parser.getString();
        boolean placeholder = text.isEmpty() || operation.secretPlaceholders().contains(text);
        Found before = found.get(name);
        if (!placeholder && (before == null || depth < before.depth())) {
            found.put(name, new Found(text, depth));
        }
    }

    private record Found(String text, int depth) {}
}

package dev.accesskeys.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds texts and numbers in a document without understanding it: by the names of members, as far as the document can be read.
 * An answer that no model fits any more, or that was cut off, still gives up its secret this way.
 */
public final class MemberScan {

    private MemberScan() {}

    /**
     * Scans a document. Where a name stands at several places, the one nearest to the root counts, and of those the
     * first; within one object the last, as everywhere.
     *
     * @param document JSON in UTF-8, whole or not
     * @param names the names of the members to look for
     * @param placeholders texts that count as nothing, such as {@code [REDACTED]}; the empty text always does
     * @param limits what the document may cost
     * @return what was found, by name in the document's order; perhaps nothing
     */
    public static Map<String, String> find(
            byte[] document, Set<String> names, Set<String> placeholders, JsonLimits limits) {
        Map<String, Found> found = new LinkedHashMap<>();
        try (JsonParser parser = JsonParsers.open(document, limits)) {
            scan(parser, names, placeholders, found);
        } catch (JacksonException e) {
            // As far as it went: what was found up to here counts, and the decoder reports the damage.
        }
        Map<String, String> texts = new LinkedHashMap<>();
        found.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private static void scan(JsonParser parser, Set<String> names, Set<String> placeholders, Map<String, Found> found) {
        Deque<Integer> objects = new ArrayDeque<>();
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructStart()) {
                objects.push(count++);
            } else if (token.isStructEnd()) {
                objects.pop();
            } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                String name = parser.currentName();
                String text = name != null && names.contains(name) ? parser.getString() : "";
                if (!text.isEmpty() && !placeholders.contains(text)) {
                    Found here = new Found(text, objects.size(), objects.isEmpty() ? 0 : objects.peek());
                    found.merge(name, here, Found::better);
                }
            }
        }
    }

    private record Found(String text, int depth, int object) {

        /** The one nearer to the root, else the first; but of two in one object the last, which is what decoders take. */
        Found better(Found later) {
            return later.depth < depth || later.object == object ? later : this;
        }
    }
}

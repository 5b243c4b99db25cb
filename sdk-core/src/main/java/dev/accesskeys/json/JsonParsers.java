package dev.accesskeys.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Opens the library's parser with our limits. The one for the default limits is made once, for it is the one in use. */
final class JsonParsers {

    /** Longer numbers are refused: no provider sends them, and converting them costs more than it should. */
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonFactory WITH_DEFAULT_LIMITS = factory(JsonLimits.DEFAULT);

    private JsonParsers() {}

    static JsonParser open(byte[] document, JsonLimits limits) {
        JsonFactory factory = limits.equals(JsonLimits.DEFAULT) ? WITH_DEFAULT_LIMITS : factory(limits);
        return factory.createParser(ObjectReadContext.empty(), document);
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth())
                        .maxStringLength(limits.maxStringLength())
                        .maxNameLength(limits.maxStringLength())
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
    }
}

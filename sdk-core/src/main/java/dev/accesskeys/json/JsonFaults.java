package dev.accesskeys.json;

import dev.accesskeys.error.DecodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Says what is wrong with a document, and where, without quoting it: any value may be a secret. */
final class JsonFaults {

    private JsonFaults() {}

    static DecodingException mismatch(JsonParser parser, String expected) {
        return new DecodingException(path(parser), "expected " + expected + ", found " + found(parser));
    }

    static DecodingException missing(JsonParser parser, String member) {
        String path = path(parser);
        return new DecodingException(path.isEmpty() ? member : path + "." + member, "a required member is missing");
    }

    /** Only the place is taken over: the library's message quotes the document, and so perhaps a secret. */
    static DecodingException malformed(JsonParser parser, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new DecodingException(
                path(parser), "the document is not well-formed, cut short or beyond the limits" + where);
    }

    private static String path(JsonParser parser) {
        return JsonPath.of(parser.streamReadContext());
    }

    private static String found(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "the end of the document";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> "something else";
        };
    }
}

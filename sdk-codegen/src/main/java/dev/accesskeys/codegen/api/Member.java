package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;

/**
 * A member of a class: a property of a schema, or a parameter.
 *
 * @param wireName its name on the wire
 * @param javaName its name in Java
 * @param value what the document says about its value
 * @param required whether it must be there
 * @param identifier whether what was created can be found by it
 * @param triState whether absent and null are two things
 * @param place where it is in the document
 */
public record Member(
        String wireName,
        String javaName,
        Value value,
        boolean required,
        boolean identifier,
        boolean triState,
        Place place) {

    /** Whether it always has a value. */
    public boolean alwaysThere() {
        return value.choices().isPresent() || (required && !value.nullable() && !triState);
    }
}

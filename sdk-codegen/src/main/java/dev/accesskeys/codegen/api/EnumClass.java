package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;
import java.util.List;

/**
 * A set of texts that may grow.
 *
 * @param name its simple name
 * @param description CommonMark
 * @param constants the known ones
 * @param place where it is in the document
 */
public record EnumClass(String name, String description, List<Constant> constants, Place place)
        implements GeneratedClass {

    /**
     * One known text.
     *
     * @param javaName the name of its constant
     * @param wire the text
     * @param description CommonMark; may be empty
     */
    public record Constant(String javaName, String wire, String description) {}
}

package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;
import java.util.List;
import java.util.Optional;

/**
 * The named cases of a list whose absence, null and emptiness mean different things.
 *
 * @param name its simple name
 * @param description CommonMark
 * @param wireName the name of the member that it stands for
 * @param valuesName the name of the method that gives the entries
 * @param element the type of the entries
 * @param cases the cases
 * @param place where it is in the document
 */
public record ChoicesClass(
        String name,
        String description,
        String wireName,
        String valuesName,
        JavaType element,
        List<Case> cases,
        Place place)
        implements GeneratedClass {

    /** How a case looks on the wire. */
    public enum Wire {
        /** The member is left out. */
        ABSENT,
        /** The member is null. */
        NULL,
        /** The list is empty. */
        EMPTY,
        /** The list has entries. */
        VALUE
    }

    /**
     * One case.
     *
     * @param javaName the name of its factory method
     * @param wire how it looks on the wire
     * @param description CommonMark
     */
    public record Case(String javaName, Wire wire, String description) {}

    /** The case with a form on the wire. */
    public Optional<Case> on(Wire wire) {
        return cases.stream().filter(each -> each.wire() == wire).findFirst();
    }
}

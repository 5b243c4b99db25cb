package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;
import java.util.List;

/**
 * An object with known members, or the optional parameters of an operation.
 *
 * @param name its simple name
 * @param description CommonMark
 * @param members its members in the order of the document
 * @param anyOfRequired groups of wire names; of each group one member at least must be set
 * @param json whether it has a JSON form; parameters have none
 * @param deprecated whether it should not be used any longer
 * @param place where it is in the document
 */
public record ObjectClass(
        String name,
        String description,
        List<Member> members,
        List<List<String>> anyOfRequired,
        boolean json,
        boolean deprecated,
        Place place)
        implements GeneratedClass {

    /** The member with a name on the wire. */
    public Member member(String wireName) {
        return members.stream()
                .filter(member -> member.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wireName));
    }

    /** Whether all of its members may be left out. */
    public boolean allOptional() {
        return members.stream().noneMatch(Member::alwaysThere);
    }
}

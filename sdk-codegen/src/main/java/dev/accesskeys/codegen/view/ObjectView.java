package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A class with members, as its template prints it.
 *
 * @param file finishes the source
 * @param doc the lines of its comment
 * @param name its simple name
 * @param deprecated whether it is marked
 * @param json whether it has a JSON form
 * @param patterns declarations of regular expressions
 * @param members its members
 * @param equality the terms of {@code equals}
 * @param hashed the arguments of the hash
 * @param firstShown the beginning of the text in {@code toString}
 * @param shown the further lines of the expression in {@code toString}
 * @param fallible whether {@code build} can refuse
 * @param checked whether {@code build} checks rules
 * @param checks the statements that do it
 */
public record ObjectView(
        SourceFile file,
        List<String> doc,
        String name,
        boolean deprecated,
        boolean json,
        List<String> patterns,
        List<MemberView> members,
        List<String> equality,
        String hashed,
        String firstShown,
        List<String> shown,
        boolean fallible,
        boolean checked,
        List<String> checks) {

    static ObjectView of(ObjectClass object, Checks checks, SourceFile file) {
        Patterns patterns = new Patterns();
        boolean checked = checks.has(object.name());
        List<String> statements = checked ? checks.of(object, patterns) : List.of();
        List<MemberView> members = object.members().stream()
                .map(each -> new MemberCode(each).view())
                .toList();
        List<String> shown = shown(object, members);
        return new ObjectView(
                file,
                doc(object),
                object.name(),
                object.deprecated(),
                object.json(),
                patterns.declarations(),
                members,
                equality(object, members),
                String.join(", ", names(object, members)),
                shown.get(0),
                shown.subList(1, shown.size()),
                checked || !object.allOptional(),
                checked,
                statements);
    }

    private static List<String> doc(ObjectClass object) {
        List<String> blocks = new ArrayList<>(Javadoc.blocks(object.description()));
        if (blocks.isEmpty()) {
            blocks.add("The JSON object " + Javadoc.code(object.place().lastName()) + ".");
        }
        if (object.deprecated()) {
            blocks.add("@deprecated the provider says so; see above");
        }
        return Javadoc.lines(blocks);
    }

    private static List<String> names(ObjectClass object, List<MemberView> members) {
        List<String> names =
                new ArrayList<>(members.stream().map(MemberView::name).toList());
        if (object.json()) {
            names.add("unknownMembers");
        }
        return names;
    }

    private static List<String> equality(ObjectClass object, List<MemberView> members) {
        List<String> terms = new ArrayList<>();
        members.forEach(member -> terms.add("&& " + member.equality()));
        if (object.json()) {
            terms.add("&& unknownMembers.equals(that.unknownMembers)");
        }
        return ended(terms);
    }

    private static List<String> shown(ObjectClass object, List<MemberView> members) {
        List<String> terms = new ArrayList<>();
        for (MemberView member : members) {
            String label = terms.isEmpty() ? "" : "+ \", ";
            terms.add(label + member.name() + "=\" + " + member.name());
        }
        if (object.json()) {
            terms.add("+ \", unknownMembers=\" + unknownMembers.keySet()");
        }
        terms.add("+ \"]\"");
        return ended(terms);
    }

    private static List<String> ended(List<String> terms) {
        terms.set(terms.size() - 1, terms.get(terms.size() - 1) + ";");
        return terms;
    }
}

package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.ChoicesClass;
import dev.accesskeys.codegen.api.ChoicesClass.Case;
import dev.accesskeys.codegen.api.ChoicesClass.Wire;
import dev.accesskeys.codegen.java.Expressions;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.Names;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Named cases of a list, as their template prints them.
 *
 * @param file finishes the source
 * @param doc the lines of its comment
 * @param name its simple name
 * @param element the type of the entries
 * @param values the name of the method that gives the entries
 * @param spokenValues the same in words
 * @param wire the name of the member as a literal
 * @param emptyHint what to take in the place of an empty list
 * @param cases the cases
 * @param reads the statements that read a value that is there
 * @param checked whether entries have rules
 */
public record ChoicesView(
        SourceFile file,
        List<String> doc,
        String name,
        String element,
        String values,
        String spokenValues,
        String wire,
        String emptyHint,
        List<CaseView> cases,
        List<String> reads,
        boolean checked) {

    /**
     * One case.
     *
     * @param className the class
     * @param name its factory method
     * @param kind its constant
     * @param doc the lines of its comment
     * @param kindDoc the comment of its constant
     * @param hasValues whether it has entries
     * @param write the statement that writes it
     */
    public record CaseView(
            String className,
            String name,
            String kind,
            List<String> doc,
            String kindDoc,
            boolean hasValues,
            String write) {}

    static ChoicesView of(ChoicesClass choices, Checks checks, SourceFile file) {
        List<String> blocks = new ArrayList<>(Javadoc.blocks(choices.description()));
        if (blocks.isEmpty()) {
            blocks.add("The cases of " + Javadoc.code(choices.wireName()) + ".");
        }
        String hint = choices.on(Wire.EMPTY)
                .map(each -> ": use " + each.javaName() + "()")
                .orElse("");
        return new ChoicesView(
                file,
                Javadoc.lines(blocks),
                choices.name(),
                choices.element().boxed(),
                choices.valuesName(),
                Names.spoken(choices.valuesName()),
                Literals.text(choices.wireName()),
                Literals.text("must not be empty" + hint),
                choices.cases().stream().map(each -> view(choices, each)).toList(),
                reads(choices),
                checks.has(choices.name()));
    }

    private static CaseView view(ChoicesClass choices, Case each) {
        String form = switch (each.wire()) {
            case ABSENT -> "is left out";
            case NULL -> "is {@code null}";
            case EMPTY -> "is an empty list";
            case VALUE -> "lists them";
        };
        String wire = "On the wire, " + Javadoc.code(choices.wireName()) + " " + form + ".";
        List<String> blocks = new ArrayList<>(Javadoc.blocks(each.description()));
        blocks.add(blocks.isEmpty() ? wire : "<p>" + wire);
        if (each.wire() == Wire.VALUE) {
            blocks.add(
                    "@param " + choices.valuesName() + " the " + Names.spoken(choices.valuesName()) + ", at least one");
        }
        blocks.add("@return the choice");
        if (each.wire() == Wire.VALUE) {
            blocks.add("@throws ValidationException if there is none");
        }
        String write = switch (each.wire()) {
            case ABSENT -> "{}";
            case NULL -> "out.name(WIRE_NAME).nullValue();";
            case EMPTY, VALUE ->
                "out.name(WIRE_NAME).list(" + choices.valuesName() + ", " + Expressions.encoder(choices.element())
                        + ");";
        };
        return new CaseView(
                choices.name(),
                each.javaName(),
                Names.constant(each.javaName()),
                Javadoc.lines(blocks),
                "See {@link " + choices.name() + "#" + each.javaName() + (each.wire() == Wire.VALUE ? "(List)" : "()")
                        + "}.",
                each.wire() == Wire.VALUE,
                write);
    }

    /** Null counts as absence and emptiness as a list, unless they are cases of their own. */
    private static List<String> reads(ChoicesClass choices) {
        List<String> lines = new ArrayList<>();
        choices.on(Wire.NULL).or(() -> choices.on(Wire.ABSENT)).ifPresent(each -> {
            lines.add("if (in.readNull()) {");
            lines.add("    return " + each.javaName() + "();");
            lines.add("}");
        });
        lines.add("List<" + choices.element().boxed() + "> read = in.readList(" + Expressions.decoder(choices.element())
                + ");");
        String value = choices.on(Wire.VALUE)
                .map(each -> "new " + choices.name() + "(Kind." + Names.constant(each.javaName()) + ", read)")
                .orElse("");
        lines.add(choices.on(Wire.EMPTY)
                .map(each -> "return read.isEmpty() ? " + each.javaName() + "() : " + value + ";")
                .orElse("return " + value + ";"));
        return lines;
    }
}

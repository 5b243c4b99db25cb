package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.EnumClass;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * An open set of texts, as its template prints it.
 *
 * @param file finishes the source
 * @param doc the lines of its comment
 * @param name its simple name
 * @param constants the known texts
 */
public record EnumView(SourceFile file, List<String> doc, String name, List<Constant> constants) {

    /**
     * A known text.
     *
     * @param enumName the class
     * @param name the constant
     * @param wire the text as a literal
     * @param doc the lines of its comment
     */
    public record Constant(String enumName, String name, String wire, List<String> doc) {}

    static EnumView of(EnumClass generated, SourceFile file) {
        List<String> blocks = new ArrayList<>(Javadoc.blocks(generated.description()));
        if (blocks.isEmpty()) {
            blocks.add("The values of " + Javadoc.code(generated.place().lastName()) + ".");
        }
        blocks.add(
                "<p>The set is open: a value that this version does not know is kept as it came, and its {@link #known()} is"
                        + " {@link Known#UNRECOGNIZED}.");
        return new EnumView(
                file,
                Javadoc.lines(blocks),
                generated.name(),
                generated.constants().stream()
                        .map(each -> constant(generated.name(), each))
                        .toList());
    }

    private static Constant constant(String enumName, EnumClass.Constant constant) {
        String wire = Javadoc.code(constant.wire());
        String value = constant.wire().isEmpty() ? "The empty text." : "The value " + wire + ".";
        String doc = constant.description().isEmpty() ? value : wire + ": " + Javadoc.inline(constant.description());
        return new Constant(enumName, constant.javaName(), Literals.text(constant.wire()), Javadoc.lines(List.of(doc)));
    }
}

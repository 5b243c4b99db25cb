package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.ChoicesClass;
import dev.accesskeys.codegen.api.ChoicesClass.Case;
import dev.accesskeys.codegen.api.ChoicesClass.Wire;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code x-choices} of an array property. */
final class ChoicesReader {

    private final Node schema;
    private final JavaType element;

    ChoicesReader(Node schema, JavaType element) {
        this.schema = schema;
        this.element = element;
    }

    ChoicesClass read() {
        Node choices = schema.get("x-choices").allow(Keywords.CHOICES);
        List<Case> cases = new ArrayList<>();
        Set<Wire> wires = new HashSet<>();
        choices.get("cases").members().forEach((name, node) -> {
            node.allow(Keywords.CHOICES_CASE);
            Wire wire = wire(node.get("wire"));
            if (!wires.add(wire)) {
                throw node.get("wire").fail("two cases look the same on the wire");
            }
            cases.add(new Case(Names.property(name), wire, node.textOf("description")));
        });
        if (!wires.contains(Wire.VALUE)) {
            throw choices.get("cases").fail("one of the cases must have 'wire: value'");
        }
        String values = choices.textOf("values");
        return new ChoicesClass(
                Names.className(choices.get("type").text()),
                choices.textOf("description"),
                schema.place().lastName(),
                Names.property(values.isEmpty() ? "values" : values),
                element,
                List.copyOf(cases),
                choices.place());
    }

    private static Wire wire(Node node) {
        try {
            return Wire.valueOf(node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw node.fail("must be absent, null, empty or value");
        }
    }
}

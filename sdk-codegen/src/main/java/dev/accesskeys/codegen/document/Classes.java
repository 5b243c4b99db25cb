package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.GeneratedClass;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classes of the model package, as they are found. */
final class Classes {

    private final Map<String, GeneratedClass> byName = new LinkedHashMap<>();

    void add(GeneratedClass generated) {
        GeneratedClass other = byName.putIfAbsent(generated.name(), generated);
        if (other != null) {
            throw new DocumentException(
                    generated.place(),
                    "the class " + generated.name() + " is already made for " + other.place()
                            + "; give one of the schemas another name");
        }
    }

    Map<String, GeneratedClass> byName() {
        return byName;
    }
}

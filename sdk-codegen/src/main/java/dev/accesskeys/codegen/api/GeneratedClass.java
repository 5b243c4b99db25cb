package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;

/** A class in the model package. */
public sealed interface GeneratedClass permits ObjectClass, EnumClass, ChoicesClass {

    /** Its simple name. */
    String name();

    /** CommonMark. */
    String description();

    /** Where it is in the document. */
    Place place();
}

package dev.accesskeys.codegen.api;

import java.util.Optional;

/** The Java type of a value. */
public sealed interface JavaType {

    /** Its name as a type argument, such as {@code Long} or {@code List<String>}. */
    String boxed();

    /** Its name where it cannot be null, such as {@code long}. */
    default String plain() {
        return boxed();
    }

    /** Its name without type arguments, for a link in Javadoc. */
    default String erased() {
        return plain();
    }

    /** The generated class in it, if there is one. */
    default Optional<String> generatedClass() {
        return Optional.empty();
    }

    /** Whether it is a list or a map, for which "empty" is the natural "absent". */
    default boolean isCollection() {
        return false;
    }

    /** A type of the JDK or the core. */
    enum Scalar implements JavaType {
        /** Any text. */
        STRING("String", "String", "readString"),
        /** A text that must not be seen. */
        SECRET("Secret", "Secret", "readSecret"),
        /** A point in time. */
        INSTANT("Instant", "Instant", "readInstant"),
        /** A truth value. */
        BOOLEAN("boolean", "Boolean", "readBoolean"),
        /** A whole number of 32 bits. */
        INT("int", "Integer", "readInt"),
        /** A whole number of 64 bits. */
        LONG("long", "Long", "readLong"),
        /** A binary floating-point number. */
        DOUBLE("double", "Double", "readDouble"),
        /** A number as it was written. */
        NUMBER("BigDecimal", "BigDecimal", "readNumber"),
        /** Anything. */
        JSON("JsonValue", "JsonValue", "readValue");

        private final String plain;
        private final String boxed;
        private final String reader;

        Scalar(String plain, String boxed, String reader) {
            this.plain = plain;
            this.boxed = boxed;
            this.reader = reader;
        }

        @Override
        public String plain() {
            return plain;
        }

        @Override
        public String boxed() {
            return boxed;
        }

        /** The method of the core's reader that reads it. */
        public String reader() {
            return reader;
        }

        /** Whether it is a primitive type. */
        public boolean isPrimitive() {
            return !plain.equals(boxed);
        }
    }

    /** A generated class. */
    record Generated(String boxed) implements JavaType {
        @Override
        public Optional<String> generatedClass() {
            return Optional.of(boxed);
        }
    }

    /** A class of the provider's module that travels as one text. */
    record HandWritten(String qualified) implements JavaType {
        @Override
        public String boxed() {
            return qualified.substring(qualified.lastIndexOf('.') + 1);
        }
    }

    /** A list. */
    record ListOf(JavaType element) implements JavaType {
        @Override
        public String boxed() {
            return "List<" + element.boxed() + ">";
        }

        @Override
        public String erased() {
            return "List";
        }

        @Override
        public Optional<String> generatedClass() {
            return element.generatedClass();
        }

        @Override
        public boolean isCollection() {
            return true;
        }
    }

    /** An object whose member names are data. */
    record MapOf(JavaType value) implements JavaType {
        @Override
        public String boxed() {
            return "Map<String, " + value.boxed() + ">";
        }

        @Override
        public String erased() {
            return "Map";
        }

        @Override
        public Optional<String> generatedClass() {
            return value.generatedClass();
        }

        @Override
        public boolean isCollection() {
            return true;
        }
    }
}

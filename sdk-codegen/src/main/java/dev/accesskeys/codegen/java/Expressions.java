package dev.accesskeys.codegen.java;

import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.ListOf;
import dev.accesskeys.codegen.api.JavaType.MapOf;
import dev.accesskeys.codegen.api.JavaType.Scalar;

/** Code that reads and writes JSON with the core's reader and writer. */
public final class Expressions {

    private Expressions() {}

    /** Reads a value from the reader {@code in}. */
    public static String read(JavaType type, String in) {
        return read(type, in, 1);
    }

    private static String read(JavaType type, String in, int depth) {
        if (type == Scalar.DOUBLE) {
            return in + ".readNumber().doubleValue()";
        }
        if (type instanceof Scalar scalar) {
            return in + "." + scalar.reader() + "()";
        }
        if (type instanceof ListOf list) {
            return in + ".readList(" + decoder(list.element(), depth) + ")";
        }
        if (type instanceof MapOf map) {
            return in + ".readMap(" + decoder(map.value(), depth) + ")";
        }
        return type.boxed() + ".CODEC.read(" + in + ")";
    }

    /** A decoder of the core. */
    public static String decoder(JavaType type) {
        return decoder(type, 1);
    }

    private static String decoder(JavaType type, int depth) {
        if (type instanceof Scalar scalar && scalar != Scalar.DOUBLE) {
            return "JsonReader::" + scalar.reader();
        }
        if (type.isCollection() || type == Scalar.DOUBLE) {
            String nested = depth == 1 ? "nested" : "nested" + depth;
            return nested + " -> " + read(type, nested, depth + 1);
        }
        return type.boxed() + ".CODEC";
    }

    /** Writes a value to the writer that an expression gives. */
    public static String write(JavaType type, String out, String value) {
        return write(type, out, value, 1);
    }

    private static String write(JavaType type, String out, String value, int depth) {
        if (type == Scalar.DOUBLE) {
            return out + ".value(BigDecimal.valueOf(" + value + "))";
        }
        if (type instanceof Scalar) {
            return out + ".value(" + value + ")";
        }
        if (type instanceof ListOf list) {
            return out + ".list(" + value + ", " + encoder(list.element(), depth) + ")";
        }
        if (type instanceof MapOf map) {
            return out + ".map(" + value + ", " + encoder(map.value(), depth) + ")";
        }
        return type.boxed() + ".CODEC.write(" + out + ", " + value + ")";
    }

    /** An encoder of the core. */
    public static String encoder(JavaType type) {
        return encoder(type, 1);
    }

    private static String encoder(JavaType type, int depth) {
        if (type instanceof Scalar && type != Scalar.DOUBLE) {
            return "JsonWriter::value";
        }
        if (type.isCollection() || type == Scalar.DOUBLE) {
            String suffix = depth == 1 ? "" : String.valueOf(depth);
            return "(nested" + suffix + ", each" + suffix + ") -> "
                    + write(type, "nested" + suffix, "each" + suffix, depth + 1);
        }
        return type.boxed() + ".CODEC";
    }
}

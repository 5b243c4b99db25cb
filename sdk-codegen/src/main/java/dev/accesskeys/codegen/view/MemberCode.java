package dev.accesskeys.codegen.view;

import static dev.accesskeys.codegen.java.Literals.text;

import dev.accesskeys.codegen.api.ChoicesClass.Case;
import dev.accesskeys.codegen.api.ChoicesClass.Wire;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.java.Expressions;
import dev.accesskeys.codegen.java.Literals;
import java.util.List;

/** Types and expressions for one member. */
final class MemberCode {

    private final Member member;
    private final JavaType type;
    private final String name;
    private final String wire;

    MemberCode(Member member) {
        this.member = member;
        this.type = member.value().type();
        this.name = member.javaName();
        this.wire = text(member.wireName());
    }

    MemberView view() {
        MemberDocs docs = new MemberDocs(member);
        return new MemberView(
                name,
                fieldType(),
                docs.getter(),
                getterType(),
                getter(),
                member.value().deprecated(),
                builderField(),
                constructor(),
                new SetterCode(member).methods(),
                equality(),
                "case " + wire + " -> builder." + name + " = " + read() + ";",
                afterReading(),
                write());
    }

    private String fieldType() {
        if (member.triState()) {
            return "TriState<" + type.boxed() + ">";
        }
        return member.alwaysThere() ? type.plain() : "@Nullable " + type.boxed();
    }

    private String getterType() {
        if (member.triState() || member.alwaysThere()) {
            return fieldType();
        }
        return type.isCollection() ? type.boxed() : "Optional<" + type.boxed() + ">";
    }

    private String getter() {
        if (member.triState() || member.alwaysThere()) {
            return name;
        }
        if (type.isCollection()) {
            return name + " == null ? " + (type instanceof JavaType.ListOf ? "List" : "Map") + ".of() : " + name;
        }
        return "Optional.ofNullable(" + name + ")";
    }

    private String builderField() {
        return member.triState()
                ? "private " + fieldType() + " " + name + " = TriState.absent();"
                : "private @Nullable " + type.boxed() + " " + name + ";";
    }

    private String constructor() {
        if (member.value().choices().isPresent()) {
            List<String> cases = member.value().choices().get().cases().stream()
                    .map(each -> each.javaName() + (each.wire() == Wire.VALUE ? "(…)" : "()"))
                    .toList();
            return "Constraints.chosen(" + wire + ", builder." + name + ", " + Literals.texts(cases) + ")";
        }
        return member.alwaysThere() ? "Constraints.required(" + wire + ", builder." + name + ")" : "builder." + name;
    }

    private String equality() {
        if (member.alwaysThere() && type instanceof Scalar scalar && scalar.isPrimitive()) {
            return scalar == Scalar.DOUBLE
                    ? "Double.compare(" + name + ", that." + name + ") == 0"
                    : name + " == that." + name;
        }
        return member.triState() || member.alwaysThere()
                ? name + ".equals(that." + name + ")"
                : "Objects.equals(" + name + ", that." + name + ")";
    }

    private String read() {
        if (member.value().secret().isPresent()) {
            return "in.readSecret(" + Literals.texts(member.value().secret().get()) + ")";
        }
        if (member.value().choices().isPresent()) {
            return type.boxed() + ".read(in)";
        }
        String read = Expressions.read(type, "in");
        if (member.triState()) {
            return "in.readNull() ? TriState.ofNull() : TriState.of(" + read + ")";
        }
        return member.alwaysThere() ? read : "in.readNull() ? null : " + read;
    }

    private List<String> afterReading() {
        if (member.value().choices().isPresent()) {
            return member.value()
                    .choices()
                    .get()
                    .on(Wire.ABSENT)
                    .map(this::chooseAbsent)
                    .orElseGet(this::require);
        }
        return member.alwaysThere() ? require() : List.of();
    }

    private List<String> chooseAbsent(Case absent) {
        return List.of(
                "if (builder." + name + " == null) {",
                "    builder." + name + " = " + type.boxed() + "." + absent.javaName() + "();",
                "}");
    }

    private List<String> require() {
        return List.of("in.require(" + wire + ", builder." + name + ");");
    }

    private List<String> write() {
        if (member.value().choices().isPresent()) {
            return List.of("model." + name + ".write(out);");
        }
        if (member.triState()) {
            return List.of("model." + name + ".write(out, " + wire + ", " + Expressions.encoder(type) + ");");
        }
        String write = Expressions.write(type, "out.name(" + wire + ")", "model." + name) + ";";
        if (member.alwaysThere()) {
            return List.of(write);
        }
        String condition = "if (model." + name + " != null) {";
        return member.required()
                ? List.of(condition, "    " + write, "} else {", "    out.name(" + wire + ").nullValue();", "}")
                : List.of(condition, "    " + write, "}");
    }
}

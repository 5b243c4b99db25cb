package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.ListOf;
import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.java.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The builder's methods for one member. */
final class SetterCode {

    private final Member member;
    private final JavaType type;
    private final String name;
    private final MemberDocs docs;

    SetterCode(Member member) {
        this.member = member;
        this.type = member.value().type();
        this.name = member.javaName();
        this.docs = new MemberDocs(member);
    }

    List<MethodView> methods() {
        List<MethodView> methods = new ArrayList<>();
        if (member.triState()) {
            methods.add(method(type.plain(), "TriState.of(" + held() + ")"));
            String clear = "clear" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            methods.add(new MethodView(
                    docs.clearer(), annotations(), "public Builder " + clear + "()", body("TriState.ofNull()")));
            return methods;
        }
        if (type instanceof ListOf list && !list.element().isCollection()) {
            methods.add(new MethodView(
                    docs.setter(""),
                    annotations(),
                    "public Builder " + name + "(" + list.element().boxed() + "... " + name + ")",
                    List.of("return " + name + "(List.of(" + name + "));")));
        }
        if (!member.alwaysThere() && (type == Scalar.LONG || type == Scalar.DOUBLE)) {
            methods.add(new MethodView(
                    docs.setter(""),
                    annotations(),
                    "public Builder " + name + "(" + type.plain() + " " + name + ")",
                    body(name)));
        }
        if (type == Scalar.NUMBER) {
            methods.add(new MethodView(
                    docs.setter(""),
                    annotations(),
                    "public Builder " + name + "(long " + name + ")",
                    body("BigDecimal.valueOf(" + name + ")")));
        }
        if (member.alwaysThere()) {
            methods.add(method(type.plain(), held()));
        } else {
            methods.add(method(
                    "@Nullable " + type.boxed(), type.isCollection() ? name + " == null ? null : " + held() : name));
        }
        return methods;
    }

    /** What the builder keeps: a copy of what can change, and never an unexpected null. */
    private String held() {
        boolean primitive = type instanceof Scalar scalar && scalar.isPrimitive();
        String given = primitive || !member.alwaysThere()
                ? name
                : "Constraints.required(" + Literals.text(member.wireName()) + ", " + name + ")";
        if (type instanceof ListOf) {
            return "List.copyOf(" + given + ")";
        }
        return type.isCollection() ? "Collections.unmodifiableMap(new LinkedHashMap<>(" + given + "))" : given;
    }

    private MethodView method(String parameterType, String value) {
        String nullWords = parameterType.startsWith("@Nullable") ? ", or null to leave it out" : "";
        return new MethodView(
                docs.setter(nullWords),
                annotations(),
                "public Builder " + name + "(" + parameterType + " " + name + ")",
                body(value));
    }

    private List<String> body(String value) {
        return List.of("this." + name + " = " + value + ";", "return this;");
    }

    private List<String> annotations() {
        return member.value().deprecated() ? List.of("@Deprecated") : List.of();
    }
}

package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ChoicesClass;
import dev.accesskeys.codegen.api.GeneratedClass;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.ListOf;
import dev.accesskeys.codegen.api.JavaType.MapOf;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.api.Rules;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Literals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The code that holds what is sent against the rules of the document. Only classes that are part of a request have any: what
 * a provider answers is not judged.
 */
final class Checks {

    private final Map<String, GeneratedClass> classes;
    private final Set<String> sent = new HashSet<>();

    Checks(Api api) {
        classes = api.classes();
        api.operations().forEach(operation -> {
            operation.body().ifPresent(body -> markSent(body.type()));
            operation.parameters().ifPresent(parameters -> sent.add(parameters.name()));
        });
    }

    private void markSent(JavaType type) {
        type.generatedClass()
                .filter(sent::add)
                .map(classes::get)
                .ifPresent(each -> parts(each).forEach(this::markSent));
    }

    private static Collection<JavaType> parts(GeneratedClass generated) {
        if (generated instanceof ObjectClass object) {
            return object.members().stream().map(Member::value).map(Value::type).toList();
        }
        return generated instanceof ChoicesClass choices ? List.of(choices.element()) : List.of();
    }

    /** Whether the class has a method {@code check}. */
    boolean has(String name) {
        return sent.contains(name) && has(name, new HashSet<>());
    }

    private boolean has(String name, Set<String> seen) {
        GeneratedClass generated = classes.get(name);
        if (generated == null || !seen.add(name)) {
            return false;
        }
        boolean own = generated instanceof ObjectClass object
                && (!object.anyOfRequired().isEmpty()
                        || object.members().stream()
                                .anyMatch(member -> !member.value().rules().isEmpty()));
        return own
                || parts(generated).stream()
                        .flatMap(type -> type.generatedClass().stream())
                        .anyMatch(each -> has(each, seen));
    }

    /** The body of the method {@code check} of a class. */
    List<String> of(ObjectClass object, Patterns patterns) {
        List<String> lines = new ArrayList<>();
        for (List<String> group : object.anyOfRequired()) {
            anyOf(object, group, lines);
        }
        for (Member member : object.members()) {
            List<String> own = new ArrayList<>();
            String path = "path + " + Literals.text(member.wireName());
            if (!member.triState()) {
                new Statements(patterns, member.javaName(), own)
                        .add(member.value().type(), member.value().rules(), path, member.javaName(), 0);
            }
            if (own.isEmpty()) {
                continue;
            }
            if (member.alwaysThere()) {
                lines.addAll(own);
            } else {
                lines.addAll(within("if (" + member.javaName() + " != null) {", own));
            }
        }
        return lines;
    }

    private static void anyOf(ObjectClass object, List<String> group, List<String> lines) {
        List<Member> members = group.stream().map(object::member).toList();
        String none = String.join(
                " && ",
                members.stream().map(member -> member.javaName() + " == null").toList());
        String others = String.join(" or ", group.subList(1, group.size()));
        lines.addAll(within(
                "if (" + none + ") {",
                List.of("throw new ValidationException(path + \"" + group.get(0) + "\", \"is required"
                        + (others.isEmpty() ? "" : ", or in its place " + others) + "\", \"nothing\");")));
    }

    private static List<String> within(String head, List<String> body) {
        List<String> lines = new ArrayList<>(List.of(head));
        body.forEach(line -> lines.add("    " + line));
        lines.add("}");
        return lines;
    }

    /** The statements that check one member. */
    private final class Statements {

        private final Patterns patterns;
        private final String name;
        private final List<String> lines;

        Statements(Patterns patterns, String name, List<String> lines) {
            this.patterns = patterns;
            this.name = name;
            this.lines = lines;
        }

        /** Adds the checks of one value; for a list or map those of its entries too. */
        void add(JavaType type, Rules rules, String path, String value, int depth) {
            String suffix = depth == 0 ? "" : String.valueOf(depth);
            if (type instanceof ListOf list) {
                lines.addAll(RuleCode.size(rules, path, value));
                String index = "i" + suffix;
                loop(
                        "for (int " + index + " = 0; " + index + " < " + value + ".size(); " + index + "++) {",
                        nested -> nested.add(
                                list.element(),
                                rules.items().orElse(Rules.NONE),
                                join(path, "[") + " + " + index + " + \"]\"",
                                value + ".get(" + index + ")",
                                depth + 1));
            } else if (type instanceof MapOf map) {
                String entry = "entry" + suffix;
                String entryType = "Map.Entry<String, " + map.value().boxed() + ">";
                loop(
                        "for (" + entryType + " " + entry + " : " + value + ".entrySet()) {",
                        nested -> nested.add(
                                map.value(),
                                Rules.NONE,
                                join(path, ".") + " + " + entry + ".getKey()",
                                entry + ".getValue()",
                                depth + 1));
            } else if (type instanceof JavaType.Generated generated) {
                if (has(generated.boxed())) {
                    boolean choices = classes.get(generated.boxed()) instanceof ChoicesClass;
                    lines.add(value + ".check(" + (choices ? path : join(path, ".")) + ");");
                }
            } else {
                lines.addAll(RuleCode.single(rules, path, value, pattern -> patterns.constant(pattern, name)));
            }
        }

        private void loop(String head, Consumer<Statements> body) {
            List<String> each = new ArrayList<>();
            body.accept(new Statements(patterns, name, each));
            if (!each.isEmpty()) {
                lines.addAll(within(head, each));
            }
        }
    }

    /** Appends to an expression for a text, into its last literal if it ends with one. */
    static String join(String expression, String text) {
        return expression.endsWith("\"")
                ? expression.substring(0, expression.length() - 1) + text + "\""
                : expression + " + \"" + text + "\"";
    }
}

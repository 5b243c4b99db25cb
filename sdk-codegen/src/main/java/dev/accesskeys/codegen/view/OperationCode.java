package dev.accesskeys.codegen.view;

import static dev.accesskeys.codegen.java.Literals.text;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.Api.RateLimit;
import dev.accesskeys.codegen.api.Api.Scheme;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.ApiOperation.Answer;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.java.Expressions;
import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Code for the constant of one operation, and for that of the provider. */
final class OperationCode {

    private final Api api;
    private final ApiOperation operation;

    OperationCode(Api api, ApiOperation operation) {
        this.api = api;
        this.operation = operation;
    }

    /** What the operation answers with, for a page its content. */
    String wireType() {
        String type = resultType();
        return operation.page().isPresent() ? "PageContent<" + type + ">" : type;
    }

    /** What the operation answers with, for a page one entry; boxed. */
    String resultType() {
        return operation.answer().isVoid()
                ? "@Nullable Void"
                : operation.answer().type().boxed();
    }

    List<String> calls() {
        List<String> calls = new ArrayList<>();
        calls.add(".repeatability(Repeatability." + operation.retry() + ")");
        if (!operation.security().isEmpty()) {
            calls.add(".security(" + alternatives(operation.security()) + ")");
        }
        operation.envelope().ifPresent(envelope -> calls.add(".envelope(" + envelope(envelope) + ")"));
        addAnswer(calls);
        addMembers(calls);
        if (!operation.reconciliation().isEmpty()) {
            List<String> parts = Literals.parts(operation.reconciliation(), 85);
            calls.add(".reconciliation(" + parts.get(0) + (parts.size() == 1 ? ")" : ""));
            for (int i = 1; i < parts.size(); i++) {
                calls.add("        + " + parts.get(i) + (i < parts.size() - 1 ? "" : ")"));
            }
        }
        operation.rateLimit().ifPresent(name -> calls.add(".rateLimit(" + text(name) + ")"));
        calls.add(".build();");
        return calls;
    }

    private static String alternatives(List<List<String>> security) {
        return security.stream()
                .map(each -> "List.of(" + Literals.texts(each) + ")")
                .collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String envelope(ApiOperation.Envelope envelope) {
        return envelope.qualifiedClass()
                .map(name -> "new " + name.substring(name.lastIndexOf('.') + 1) + "()")
                .orElseGet(() -> "Envelope.member(" + text(envelope.member().orElseThrow()) + ")");
    }

    private void addAnswer(List<String> calls) {
        JavaType type = operation.answer().type();
        if (operation.page().isPresent()) {
            ApiOperation.Page page = operation.page().get();
            calls.add(".page(PageContent.decoder("
                    + Literals.texts(List.of(page.items(), page.number(), page.pages(), page.total())) + ", "
                    + Expressions.decoder(type) + "))");
        } else if (operation.answer().kind() == Answer.Kind.EMPTY_OBJECT) {
            calls.add(".answerIsAnyObject()");
        } else if (operation.answer().kind() == Answer.Kind.VALUE) {
            // A list that comes all at once is a page as to its size.
            calls.add((type instanceof JavaType.ListOf ? ".page(" : ".answer(") + Expressions.decoder(type) + ")");
        }
    }

    private void addMembers(List<String> calls) {
        AnswerMembers members = new AnswerMembers(api, operation);
        if (!members.secrets().isEmpty()) {
            calls.add(".secretMembers(" + Literals.texts(members.secrets()) + ")");
        }
        if (!members.placeholders().isEmpty()) {
            calls.add(".secretPlaceholders(" + Literals.texts(members.placeholders()) + ")");
        }
        if (!members.identifiers().isEmpty()) {
            calls.add(".identifierMembers(" + Literals.texts(members.identifiers()) + ")");
        }
        String test = secretTest();
        if (!test.isEmpty()) {
            calls.add(".carriesSecret(answer -> " + test + ")");
        }
    }

    /** Whether the answer carries its secret; empty where it cannot be without, for then it would not have been read. */
    private String secretTest() {
        String expression = "answer";
        boolean optional = false;
        JavaType type = operation.answer().type();
        for (String step : operation.createdSecret()) {
            ObjectClass current = (ObjectClass) api.classes().get(type.boxed());
            Member member = Objects.requireNonNull(current).member(step);
            String getter = member.javaName() + "()";
            if (optional) {
                String parameter = Names.property(type.boxed());
                expression += (member.alwaysThere() ? ".map(" : ".flatMap(") + parameter + " -> " + parameter + "."
                        + getter + ")";
            } else {
                expression += "." + getter;
            }
            optional |= !member.alwaysThere();
            type = member.value().type();
        }
        return optional ? expression + ".isPresent()" : "";
    }

    /** The calls that make the description of the provider. */
    static List<String> description(Api api) {
        List<String> calls = new ArrayList<>();
        api.baseUrl().ifPresent(url -> calls.add(".baseUrl(" + text(url) + ")"));
        if (!api.provider().baseUrlVariable().isEmpty()) {
            calls.add(".baseUrlVariable(" + text(api.provider().baseUrlVariable()) + ")");
        }
        addAll(
                calls,
                ".securitySchemes(",
                api.schemes().stream().map(OperationCode::scheme).toList());
        if (!api.security().isEmpty()) {
            calls.add(".security(" + alternatives(api.security()) + ")");
        }
        if (!api.provider().requestIdHeaders().isEmpty()) {
            calls.add(".requestIdHeaders(" + Literals.texts(api.provider().requestIdHeaders()) + ")");
        }
        addAll(
                calls,
                ".rateLimits(",
                api.rateLimits().stream().map(OperationCode::rateLimit).toList());
        addAll(
                calls,
                ".operations(",
                api.operations().stream().map(each -> Names.constant(each.id())).toList());
        calls.add(".build();");
        return calls;
    }

    private static void addAll(List<String> calls, String call, List<String> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        if (arguments.size() == 1) {
            calls.add(call + arguments.get(0) + ")");
            return;
        }
        calls.add(call);
        for (int i = 0; i < arguments.size(); i++) {
            calls.add("        " + arguments.get(i) + (i < arguments.size() - 1 ? "," : ")"));
        }
    }

    private static String scheme(Scheme scheme) {
        return "new SecurityScheme("
                + Literals.texts(List.of(scheme.name(), scheme.header(), scheme.prefix(), scheme.variable())) + ")";
    }

    private static String rateLimit(RateLimit limit) {
        String concurrent = limit.concurrent().map(Literals::number).orElse("Integer.MAX_VALUE");
        return "new RateLimitRule(" + text(limit.name()) + ", " + Literals.number(limit.requests())
                + ", Duration.parse(" + text(limit.period()) + "), " + concurrent
                + limit.perSecond()
                        .map(number -> ", " + Literals.number(number))
                        .orElse("") + ")";
    }
}

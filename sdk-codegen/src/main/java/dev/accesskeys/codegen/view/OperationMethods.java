package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.java.Expressions;
import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The methods of a service for one operation. */
final class OperationMethods {

    private final ApiOperation operation;
    private final OperationDocs docs;
    private final Patterns patterns;
    private final String constant;
    private final String result;
    private final String paging;
    private final List<Argument> arguments;
    private final Optional<ObjectClass> optional;

    OperationMethods(Api api, ApiOperation operation, String service, String operationsClass, Patterns patterns) {
        this.patterns = patterns;
        this.operation = operation;
        this.constant = operationsClass + "." + Names.constant(operation.id());
        this.result = new OperationCode(api, operation).resultType();
        this.paging = Names.constant(operation.method()) + "_PAGING";
        this.arguments = Argument.of(operation);
        this.optional = operation.parameters().filter(ObjectClass::allOptional);
        this.docs = new OperationDocs(api, operation, service, arguments);
    }

    private boolean paged() {
        return operation.page().isPresent();
    }

    /** The calls that give what came back and nothing else. */
    List<MethodView> methods() {
        List<MethodView> methods = new ArrayList<>();
        String name = operation.method();
        String value = paged() ? "Page<" + result + ">" : result;
        boolean nothing = operation.answer().isVoid();
        String call = paged() ? paging + ".page(caller, %s)" : "caller.call(%s)";
        String callAsync = paged() ? paging + ".pageAsync(caller, %s)" : "caller.callAsync(%s)";
        String sync = nothing ? "void" : operation.answer().type().plain();
        add(methods, docs.main(), paged() ? value : sync, name, (nothing ? "" : "return ") + call);
        add(methods, docs.async(), "CompletableFuture<" + value + ">", name + "Async", "return " + callAsync);
        if (paged()) {
            add(
                    methods,
                    docs.all(),
                    "Listing<" + result + ">",
                    name + "All",
                    "return " + paging + ".listing(caller, %s)");
        }
        return methods;
    }

    /** The calls that give the circumstances too. */
    List<MethodView> responding() {
        List<MethodView> methods = new ArrayList<>();
        String name = operation.method();
        String value = "Response<" + (paged() ? "Page<" + result + ">" : result) + ">";
        String call = paged() ? paging + ".respond(caller, %s)" : "caller.respond(%s)";
        String callAsync = paged() ? paging + ".respondAsync(caller, %s)" : "caller.respondAsync(%s)";
        add(methods, docs.responding(false), value, name, "return " + call);
        add(methods, docs.responding(true), "CompletableFuture<" + value + ">", name + "Async", "return " + callAsync);
        return methods;
    }

    /** Adds a method, before it the one without parameters that all may be left out. */
    private void add(List<MethodView> methods, OperationDocs.Doc doc, String type, String name, String body) {
        optional.ifPresent(parameters -> {
            List<Argument> fewer = arguments.subList(0, arguments.size() - 1);
            String call = (body.startsWith("return ") ? "return " : "") + name + "("
                    + join(fewer, parameters.name() + ".builder().build()") + ");";
            methods.add(method(doc.lines(fewer, true), type, name, fewer, call));
        });
        methods.add(method(doc.lines(arguments, false), type, name, arguments, body.formatted(invocationCall()) + ";"));
    }

    private static String join(List<Argument> arguments, String last) {
        List<String> names =
                new ArrayList<>(arguments.stream().map(Argument::name).toList());
        names.add(last);
        return String.join(", ", names);
    }

    private MethodView method(List<String> doc, String type, String name, List<Argument> list, String body) {
        String signature = "public " + type + " " + name + "(" + declared(list) + ")";
        return new MethodView(
                doc, operation.deprecated() ? List.of("@Deprecated") : List.of(), signature, List.of(body));
    }

    private static String declared(List<Argument> arguments) {
        return arguments.stream()
                .map(each -> each.type().plain() + " " + each.name())
                .collect(Collectors.joining(", "));
    }

    private String invocationName() {
        return operation.method() + "Invocation";
    }

    private String invocationCall() {
        return invocationName() + "(" + arguments.stream().map(Argument::name).collect(Collectors.joining(", ")) + ")";
    }

    /** The private method that puts the arguments together. */
    MethodView invocation() {
        String type = paged() ? "PageContent<" + result + ">" : result;
        List<String> body = new ArrayList<>();
        arguments.stream()
                .filter(Argument::mayBeNull)
                .forEach(argument -> body.add(
                        "Constraints.required(" + Literals.text(argument.wireName()) + ", " + argument.name() + ");"));
        operation
                .pathParameters()
                .forEach(member -> body.addAll(RuleCode.single(
                        member.value().rules(),
                        Literals.text(member.wireName()),
                        member.javaName(),
                        pattern -> patterns.constant(pattern, member.javaName()))));
        List<String> chain = new ArrayList<>();
        operation
                .pathParameters()
                .forEach(member ->
                        chain.add(".path(" + Literals.text(member.wireName()) + ", " + member.javaName() + ")"));
        operation.parameters().ifPresent(parameters -> parameters.members().forEach(member -> chain.add(sent(member))));
        operation
                .body()
                .ifPresent(value -> chain.add(".body(" + Expressions.encoder(value.type()) + ", " + bodyName() + ")"));
        String start = "return Invocation.of(" + constant + ")";
        String oneLine = start + String.join("", chain) + ";";
        if (chain.size() <= 1 && oneLine.length() <= 110) {
            body.add(oneLine);
        } else {
            body.add(start);
            for (int i = 0; i < chain.size(); i++) {
                body.add("        " + chain.get(i) + (i < chain.size() - 1 ? "" : ";"));
            }
        }
        return new MethodView(
                List.of(),
                List.of(),
                "private static Invocation<" + type + "> " + invocationName() + "(" + declared(arguments) + ")",
                body);
    }

    private String bodyName() {
        return arguments.stream()
                .filter(Argument::isBody)
                .map(Argument::name)
                .findFirst()
                .orElseThrow();
    }

    private String sent(Member member) {
        String wire = Literals.text(member.wireName());
        String getter = parametersName() + "." + member.javaName() + "()";
        String value = member.alwaysThere() ? getter : getter + ".orElse(null)";
        if (operation.headerNames().contains(member.wireName())) {
            return ".header(" + wire + ", " + value + ")";
        }
        return member.value().type() instanceof JavaType.ListOf
                ? ".queryEach(" + wire + ", " + getter + ")"
                : ".query(" + wire + ", " + value + ")";
    }

    private String parametersName() {
        return arguments.get(arguments.size() - 1).name();
    }

    /** The constant that says how the list is cut into pages. */
    Optional<String> paging() {
        return operation
                .page()
                .map(page -> "private static final Paging " + paging + " = Paging.numbered("
                        + Literals.text(page.parameter()) + ");");
    }
}

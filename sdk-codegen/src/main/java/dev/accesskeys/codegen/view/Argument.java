package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.JavaType;
import java.util.ArrayList;
import java.util.List;

/**
 * An argument of a service's method.
 *
 * @param name its name
 * @param wireName how a message calls it
 * @param type its type
 * @param description CommonMark
 * @param isBody whether it is the body
 */
record Argument(String name, String wireName, JavaType type, String description, boolean isBody) {

    /** Path parameters, the body, the other parameters. */
    static List<Argument> of(ApiOperation operation) {
        List<Argument> arguments = new ArrayList<>();
        operation
                .pathParameters()
                .forEach(member -> arguments.add(new Argument(
                        member.javaName(),
                        member.wireName(),
                        member.value().type(),
                        member.value().description(),
                        false)));
        operation
                .body()
                .ifPresent(value ->
                        arguments.add(new Argument("request", "request", value.type(), value.description(), true)));
        operation.parameters().ifPresent(parameters -> {
            String name = operation.body().isPresent() ? "parameters" : "request";
            JavaType type = new JavaType.Generated(parameters.name());
            arguments.add(new Argument(name, name, type, "What to ask for.", false));
        });
        return arguments;
    }

    boolean mayBeNull() {
        return !(type instanceof JavaType.Scalar scalar && scalar.isPrimitive());
    }
}

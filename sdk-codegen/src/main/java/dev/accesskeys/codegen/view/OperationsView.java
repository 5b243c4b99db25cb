package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.Names;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.List;

/**
 * The class with the constants of all operations, as its template prints it.
 *
 * @param file finishes the source
 * @param name its simple name
 * @param title the title of the document
 * @param provider the arguments of the description's builder
 * @param operations the operations
 * @param description the calls that make the description of the provider
 */
public record OperationsView(
        SourceFile file,
        String name,
        String title,
        String provider,
        List<Constant> operations,
        List<String> description) {

    /**
     * One operation.
     *
     * @param name the constant
     * @param type what the operation answers with
     * @param doc the lines of its comment
     * @param arguments the arguments of its builder
     * @param calls the calls of its builder
     */
    public record Constant(String name, String type, List<String> doc, String arguments, List<String> calls) {}

    static OperationsView of(Api api, String name, SourceFile file) {
        return new OperationsView(
                file,
                name,
                Javadoc.inline(api.title()),
                Literals.texts(List.of(api.provider().id(), api.provider().name())),
                api.operations().stream().map(each -> constant(api, each)).toList(),
                OperationCode.description(api));
    }

    private static Constant constant(Api api, ApiOperation operation) {
        OperationCode code = new OperationCode(api, operation);
        String doc = Javadoc.code(operation.httpMethod() + " " + operation.path());
        return new Constant(
                Names.constant(operation.id()),
                code.wireType(),
                Javadoc.lines(List.of(doc)),
                String.join(
                        ", ",
                        Literals.text(api.provider().id()),
                        Literals.text(operation.id()),
                        "HttpMethod." + operation.httpMethod(),
                        Literals.text(operation.path())),
                code.calls());
    }
}

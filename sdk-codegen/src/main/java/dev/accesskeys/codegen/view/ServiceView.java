package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The service of one tag, as its template prints it.
 *
 * @param file finishes the source
 * @param doc the lines of its comment
 * @param name its simple name
 * @param constants declarations of what the methods need
 * @param methods the calls
 * @param responding the calls whose answers come with their circumstances
 * @param invocations the private methods that both kinds share
 */
public record ServiceView(
        SourceFile file,
        List<String> doc,
        String name,
        List<String> constants,
        List<MethodView> methods,
        List<MethodView> responding,
        List<MethodView> invocations) {

    static ServiceView of(Api api, String tag, String name, String operationsClass, SourceFile file) {
        List<MethodView> methods = new ArrayList<>();
        List<MethodView> responding = new ArrayList<>();
        List<MethodView> invocations = new ArrayList<>();
        List<String> constants = new ArrayList<>();
        Patterns patterns = new Patterns();
        for (ApiOperation operation : api.operations()) {
            if (operation.tag().equals(tag)) {
                OperationMethods code = new OperationMethods(api, operation, name, operationsClass, patterns);
                methods.addAll(code.methods());
                responding.addAll(code.responding());
                invocations.add(code.invocation());
                code.paging().ifPresent(constants::add);
            }
        }
        constants.addAll(patterns.declarations());
        List<String> blocks = new ArrayList<>(Javadoc.blocks(api.tags().getOrDefault(tag, "")));
        if (blocks.isEmpty()) {
            blocks.add("The operations of " + Javadoc.code(tag) + ".");
        }
        blocks.add(
                "<p>Immutable, and safe for use by many threads. Methods ending in {@code Async} do the same without waiting.");
        return new ServiceView(file, Javadoc.lines(blocks), name, constants, methods, responding, invocations);
    }
}

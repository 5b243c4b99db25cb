package dev.accesskeys.codegen.view;

import java.util.List;

/**
 * A method.
 *
 * @param doc the lines of its comment
 * @param annotations what stands above it
 * @param signature everything from its modifiers to the closing parenthesis
 * @param body its statements
 */
public record MethodView(List<String> doc, List<String> annotations, String signature, List<String> body) {}

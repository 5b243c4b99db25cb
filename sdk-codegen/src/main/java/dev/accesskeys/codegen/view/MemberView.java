package dev.accesskeys.codegen.view;

import java.util.List;

/**
 * One member of a class, as the templates print it: types, code and comments as text.
 *
 * @param name its name in Java
 * @param fieldType the type of its field
 * @param getterDoc the comment of its getter
 * @param getterType what the getter gives
 * @param getter the expression that the getter gives
 * @param deprecated whether getter and setters are marked
 * @param builderField the declaration of the builder's field
 * @param constructor the expression that the constructor takes from the builder
 * @param setters the methods of the builder
 * @param equality the expression that compares the member with that of {@code that}
 * @param read the branch that reads it
 * @param afterReading what happens after all members were read; may be empty
 * @param write the statements that write it
 */
public record MemberView(
        String name,
        String fieldType,
        List<String> getterDoc,
        String getterType,
        String getter,
        boolean deprecated,
        String builderField,
        String constructor,
        List<MethodView> setters,
        String equality,
        String read,
        List<String> afterReading,
        List<String> write) {}

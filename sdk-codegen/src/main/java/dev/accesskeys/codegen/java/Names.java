package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of the document as names of Java. */
public final class Names {

    /** What generated classes declare or inherit, and so no property may be called. */
    private static final Set<String> TAKEN_BY_MEMBERS = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "builder",
            "build",
            "toBuilder",
            "unknownMembers",
            "other",
            "that",
            "check",
            "read",
            "write",
            "model",
            "out",
            "path");

    /** What generated services declare or use, and so no method and no parameter may be called. */
    private static final Set<String> TAKEN_IN_SERVICES = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "with",
            "withResponse",
            "caller",
            "request",
            "parameters",
            "options");

    /** Classes of java.lang that generated code names, or whose hiding would confuse a reader. */
    private static final Set<String> TAKEN_BY_JAVA = Set.of(
            "Object",
            "String",
            "Boolean",
            "Integer",
            "Long",
            "Double",
            "Number",
            "Void",
            "Override",
            "Deprecated",
            "SafeVarargs",
            "Class",
            "Enum",
            "Record",
            "Iterable",
            "Thread",
            "Module",
            "Package",
            "Process",
            "System",
            "Character",
            "Byte",
            "Short",
            "Float",
            "Error",
            "Exception",
            "Throwable",
            "Builder",
            "Known",
            "Kind",
            "WithResponse");

    private Names() {}

    /** A class, such as {@code ObjectStorageKey}. */
    public static String className(String text) {
        StringBuilder name = new StringBuilder();
        words(text).forEach(word -> name.append(capitalized(word)));
        String candidate = notStartingWithDigit(name.toString(), "Type");
        boolean taken = TAKEN_BY_JAVA.contains(candidate) || Imports.KNOWN.containsKey(candidate);
        return taken ? candidate + "Model" : candidate;
    }

    /** A property: its field, getter and setter, such as {@code accessKey}. */
    public static String property(String text) {
        return free(camelCase(text), TAKEN_BY_MEMBERS);
    }

    /** A method or parameter of a service, such as {@code list} or {@code keyId}. */
    public static String serviceMember(String text) {
        return free(camelCase(text), TAKEN_IN_SERVICES);
    }

    /** A constant, such as {@code READ_WRITE}. */
    public static String constant(String text) {
        if (text.isEmpty()) {
            return "EMPTY";
        }
        String name = String.join("_", words(text)).toUpperCase(Locale.ROOT);
        String candidate = notStartingWithDigit(name, "VALUE_");
        return candidate.equals("UNRECOGNIZED") || candidate.equals("CODEC") ? candidate + "_" : candidate;
    }

    /** The words of a name as people would say them: {@code access key}. */
    public static String spoken(String text) {
        return String.join(" ", words(text)).toLowerCase(Locale.ROOT);
    }

    private static String camelCase(String text) {
        List<String> words = words(text);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            name.append(i == 0 ? words.get(i).toLowerCase(Locale.ROOT) : capitalized(words.get(i)));
        }
        return notStartingWithDigit(name.toString(), "value");
    }

    private static String free(String name, Set<String> taken) {
        return SourceVersion.isKeyword(name) || taken.contains(name) ? name + "_" : name;
    }

    private static String notStartingWithDigit(String name, String prefix) {
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? prefix + name : name;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Splits at everything that is no letter or digit, and where the case changes: {@code regionIDs} are region and IDs. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : text.split("[^A-Za-z0-9]+", -1)) {
            for (String word : part.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z](?!$))", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}

package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.Api.Scheme;
import java.util.List;

/** Reads how callers prove who they are. */
final class SecurityReader {

    private SecurityReader() {}

    static Scheme scheme(String name, Node node) {
        node.allow(Keywords.SECURITY_SCHEME);
        String type = node.get("type").text();
        String variable = node.textOf("x-environment");
        if (type.equals("http") && node.textOf("scheme").equals("bearer")) {
            return new Scheme(name, "Authorization", "Bearer ", variable);
        }
        if (type.equals("apiKey") && node.textOf("in").equals("header")) {
            return new Scheme(name, node.get("name").text(), "", variable);
        }
        throw node.fail("only bearer tokens and API keys in headers are supported");
    }

    /** One of several lists of schemes must be satisfied whole: OR of ANDs. */
    static List<List<String>> alternatives(Node security, List<Scheme> schemes) {
        return security.elements().stream()
                .map(alternative -> {
                    alternative.members().keySet().forEach(name -> requireKnown(alternative.get(name), name, schemes));
                    return List.copyOf(alternative.members().keySet());
                })
                .toList();
    }

    private static void requireKnown(Node node, String name, List<Scheme> schemes) {
        if (schemes.stream().noneMatch(scheme -> scheme.name().equals(name))) {
            throw node.fail("there is no security scheme '" + name + "'");
        }
    }
}

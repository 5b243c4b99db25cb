package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The secrets and identifiers anywhere in an answer, by the names of their members. */
final class AnswerMembers {

    private final Api api;
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> placeholders = new LinkedHashSet<>();
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    AnswerMembers(Api api, ApiOperation operation) {
        this.api = api;
        operation.answer().type().generatedClass().ifPresent(this::visit);
    }

    private void visit(String name) {
        if (seen.add(name) && api.classes().get(name) instanceof ObjectClass object) {
            object.members().forEach(this::visit);
        }
    }

    private void visit(Member member) {
        member.value().secret().ifPresent(texts -> {
            secrets.add(member.wireName());
            placeholders.addAll(texts);
        });
        if (member.identifier()) {
            identifiers.add(member.wireName());
        }
        member.value().type().generatedClass().ifPresent(this::visit);
    }

    Collection<String> secrets() {
        return List.copyOf(secrets);
    }

    Collection<String> placeholders() {
        return List.copyOf(placeholders);
    }

    Collection<String> identifiers() {
        return List.copyOf(identifiers);
    }
}

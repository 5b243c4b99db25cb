package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.api.GeneratedClass;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must not occur in answers. */
final class AnswerChecks {

    private final Map<String, GeneratedClass> classes;
    private final Set<String> seen = new HashSet<>();

    private AnswerChecks(Map<String, GeneratedClass> classes) {
        this.classes = classes;
    }

    /** In an answer, absence and emptiness may mean less than in a request, so named cases would lie. */
    static void requireNoChoices(List<ApiOperation> operations, Map<String, GeneratedClass> classes) {
        AnswerChecks checks = new AnswerChecks(classes);
        operations.forEach(operation -> checks.visit(operation.answer().type().generatedClass()));
    }

    private void visit(Optional<String> name) {
        name.filter(seen::add)
                .map(classes::get)
                .filter(ObjectClass.class::isInstance)
                .map(ObjectClass.class::cast)
                .ifPresent(each -> each.members().forEach(this::visit));
    }

    private void visit(Member member) {
        if (member.value().choices().isPresent()) {
            throw new DocumentException(
                    member.place().member("x-choices"), "is for requests only, this is part of an answer");
        }
        visit(member.value().type().generatedClass());
    }
}

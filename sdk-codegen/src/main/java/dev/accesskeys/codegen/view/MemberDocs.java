package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Javadoc for one member. */
final class MemberDocs {

    private final Member member;

    MemberDocs(Member member) {
        this.member = member;
    }

    List<String> getter() {
        List<String> blocks = description();
        blocks.add("@return " + returned());
        return finished(blocks);
    }

    private String returned() {
        boolean truth = member.value().type() == Scalar.BOOLEAN;
        String what = truth ? "{@code true} if it is so" : "the " + spoken();
        if (member.triState()) {
            return what + ": absent, null or a value";
        }
        if (member.value().type().isCollection()) {
            return what + ", unmodifiable" + (member.alwaysThere() ? "" : "; empty if absent");
        }
        if (member.alwaysThere()) {
            return what;
        }
        return what + (member.value().secret().isPresent() ? "; empty where it is not shown" : "; empty if absent");
    }

    List<String> setter(String nullWords) {
        List<String> blocks = description();
        String rules = rules();
        if (!rules.isEmpty()) {
            blocks.add("<p>" + rules);
        }
        boolean truth = member.value().type() == Scalar.BOOLEAN;
        blocks.add("@param " + member.javaName() + " " + (truth ? "{@code true} if it is so" : "the " + spoken())
                + nullWords);
        blocks.add("@return this builder");
        return finished(blocks);
    }

    List<String> clearer() {
        List<String> blocks = new ArrayList<>();
        blocks.add("Sends {@code null} for " + Javadoc.code(member.wireName())
                + ", which is not the same as leaving it out.");
        blocks.add("@return this builder");
        return finished(blocks);
    }

    private String rules() {
        List<String> words = new ArrayList<>();
        if (member.required() || member.value().choices().isPresent()) {
            words.add("required");
        }
        words.addAll(RuleCode.words(member.value().rules()));
        String all = String.join("; ", words);
        return all.isEmpty() ? "" : all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
    }

    private List<String> description() {
        List<String> blocks = new ArrayList<>(Javadoc.blocks(member.value().description()));
        if (blocks.isEmpty()) {
            blocks.add("The member " + Javadoc.code(member.wireName()) + ".");
        }
        return blocks;
    }

    private String spoken() {
        return Names.spoken(member.javaName());
    }

    private List<String> finished(List<String> blocks) {
        if (member.value().deprecated()) {
            blocks.add("@deprecated the provider says so; see above");
        }
        return Javadoc.lines(blocks);
    }
}

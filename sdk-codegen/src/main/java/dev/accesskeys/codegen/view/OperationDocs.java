package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.ApiOperation;
import dev.accesskeys.codegen.java.Javadoc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc for the methods of a service for one operation. */
final class OperationDocs {

    private static final String ERRORS = "dev.accesskeys.error.";

    private final Api api;
    private final ApiOperation operation;
    private final String service;
    private final List<Argument> arguments;

    OperationDocs(Api api, ApiOperation operation, String service, List<Argument> arguments) {
        this.api = api;
        this.operation = operation;
        this.service = service;
        this.arguments = arguments;
    }

    /** Makes the lines of a comment for a method with all arguments, or with those that it must have. */
    interface Doc {
        List<String> lines(List<Argument> given, boolean shortened);
    }

    /** The whole story, at the blocking method with all arguments; the others refer to it. */
    Doc main() {
        return (given, shortened) -> {
            List<String> blocks = new ArrayList<>();
            if (shortened) {
                blocks.add("Does what " + link(operation.method(), arguments) + " does, with nothing set.");
            } else {
                blocks.addAll(story());
            }
            parameters(blocks, given);
            if (!operation.answer().isVoid()) {
                blocks.add("@return " + (operation.page().isPresent() && shortened ? "the first page" : returned()));
            }
            throwing(blocks, shortened);
            return finished(blocks);
        };
    }

    Doc async() {
        return (given, shortened) -> {
            List<String> blocks = new ArrayList<>();
            blocks.add("Does what " + link(operation.method(), given)
                    + " does, without waiting. Cancelling the future ends the call.");
            parameters(blocks, given);
            blocks.add("@return "
                    + (operation.answer().isVoid()
                            ? "a future that completes when it is done"
                            : "a future: " + returned()));
            if (!shortened && checked()) {
                blocks.add(validation());
            }
            return finished(blocks);
        };
    }

    Doc all() {
        return (given, shortened) -> {
            List<String> blocks = new ArrayList<>();
            blocks.add("Lists what " + link(operation.method(), given)
                    + " lists, all pages of it. Nothing is sent until the result is walked.");
            parameters(blocks, given);
            blocks.add("@return all entries, fetched page by page while they are walked");
            if (!shortened && checked()) {
                blocks.add(validation());
            }
            return finished(blocks);
        };
    }

    Doc responding(boolean async) {
        return (given, shortened) -> {
            List<String> blocks = new ArrayList<>();
            blocks.add(
                    "Does what " + link(service + "#" + operation.method() + (async ? "Async" : ""), given) + " does.");
            parameters(blocks, given);
            blocks.add("@return " + (async ? "a future: " : "") + "the answer, with status, headers and request id");
            return finished(blocks);
        };
    }

    private static String link(String target, List<Argument> arguments) {
        String method = target.contains("#") ? target : "#" + target;
        String types = arguments.stream().map(each -> each.type().erased()).collect(Collectors.joining(", "));
        return "{@link " + method + "(" + types + ")}";
    }

    private List<String> story() {
        List<String> blocks = new ArrayList<>(Javadoc.blocks(operation.summary()));
        Javadoc.append(blocks, operation.description());
        String call = "Sends " + Javadoc.code(operation.httpMethod() + " " + operation.path()) + scopes() + ". "
                + repeating();
        blocks.add(blocks.isEmpty() ? call : "<p>" + call);
        return blocks;
    }

    private String scopes() {
        if (operation.scopes().isEmpty()) {
            return "";
        }
        String names = operation.scopes().stream().map(Javadoc::code).collect(Collectors.joining(", "));
        return "; the credential needs the scope " + names;
    }

    private String repeating() {
        String provider = Javadoc.inline(api.provider().name());
        return switch (operation.retry()) {
            case "READ" -> "It changes nothing, and is repeated after a failure that may pass.";
            case "IDEMPOTENT" ->
                "Done twice it is the same as done once, so it is repeated after a failure that may pass.";
            case "DELETE" ->
                "It is repeated after a failure that may pass; if it turns out then that there is nothing left to"
                        + " delete, that is success.";
            default -> "It is sent once: repeated only where " + provider + " has surely not acted.";
        };
    }

    private void parameters(List<String> blocks, List<Argument> given) {
        given.forEach(each -> {
            String phrase = Javadoc.phrase(each.description(), api.provider().name());
            blocks.add("@param " + each.name() + " " + (phrase.isEmpty() ? "the " + each.name() : phrase));
        });
    }

    private String returned() {
        String phrase =
                Javadoc.phrase(operation.answerDescription(), api.provider().name());
        return phrase.isEmpty() ? "the answer" : phrase;
    }

    private void throwing(List<String> blocks, boolean shortened) {
        if (shortened) {
            return;
        }
        if (checked()) {
            blocks.add(validation());
        }
        if (operation.retry().equals("ONCE")) {
            blocks.add("@throws " + ERRORS + "OutcomeUnknownException if it is not known whether it was done. "
                    + Javadoc.inline(operation.reconciliation()));
        }
        String provider = Javadoc.inline(api.provider().name());
        String documented = operation.failures().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> Javadoc.code(entry.getKey()) + ": " + Javadoc.inline(entry.getValue()))
                .collect(Collectors.joining(" "));
        blocks.add("@throws " + ERRORS + "ApiException if " + provider + " answers with a failure"
                + (documented.isEmpty() ? "" : ". It documents: " + documented));
        blocks.add("@throws " + ERRORS + "AccessKeysException if the call fails in another way");
    }

    private static String validation() {
        return "@throws " + ERRORS
                + "ValidationException if an argument breaks a documented rule; nothing is sent then";
    }

    private boolean checked() {
        return !operation.pathParameters().isEmpty();
    }

    private List<String> finished(List<String> blocks) {
        if (operation.deprecated()) {
            blocks.add("@deprecated the provider says so; see above");
        }
        return Javadoc.lines(blocks);
    }
}
